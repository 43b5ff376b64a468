import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config, Database, Log, Metrics } from '@satchel/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Adapters } from '../connection/adapters.service';
import { ConnectionQueries } from '../connection/connection.queries';
import { hookOf } from '../connection/register-hook.job';
import type { AdapterOf, ChangeHook, ChannelHook, ConnectorKind, HookAnswer, HookRequest } from '../port';
import { Doorway } from './doorway.service';

/** A mail of 40 MB in base64 inside JSON or a form, and some room. */
const MAX_BYTES = 60 * 1024 * 1024;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const plain = (status: number, body: string): HookAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
});

/**
 * `/hooks/:connectionId`, where vendors push. The bytes stay as they came (signatures cover them), the adapter says whether
 * they are genuine, and the vendor hears "received" once everything in them is stored.
 */
@Injectable()
export class Hooks implements OnModuleInit {
  private readonly calls;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly database: Database,
    private readonly connections: ConnectionQueries,
    private readonly adapters: Adapters,
    private readonly doorway: Doorway,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    this.calls = metrics.counter('satchel_hook_calls_total', 'Calls to web hooks, by connector and outcome.', [
      'connector',
      'outcome',
    ]);
  }

  onModuleInit(): void {
    const adapter = this.host.httpAdapter as { getType?: () => string; getInstance: () => FastifyInstance } | undefined;
    if (adapter?.getType?.() !== 'fastify') return;
    // A scope of its own: no other route's body parser may touch what is signed.
    void adapter.getInstance().register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, parsed) =>
        parsed(null, body),
      );
      for (const url of ['/hooks/:id', '/hooks/:id/*']) {
        scope.route({
          method: ['GET', 'POST'],
          url,
          bodyLimit: MAX_BYTES,
          handler: (request, reply) => this.handle(request, reply),
        });
      }
      done();
    });
  }

  private async handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const answer = await this.answer((request.params as { id: string }).id, {
      method: request.method,
      url: `${this.config.publicUrl}${request.url}`,
      query: plainQuery(request.query),
      headers: plainHeaders(request),
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    });
    if (answer.contentType) reply.header('content-type', answer.contentType);
    return reply.code(answer.status).send(answer.body ?? '');
  }

  /** One call of a vendor's; the answer it gets. 503 asks it to come again: nothing is lost. */
  private async answer(id: string, call: HookRequest): Promise<HookAnswer> {
    const row = UUID.test(id) ? await this.connections.anyRow(this.database.system(), id) : null;
    if (!row?.enabled) return plain(404, 'There is no such web hook.');
    const count = (outcome: string): void => this.calls.inc({ connector: row.connectorId, outcome });
    let adapter: AdapterOf[ConnectorKind];
    try {
      adapter = this.adapters.of(row);
    } catch (error) {
      this.log.warn({ err: error, connectionId: row.id }, 'a web hook was called whose settings cannot be used');
      return plain(503, 'This connection cannot be used just now.');
    }
    const hook = wayInto(adapter);
    if (!hook) return plain(404, 'This connection takes no calls.');
    try {
      const shaken = hook.handshake?.(call);
      if (shaken) return shaken;
      const refusal = await hook.verify(call);
      if (refusal !== null) {
        count('refused');
        await this.connections.countRefusedHook(this.database.system(), row.id);
        this.log.warn({ connectionId: row.id, refusal }, 'a web hook call was refused');
        return plain(401, refusal);
      }
      if ('hints' in hook) await this.doorway.hinted(this.database.system(), row, hook.hints(call));
      else for (const inbound of hook.unpack(call)) await this.doorway.accept(this.database.system(), row, inbound);
      count('accepted');
      return hook.answer;
    } catch (error) {
      count('failed');
      this.log.error(
        { err: error, connectionId: row.id },
        'a web hook call could not be stored; its sender will call again',
      );
      return plain(503, 'We cannot store that just now, please call again.');
    }
  }
}

/** Messages come in by a channel's hook, hints by any other system's. */
function wayInto(adapter: AdapterOf[ConnectorKind]): ChannelHook | ChangeHook | null {
  const hook = 'hook' in adapter ? adapter.hook : undefined;
  return hook && 'unpack' in hook ? hook : hookOf(adapter);
}

function plainQuery(query: unknown): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string') flat[name] = first;
  }
  return flat;
}

function plainHeaders(request: FastifyRequest): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
