import type { EnvelopeState, ReconciliationBody } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';
import type { SourceItem } from '../port';

export interface LedgerEntry {
  connectionId: string;
  source: string;
  state: 'stored' | 'duplicate';
  envelopeId: string;
  messageId: string;
  size: number;
  seenAt: Date;
}

/** What we hold of the messages at a source. */
export interface Held {
  counts: Partial<Record<EnvelopeState, number>>;
  missing: string[];
  /** Of the missing ones, those that were here once. */
  gone: string[];
}

@Injectable()
export class LedgerQueries {
  /** Before anything is fetched; rows that are there stay as they are. */
  async announce(ctx: Ctx, connectionId: string, found: SourceItem[], now: Date): Promise<void> {
    if (found.length === 0) return;
    await ctx.query(
      `insert into mail_ledger (connection_id, workspace_id, source, arrived_at, size, state, seen_at)
       select $1, $2, source, arrived_at, size, 'fetched', $6
         from unnest($3::text[], $4::timestamptz[], $5::bigint[]) as found (source, arrived_at, size)
       on conflict (connection_id, source) do nothing`,
      [
        connectionId,
        ctx.workspaceId,
        found.map(({ source }) => source),
        found.map(({ at }) => at),
        found.map(({ size }) => size),
        now,
      ],
      { name: 'ledger-announce' },
    );
  }

  /** In the transaction that stored the envelope, or found it stored. */
  async took(ctx: Ctx, entry: LedgerEntry): Promise<void> {
    await ctx.query(
      `insert into mail_ledger (connection_id, workspace_id, source, state, envelope_id, message_id, size, seen_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (connection_id, source) do update set
         state = case when mail_ledger.envelope_id = excluded.envelope_id then mail_ledger.state else excluded.state end,
         envelope_id = excluded.envelope_id, message_id = excluded.message_id,
         size = coalesce(mail_ledger.size, excluded.size), error = null`,
      [
        entry.connectionId,
        ctx.workspaceId,
        entry.source,
        entry.state,
        entry.envelopeId,
        entry.messageId.slice(0, 1000),
        entry.size,
        entry.seenAt,
      ],
      { name: 'ledger-took' },
    );
  }

  async failed(ctx: Ctx, connectionId: string, source: string, error: string, now: Date): Promise<void> {
    await ctx.query(
      `insert into mail_ledger (connection_id, workspace_id, source, state, error, seen_at)
       values ($1, $2, $3, 'failed', $4, $5)
       on conflict (connection_id, source) do update set state = 'failed', error = excluded.error
         where mail_ledger.envelope_id is null`,
      [connectionId, ctx.workspaceId, source, error.slice(0, 1000), now],
    );
  }

  async held(ctx: Ctx, connectionId: string, sources: string[]): Promise<Held> {
    const rows = await ctx.query<{ state: EnvelopeState | null; count: number; missing: string[]; gone: string[] }>(
      `select e.state, count(*)::int as count,
         coalesce(array_agg(s.source order by s.at) filter (where e.id is null), '{}') as missing,
         coalesce(array_agg(s.source) filter (where e.id is null and l.state in ('stored', 'duplicate')), '{}') as gone
         from unnest($2::text[]) with ordinality as s (source, at)
         left join mail_ledger l on l.connection_id = $1 and l.source = s.source and l.workspace_id = $3
         left join inbound_envelope e on e.id = l.envelope_id
        group by e.state`,
      [connectionId, sources, ctx.workspaceId],
    );
    const counts: Held['counts'] = {};
    for (const { state, count } of rows) if (state) counts[state] = count;
    const absent = rows.find(({ state }) => state === null);
    return { counts, missing: absent?.missing ?? [], gone: absent?.gone ?? [] };
  }

  async connectedAt(ctx: Ctx, connectionId: string): Promise<Date> {
    const rows = await ctx.query<{ at: Date }>(
      'select created_at as at from connection where workspace_id = $1 and id = $2',
      [ctx.workspaceId, connectionId],
    );
    return rows[0]?.at ?? new Date(0);
  }

  async saveReconciliation(ctx: Ctx, body: ReconciliationBody): Promise<void> {
    await ctx.query('update connection set reconciliation = $3 where workspace_id = $1 and id = $2', [
      ctx.workspaceId,
      body.connectionId,
      JSON.stringify(body),
    ]);
  }

  async lastReconciliation(ctx: Ctx, connectionId: string): Promise<ReconciliationBody | null> {
    const rows = await ctx.query<{ reconciliation: ReconciliationBody | null }>(
      'select reconciliation from connection where workspace_id = $1 and id = $2',
      [ctx.workspaceId, connectionId],
    );
    return rows[0]?.reconciliation ?? null;
  }
}
