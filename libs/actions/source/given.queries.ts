import type { Money } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** What was done or is under way; whatever failed or was taken back gave nothing. */
const STANDS = `state in ('performing', 'done', 'uncertain')`;
const BY_AI = `actor ->> 'kind' in ('ai', 'customer')`;
/** What the policy was told comes first: a shop's total is not what a cancellation gives back. */
const MOVED = `coalesce(nullif(facts -> 'amount', 'null'), amount)`;
/** Of a customer or an order more is not read: whoever has more than that has too much anyway. */
const MOST_ROWS = 500;

export interface DoneRow {
  name: string;
  orderId: string | null;
  at: Date;
  ai: boolean;
  money: Money | null;
  points: number;
  risk: string;
  /** Why goods came back. */
  reasons: string[];
}

const DONE = `select name, order_id as "orderId", coalesce(started_at, created_at) as at, ${BY_AI} as ai, ${MOVED} as money,
  coalesce((facts ->> 'points')::numeric, 0)::int as points, risk,
  array(select jsonb_path_query(arguments, '$.lines[*].reason') #>> '{}') as reasons from action_run`;

export interface SpanRow {
  ai: boolean;
  currency: string | null;
  hourCount: number;
  hourAmount: number;
  dayCount: number;
  dayAmount: number;
}

/** What was given before, and what else the rules want to know of a customer: one statement for each. */
@Injectable()
export class GivenQueries {
  /** Whoever gives something away in this workspace waits here until the one before has written its run down. */
  async oneAtATime(tx: Ctx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('given ' || $1, 0))`, [tx.workspaceId], {
      name: 'given-lock',
    });
  }

  ofCustomer(ctx: Ctx, customerId: string, since: Date): Promise<DoneRow[]> {
    return ctx.query<DoneRow>(
      `${DONE} where workspace_id = $1 and customer_id = $2 and created_at >= $3 and risk <> 'read' and ${STANDS}
       order by created_at desc limit ${MOST_ROWS}`,
      [ctx.workspaceId, customerId, since],
      { name: 'given-customer' },
    );
  }

  ofOrder(ctx: Ctx, orderId: string): Promise<DoneRow[]> {
    return ctx.query<DoneRow>(
      `${DONE} where workspace_id = $1 and order_id = $2 and risk <> 'read' and ${STANDS} order by created_at desc limit ${MOST_ROWS}`,
      [ctx.workspaceId, orderId],
      { name: 'given-order' },
    );
  }

  ofShop(ctx: Ctx, hour: Date, day: Date): Promise<SpanRow[]> {
    return ctx.query<SpanRow>(
      `select ${BY_AI} as ai, ${MOVED} ->> 'currency' as currency,
         (count(*) filter (where started_at > $2))::int as "hourCount", count(*)::int as "dayCount",
         coalesce(sum((${MOVED} ->> 'amount')::numeric) filter (where started_at > $2), 0)::float8 as "hourAmount",
         coalesce(sum((${MOVED} ->> 'amount')::numeric), 0)::float8 as "dayAmount"
       from action_run where workspace_id = $1 and risk = 'money' and ${STANDS} and started_at > $3 group by 1, 2`,
      [ctx.workspaceId, hour, day],
      { name: 'given-shop' },
    );
  }

  async giftsSince(
    ctx: Ctx,
    since: Date,
  ): Promise<{ currency: string | null; amount: number; points: number; percents: number }[]> {
    return ctx.query(
      `select ${MOVED} ->> 'currency' as currency, coalesce(sum((${MOVED} ->> 'amount')::numeric), 0)::float8 as amount,
         coalesce(sum((facts ->> 'points')::numeric), 0)::float8 as points,
         (count(*) filter (where name = 'create_discount' and ${MOVED} is null))::int as percents
       from action_run where workspace_id = $1 and risk = 'money' and ${STANDS} and started_at >= $2
         and name in ('create_discount', 'grant_points') group by 1`,
      [ctx.workspaceId, since],
      { name: 'given-gifts' },
    );
  }

  /** Of this ticket and of the customer's others. */
  async tags(ctx: Ctx, customerId: string | null, ticketId: string | null, since: Date): Promise<string[]> {
    const rows = await ctx.query<{ name: string }>(
      `select distinct g.name from ticket t join ticket_tag tt on tt.ticket_id = t.id join tag g on g.id = tt.tag_id
       where t.workspace_id = $1 and (t.id = $3 or (t.customer_id = $2 and t.created_at >= $4)) limit 200`,
      [ctx.workspaceId, customerId, ticketId, since],
      { name: 'given-tags' },
    );
    return rows.map(({ name }) => name);
  }

  /** Orders under these addresses, as the shops last told. */
  async orders(ctx: Ctx, emails: readonly string[], since: Date): Promise<number> {
    const rows = await ctx.query<{ count: number }>(
      `select count(*)::int as count from shop_order
       where workspace_id = $1 and lower(email) = any($2) and placed_at >= $3 and deleted_at is null`,
      [ctx.workspaceId, emails, since],
      { name: 'given-orders' },
    );
    return rows[0]?.count ?? 0;
  }
}
