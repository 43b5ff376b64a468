import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { signatureProblem } from './sigv4';

/** A storage that speaks as much of the S3 API as a client of plain objects needs; the bucket stands in the path. */

interface StoredObject {
  content: Buffer;
  contentType: string;
  etag: string;
  at: Date;
}

const MODES = ['none', 'down', 'slow-down', 'cut'] as const;
type Mode = (typeof MODES)[number];

const STATUS: Record<string, number> = {
  NoSuchKey: 404,
  NoSuchBucket: 404,
  InvalidRange: 416,
  SlowDown: 503,
  InternalError: 500,
  XAmzContentSHA256Mismatch: 400,
  AuthorizationHeaderMalformed: 400,
};
export const S3_BUCKET = 'satchel';

export function s3Routes(app: FastifyInstance, now: () => Date = () => new Date()): void {
  const objects = new Map<string, StoredObject>();
  let mode: Mode = 'none';

  // A scope of its own: bodies are bytes here, whatever type they claim.
  void app.register((s3, _options, done) => {
    s3.removeAllContentTypeParsers();
    s3.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    s3.addHook('preHandler', async (request, reply) => {
      if (mode === 'down') return refuse(request, reply, 'InternalError');
      if (mode === 'slow-down') return refuse(request, reply, 'SlowDown');
      if (mode === 'cut') {
        reply.hijack();
        request.raw.socket.destroy();
        return reply;
      }
      const { method, raw, headers } = request;
      const signed = { method, target: raw.url ?? '/', headers, body: bodyOf(request) };
      const problem = signatureProblem(signed, now());
      if (problem) return refuse(request, reply, problem);
      if (bucketOf(request) !== S3_BUCKET) return refuse(request, reply, 'NoSuchBucket');
    });
    s3.put('/s3/:bucket/*', async (request, reply) => {
      const content = bodyOf(request);
      const etag = `"${createHash('md5').update(content).digest('hex')}"`;
      const contentType = request.headers['content-type'] ?? 'binary/octet-stream';
      objects.set(keyOf(request), { content, contentType, etag, at: now() });
      return reply.header('etag', etag).send();
    });
    s3.get('/s3/:bucket/*', { exposeHeadRoute: false }, async (request, reply) => read(request, reply));
    s3.head('/s3/:bucket/*', async (request, reply) => read(request, reply));
    s3.delete('/s3/:bucket/*', async (request, reply) => {
      objects.delete(keyOf(request));
      return reply.code(204).send();
    });
    done();
  });

  app.get('/__control/s3/objects', async () =>
    [...objects].map(([key, { content, contentType }]) => ({ key, size: content.length, contentType })),
  );
  app.post('/__control/s3/faults', async (request, reply) => {
    const wanted = (request.body as { mode?: Mode } | null)?.mode;
    if (!wanted || !MODES.includes(wanted))
      return reply.code(400).send({ error: `mode is one of ${MODES.join(', ')}` });
    mode = wanted;
    return { mode };
  });
  app.post('/__control/s3/reset', async () => {
    objects.clear();
    mode = 'none';
    return { ok: true };
  });

  function read(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const object = objects.get(keyOf(request));
    if (!object) return refuse(request, reply, 'NoSuchKey');
    const { content } = object;
    void reply
      .header('etag', object.etag)
      .header('last-modified', object.at.toUTCString())
      .header('accept-ranges', 'bytes')
      .header('content-type', object.contentType);
    const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (from === '') return reply.header('content-length', content.length).send(content);
    const end = Math.min(to === '' ? content.length - 1 : Number(to), content.length - 1);
    if (Number(from) > end) return refuse(request, reply, 'InvalidRange');
    return reply
      .code(206)
      .header('content-range', `bytes ${from}-${end}/${content.length}`)
      .send(content.subarray(Number(from), end + 1));
  }
}

function refuse(request: FastifyRequest, reply: FastifyReply, code: string): FastifyReply {
  const words = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message><RequestId>${request.id}</RequestId></Error>`;
  return reply
    .code(STATUS[code] ?? 403)
    .header('content-type', 'application/xml')
    .send(request.method === 'HEAD' ? '' : words);
}

const bodyOf = (request: FastifyRequest): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
const bucketOf = (request: FastifyRequest): string => (request.params as { bucket: string }).bucket;
const keyOf = (request: FastifyRequest): string => (request.params as { '*': string })['*'];
