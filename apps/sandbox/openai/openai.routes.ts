import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { pause } from '../control/faults';
import { complete, plainBody, streamEvents } from './completion';
import { obey } from './obey';
import type { Manner, Script, Step } from './script';
import { sensible } from './sensible';
import type { ChatRequest, Said } from './wire.types';

export const MODELS = ['sandbox', 'gpt-4.1-mini', 'gpt-5-mini'];

const apiError = (message: string, type: string, code: string | null) => ({
  error: { message, type, param: null, code },
});

const ERROR_PAGE =
  '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>';

function scripted(step: Step): Said {
  return {
    text: step.text ?? null,
    calls: (step.tool_calls ?? []).map(({ name, arguments: args, id }) => ({
      name,
      arguments: typeof args === 'string' ? args : JSON.stringify(args ?? {}),
      ...(id ? { id } : {}),
    })),
    ...(step.finish_reason ? { finish: step.finish_reason } : {}),
  };
}

/** Writes the pieces one after another, and ends the connection early where the script says so. */
async function write(raw: ServerResponse, pieces: string[], step: Step | null): Promise<void> {
  let left = step?.cutAfterBytes ?? Infinity;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    raw.write(bytes.subarray(0, Math.min(bytes.length, left)));
    left -= bytes.length;
    if (left <= 0 && step?.cutAfterBytes !== undefined) {
      // Let the bytes leave before the line goes dead.
      await new Promise<void>((resolve) => setImmediate(resolve));
      raw.socket?.destroySoon();
      return;
    }
    if (step?.chunkDelayMs) await pause(step.chunkDelayMs);
    if (raw.destroyed) return;
  }
  raw.end();
}

export function openaiRoutes(app: FastifyInstance, script: Script, now: () => Date): void {
  app.get('/openai/v1/models', async () => ({
    object: 'list',
    data: MODELS.map((id) => ({ id, object: 'model', created: 1_750_000_000, owned_by: 'sandbox' })),
  }));

  app.post('/openai/v1/chat/completions', async (request, reply): Promise<FastifyReply> => {
    const body = (request.body ?? {}) as ChatRequest;
    script.requests.push({ at: now().toISOString(), path: request.url, headers: request.headers, body });
    if (!/^Bearer \S+/.test(request.headers.authorization ?? '')) {
      const message = "You didn't provide an API key.";
      return reply.code(401).send(apiError(message, 'invalid_request_error', null));
    }
    if (!Array.isArray(body.messages) || body.messages.length === 0) {
      const message = "Missing required parameter: 'messages'.";
      return reply.code(400).send(apiError(message, 'invalid_request_error', 'missing_required_parameter'));
    }
    const step = script.next();
    if (step?.delayMs) await pause(step.delayMs);
    const ownWords =
      step && (step.text !== undefined || step.tool_calls !== undefined || step.finish_reason !== undefined);
    if (step?.status !== undefined || step?.notJson) {
      const page = typeof step.notJson === 'string' ? step.notJson : ERROR_PAGE;
      reply.code(step.status ?? 200).headers(step.headers ?? {});
      if (step.notJson) return reply.type('text/html').send(page);
      return reply.send(step.body ?? apiError('scripted failure', 'server_error', null));
    }
    if (step?.body !== undefined && !ownWords) return reply.headers(step.headers ?? {}).send(step.body);

    const said = step && ownWords ? scripted(step) : script.manner === 'obey' ? obey(body) : sensible(body);
    const done = complete(body, said, step, now());
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': body.stream ? 'text/event-stream; charset=utf-8' : 'application/json',
      'x-request-id': `req_${done.id}`,
      'openai-version': '2020-10-01',
      ...(body.stream ? { 'cache-control': 'no-cache' } : {}),
      ...step?.headers,
    });
    const pieces = body.stream ? streamEvents(done, body.stream_options?.include_usage === true) : [plainBody(done)];
    await write(reply.raw, pieces, step);
    return reply;
  });

  app.post('/__control/openai/script', async (request) => {
    const { steps, repeat, mode } = (request.body ?? {}) as { steps?: Step[]; repeat?: boolean; mode?: Manner };
    if (steps) script.load(steps, repeat ?? false);
    if (mode) script.manner = mode;
    return { steps: script.left, mode: script.manner };
  });
  app.get('/__control/openai/requests', async () => script.requests);
  app.delete('/__control/openai/requests', async (_request, reply) => {
    script.requests = [];
    return reply.code(204).send();
  });
}
