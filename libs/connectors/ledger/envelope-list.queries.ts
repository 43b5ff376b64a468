import type { EnvelopeBody, EnvelopeState, Page } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';
import { badCursor } from './ledger.errors';

export interface EnvelopeFilter {
  state?: EnvelopeState;
  connection?: string;
  q?: string;
  limit: number;
  cursor?: string;
}

@Injectable()
export class EnvelopeListQueries {
  /** Newest first. */
  async list(ctx: Ctx, filter: EnvelopeFilter): Promise<Page<EnvelopeBody>> {
    const params: unknown[] = [ctx.workspaceId, filter.limit + 1];
    const param = (value: unknown): string => `$${params.push(value)}`;
    const where = ['e.workspace_id = $1'];
    if (filter.state) where.push(`e.state = ${param(filter.state)}`);
    if (filter.connection) where.push(`e.connection_id = ${param(filter.connection)}`);
    if (filter.q) {
      const like = param(`%${filter.q.replace(/[\\%_]/g, '\\$&')}%`);
      where.push(`(e.from_address ilike ${like} or e.subject ilike ${like} or e.external_id ilike ${like})`);
    }
    if (filter.cursor) {
      const [at, id] = decode(filter.cursor);
      where.push(`(e.received_at, e.id) < (${param(at)}::timestamptz, ${param(id)}::uuid)`);
    }
    // The ticket is the desk's row: only its id is shown, and a merge may have moved the message since.
    const rows = await ctx.query<Omit<EnvelopeBody, 'receivedAt'> & { receivedAt: Date }>(
      `select e.id, e.connection_id as "connectionId", e.external_id as "externalId", e.state, e.reason,
         e.from_address as "from", e.subject, length(e.raw) as bytes, e.received_at as "receivedAt",
         e.message_id as "messageId", m.ticket_id as "ticketId"
       from inbound_envelope e left join message m on m.id = e.message_id and m.workspace_id = e.workspace_id
       where ${where.join(' and ')} order by e.received_at desc, e.id desc limit $2`,
      params,
    );
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    return {
      data: page.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })),
      nextCursor: rows.length > filter.limit && last ? encode(last.receivedAt, last.id) : null,
    };
  }
}

function encode(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');
}

function decode(cursor: string): [at: string, id: string] {
  const [at, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw badCursor();
  return [at, id];
}
