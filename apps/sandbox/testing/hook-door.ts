import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HookCall {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
  form: Record<string, string>;
}

/** Stands where Satchel's web hooks would: keeps what is posted, answers what it is told to. */
export async function hookDoor() {
  const calls: HookCall[] = [];
  /** Statuses of the next answers; 200 when there is none. */
  const answers: number[] = [];
  const files = new Map<string, { type: string; content: Buffer }>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://door');
      const file = files.get(url.pathname);
      if (file) return response.writeHead(200, { 'content-type': file.type }).end(file.content);
      const challenge = url.searchParams.get('hub.challenge');
      if (request.method === 'GET' && challenge)
        return response.writeHead(url.searchParams.get('hub.verify_token') === 'right' ? 200 : 403).end(challenge);
      if (request.method === 'GET') return response.writeHead(404).end();
      const body = Buffer.concat(chunks);
      calls.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers as Record<string, string>,
        body,
        form: Object.fromEntries(new URLSearchParams(body.toString())),
      });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    calls,
    answers,
    files,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
