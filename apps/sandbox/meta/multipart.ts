import type { FastifyInstance } from 'fastify';

/** Keeps a multipart body as its bytes. */
export function takeMultipart(scope: FastifyInstance): void {
  scope.addContentTypeParser(/^multipart\/form-data/, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
}

/** The platform's own reader of forms takes the body apart; null when it cannot. */
export async function formOf(body: unknown, contentType = ''): Promise<FormData | null> {
  if (!Buffer.isBuffer(body)) return null;
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return null;
  }
}
