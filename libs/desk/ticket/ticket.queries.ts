import {
  AI_STATES,
  type AiState,
  type Page,
  TICKET_VIEWS,
  type TicketBody,
  type TicketStatus,
  type TicketView,
} from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../cursor';

export interface TicketFilter {
  view?: TicketView;
  status?: TicketStatus;
  /** A person's id, `me`, or `none`. */
  assignee?: string;
  tag?: string;
  customerId?: string;
  q?: string;
  limit: number;
  cursor?: string;
}

/** Names stand in rooms below; the list reads them by join so that a page is one query. */
const SELECT = `
  select t.id, t.number, t.subject, t.status, t.channel, t.connection_id as "connectionId", t.ai_state as "aiState", t.preview,
    t.last_message_at as "lastMessageAt", t.last_message_direction as "lastMessageDirection", t.waiting_since as "waitingSince",
    t.message_count as "messageCount", t.version, t.created_at as "createdAt", t.updated_at as "updatedAt",
    t.customer_id as "customerId", t.customer_address as "customerAddress", c.name as "customerName",
    t.assignee_id as "assigneeId", p.name as "assigneeName",
    array(select tag.name from ticket_tag tt join tag on tag.id = tt.tag_id where tt.ticket_id = t.id order by tag.name) as tags
  from ticket t
  left join customer c on c.id = t.customer_id
  left join person p on p.id = t.assignee_id`;

const OPEN_STATUSES = `('new', 'open', 'pending', 'on_hold')`;

const VIEWS: Record<TicketView, string> = {
  all: `t.status <> 'spam'`,
  mine: `t.assignee_id = $2::uuid and t.status in ${OPEN_STATUSES}`,
  unassigned: `t.assignee_id is null and t.status in ('new', 'open')`,
  ai_drafts: `t.ai_state = 'drafted' and t.status in ${OPEN_STATUSES}`,
  ai_handed_over: `t.ai_state = 'handed_over' and t.status in ${OPEN_STATUSES}`,
  resolved: `t.status in ('resolved', 'closed')`,
  spam: `t.status = 'spam'`,
};

/** A counter says "999+" beyond this: counting a whole archive for a badge helps nobody. */
const COUNT_CAP = 1000;

interface TicketRow extends Omit<
  TicketBody,
  'customer' | 'assignee' | 'lastMessageAt' | 'waitingSince' | 'createdAt' | 'updatedAt'
> {
  customerId: string;
  customerAddress: string | null;
  customerName: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  lastMessageAt: Date;
  waitingSince: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

@Injectable()
export class TicketQueries {
  async list(ctx: Ctx, filter: TicketFilter): Promise<Page<TicketBody>> {
    const params: unknown[] = [ctx.workspaceId, ctx.actor.id];
    // Every statement mentions $2, so that its type is known whichever view is asked for.
    const where = [`t.workspace_id = $1`, `($2::uuid is null or true)`];
    const add = (sql: (placeholder: string) => string, value: unknown): void => {
      params.push(value);
      where.push(sql(`$${params.length}`));
    };
    if (filter.view) where.push(VIEWS[filter.view]);
    if (filter.status) add((p) => `t.status = ${p}`, filter.status);
    if (filter.assignee === 'none') where.push('t.assignee_id is null');
    else if (filter.assignee)
      add((p) => `t.assignee_id = ${p}::uuid`, filter.assignee === 'me' ? ctx.actor.id : filter.assignee);
    if (filter.customerId) add((p) => `t.customer_id = ${p}::uuid`, filter.customerId);
    if (filter.tag) {
      add(
        (p) =>
          `exists (select 1 from ticket_tag tt join tag on tag.id = tt.tag_id where tt.ticket_id = t.id and tag.name = ${p})`,
        filter.tag,
      );
    }
    if (filter.q) this.search(filter.q, add);
    if (filter.cursor) {
      const [at, id] = decodeCursor(filter.cursor);
      params.push(at, id);
      where.push(`(t.last_message_at, t.id) < ($${params.length - 1}::timestamptz, $${params.length}::uuid)`);
    }
    params.push(filter.limit + 1);
    const rows = await ctx.query<TicketRow>(
      `${SELECT} where ${where.join(' and ')} order by t.last_message_at desc, t.id desc limit $${params.length}`,
      params,
    );
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    return {
      data: page.map(toBody),
      nextCursor: rows.length > filter.limit && last ? encodeCursor(last.lastMessageAt, last.id) : null,
    };
  }

  async byIds(ctx: Ctx, ids: readonly string[]): Promise<TicketBody[]> {
    if (ids.length === 0) return [];
    const rows = await ctx.query<TicketRow>(`${SELECT} where t.workspace_id = $1 and t.id = any($2::uuid[])`, [
      ctx.workspaceId,
      ids,
    ]);
    return rows.map(toBody);
  }

  async byId(ctx: Ctx, id: string): Promise<TicketBody | null> {
    return (await this.byIds(ctx, [id]))[0] ?? null;
  }

  async counts(ctx: Ctx): Promise<Record<TicketView, number>> {
    const parts = TICKET_VIEWS.map(
      (view) =>
        `(select count(*)::int from (select 1 from ticket t where t.workspace_id = $1 and ${VIEWS[view]} limit ${COUNT_CAP}) x) as ${view}`,
    );
    const rows = await ctx.query<Record<TicketView, number>>(`select $2::uuid as me, ${parts.join(', ')}`, [
      ctx.workspaceId,
      ctx.actor.id,
    ]);
    const row = rows[0];
    return Object.fromEntries(TICKET_VIEWS.map((view) => [view, row?.[view] ?? 0])) as Record<TicketView, number>;
  }

  async setAiState(ctx: Ctx, ticketId: string, state: AiState): Promise<boolean> {
    if (!AI_STATES.includes(state)) throw new Error(`unknown AI state ${state}`);
    const rows = await ctx.query(
      `update ticket set ai_state = $3, version = version + 1, updated_at = now()
       where workspace_id = $1 and id = $2 and ai_state <> $3 returning id`,
      [ctx.workspaceId, ticketId, state],
      { name: 'desk.ai-state' },
    );
    return rows.length > 0;
  }

  private search(q: string, add: (sql: (placeholder: string) => string, value: unknown) => void): void {
    const number = /^#?(\d{1,9})$/.exec(q.trim())?.[1];
    if (number) {
      add((p) => `t.number = ${p}::int`, Number(number));
      return;
    }
    const pattern = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    add(
      (p) => `(t.subject ilike ${p} or t.customer_address ilike ${p} or c.name ilike ${p} or t.preview ilike ${p})`,
      pattern,
    );
  }
}

function toBody(row: TicketRow): TicketBody {
  const { customerId, customerAddress, customerName, assigneeId, assigneeName, ...rest } = row;
  return {
    ...rest,
    customer: { id: customerId, name: customerName || customerAddress || 'Unknown', address: customerAddress },
    assignee: assigneeId ? { id: assigneeId, name: assigneeName ?? 'Former colleague' } : null,
    lastMessageAt: row.lastMessageAt.toISOString(),
    waitingSince: row.waitingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
