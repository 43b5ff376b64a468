import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';
import type { RawInbound } from '../port';
import type { EnvelopeState } from '@satchel/contracts';

export interface EnvelopeRow {
  id: string;
  connectionId: string;
  externalId: string;
  raw: Buffer;
  meta: Record<string, unknown>;
  state: EnvelopeState;
  receivedAt: Date;
}

@Injectable()
export class EnvelopeQueries {
  /** False when a message with this external id came in before. */
  async insert(
    ctx: Ctx,
    envelope: Omit<RawInbound, 'source'> & { id: string; connectionId: string; receivedAt: Date },
  ): Promise<boolean> {
    const rows = await ctx.query(
      `insert into inbound_envelope (id, workspace_id, connection_id, external_id, raw, meta, received_at, content_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (connection_id, external_id) do nothing returning id`,
      [
        envelope.id,
        ctx.workspaceId,
        envelope.connectionId,
        envelope.externalId,
        envelope.raw,
        // PostgreSQL refuses NUL even in JSON.
        JSON.stringify(envelope.meta).replaceAll('\\u0000', ''),
        envelope.receivedAt,
        envelope.contentHash ?? null,
      ],
      { name: 'envelope-insert' },
    );
    return rows.length > 0;
  }

  async known(
    ctx: Ctx,
    connectionId: string,
    externalId: string,
  ): Promise<{ id: string; contentHash: string | null } | null> {
    const rows = await ctx.query<{ id: string; contentHash: string | null }>(
      `select id, content_hash as "contentHash" from inbound_envelope
       where workspace_id = $1 and connection_id = $2 and external_id = $3`,
      [ctx.workspaceId, connectionId, externalId],
      { name: 'envelope-known' },
    );
    return rows[0] ?? null;
  }

  /** Puts it back in line; false when it is in none of these states. */
  async reopen(ctx: Ctx, id: string, from: readonly EnvelopeState[]): Promise<boolean> {
    const rows = await ctx.query(
      `update inbound_envelope set state = 'stored', reason = null
       where workspace_id = $1 and id = $2 and state = any($3) returning id`,
      [ctx.workspaceId, id, from],
    );
    return rows.length > 0;
  }

  async find(ctx: Ctx, id: string): Promise<EnvelopeRow | null> {
    const rows = await ctx.query<EnvelopeRow>(
      `select id, connection_id as "connectionId", external_id as "externalId", raw, meta, state, received_at as "receivedAt"
       from inbound_envelope where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id],
      { name: 'envelope-find' },
    );
    return rows[0] ?? null;
  }

  /** Its bytes go; that it came, from whom and when stays. */
  async forgetRaw(ctx: Ctx, id: string): Promise<void> {
    await ctx.query(`update inbound_envelope set raw = ''::bytea where workspace_id = $1 and id = $2`, [
      ctx.workspaceId,
      id,
    ]);
  }

  async settle(
    ctx: Ctx,
    id: string,
    state: EnvelopeState,
    outcome: { messageId: string | null; reason: string | null; from: string | null; subject: string | null },
  ): Promise<void> {
    await ctx.query(
      `update inbound_envelope set state = $3, message_id = $4, reason = $5,
         from_address = coalesce($6, from_address), subject = coalesce($7, subject)
       where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id, state, outcome.messageId, outcome.reason, outcome.from, outcome.subject],
      { name: 'envelope-settle' },
    );
  }
}
