import type { ActionRunState } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { NewRun, RunRow, StepRow } from './run-row';

const JSON_COLUMNS = [
  'actor',
  'arguments',
  'summary',
  'amount',
  'facts',
  'decision',
  'decided_by',
  'steps',
  'result',
  'evidence',
  'error',
  'fallback',
];
const COLUMNS = `id, name, risk, state, phase, connection_id as "connectionId", ticket_id as "ticketId", customer_id as "customerId",
  order_id as "orderId", order_number as "orderNumber", lock_key as "lockKey", actor, arguments, summary, amount, facts, decision,
  decided_by as "decidedBy", steps, result, evidence, error, fallback, client_id as "clientId", request_hash as "requestHash",
  attempts, looks, claimed_at as "claimedAt", claimed_by as "claimedBy", next_look_at as "nextLookAt", created_at as "createdAt",
  started_at as "startedAt", finished_at as "finishedAt"`;

const column = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const stored = (name: string, value: unknown): unknown =>
  JSON_COLUMNS.includes(name) && value !== null ? JSON.stringify(value) : value;

export interface RunFilter {
  states?: readonly ActionRunState[];
  ticketId?: string;
  customerId?: string;
  limit: number;
  /** Older than this run. */
  before?: { at: Date; id: string };
}

@Injectable()
export class RunQueries {
  /** Null: this client id has a run already. Throws a violation of `action_run_busy` when something stands in the way. */
  async insert(ctx: Ctx, run: NewRun): Promise<RunRow | null> {
    const given = Object.entries(run).map(([name, value]) => [column(name), value] as const);
    const names = given.map(([name]) => name);
    const values = given.map(([name, value]) => stored(name, value));
    const rows = await ctx.query<RunRow>(
      `insert into action_run (workspace_id, ${names.join(', ')}) values ($1, ${names.map((_, i) => `$${i + 2}`).join(', ')})
       on conflict (workspace_id, client_id) where client_id is not null do nothing returning ${COLUMNS}`,
      [ctx.workspaceId, ...values],
    );
    return rows[0] ?? null;
  }

  /** Changes a run that is still in one of these states and, where told, still claimed by this try. Null: it is not. */
  async change(
    ctx: Ctx,
    id: string,
    from: { states: readonly ActionRunState[]; claim?: string | null },
    changes: Partial<RunRow>,
  ): Promise<RunRow | null> {
    const given = Object.entries(changes).map(([name, value]) => [column(name), value] as const);
    const sets = given.map(([name], i) => `${name} = $${i + 6}`);
    const rows = await ctx.query<RunRow>(
      `update action_run set ${sets.join(', ')} where workspace_id = $1 and id = $2 and state = any($3)
         and (not $5::boolean or claimed_by is not distinct from $4::uuid) returning ${COLUMNS}`,
      [
        ctx.workspaceId,
        id,
        from.states,
        from.claim ?? null,
        from.claim !== undefined,
        ...given.map(([name, value]) => stored(name, value)),
      ],
    );
    return rows[0] ?? null;
  }

  /** Writes down that a step's request is about to leave. False: this try has lost its claim and must not send it. */
  async markLeft(ctx: Ctx, id: string, claim: string, index: number, at: Date): Promise<boolean> {
    const rows = await ctx.query(
      `update action_run set steps = jsonb_set(steps, array[$4::text, 'leftAt'], to_jsonb($5::text)), claimed_at = $6
       where workspace_id = $1 and id = $2 and claimed_by = $3 and state in ('performing', 'uncertain') returning id`,
      [ctx.workspaceId, id, claim, String(index), at.toISOString(), at],
      { name: 'action-run-left' },
    );
    return rows.length > 0;
  }

  saveSteps(ctx: Ctx, id: string, claim: string, steps: StepRow[]): Promise<RunRow | null> {
    return this.change(ctx, id, { states: ['performing', 'uncertain'], claim }, { steps });
  }

  async byId(ctx: Ctx, id: string): Promise<RunRow | null> {
    const sql = `select ${COLUMNS} from action_run where workspace_id = $1 and id = $2`;
    return (await ctx.query<RunRow>(sql, [ctx.workspaceId, id], { name: 'action-run' }))[0] ?? null;
  }

  async byClientId(ctx: Ctx, clientId: string): Promise<RunRow | null> {
    const sql = `select ${COLUMNS} from action_run where workspace_id = $1 and client_id = $2`;
    return (await ctx.query<RunRow>(sql, [ctx.workspaceId, clientId]))[0] ?? null;
  }

  /** What stands in the way of another change there. */
  async busy(ctx: Ctx, connectionId: string | null, lockKey: string | null): Promise<RunRow | null> {
    const rows = await ctx.query<RunRow>(
      `select ${COLUMNS} from action_run where workspace_id = $1 and connection_id = $2 and lock_key = $3
         and state in ('performing', 'uncertain') limit 1`,
      [ctx.workspaceId, connectionId, lockKey],
    );
    return rows[0] ?? null;
  }

  /** Newest first. */
  list(ctx: Ctx, { states, ticketId, customerId, limit, before }: RunFilter): Promise<RunRow[]> {
    return ctx.query<RunRow>(
      `select ${COLUMNS} from action_run where workspace_id = $1
         and ($2::text[] is null or state = any($2)) and ($3::uuid is null or ticket_id = $3) and ($4::uuid is null or customer_id = $4)
         and ($5::timestamptz is null or (created_at, id) < ($5, $6::uuid))
       order by created_at desc, id desc limit $7`,
      [
        ctx.workspaceId,
        states ?? null,
        ticketId ?? null,
        customerId ?? null,
        before?.at ?? null,
        before?.id ?? null,
        limit,
      ],
    );
  }

  /** How often an action was done for a customer since a moment, of other orders than this one; and the points of it all. */
  async history(
    ctx: Ctx,
    customerId: string,
    name: string,
    since: Date,
  ): Promise<{ orderId: string | null; points: number }[]> {
    return ctx.query(
      `select order_id as "orderId", coalesce((facts ->> 'points')::numeric, 0)::int as points from action_run
       where workspace_id = $1 and customer_id = $2 and name = $3 and created_at >= $4 and state in ('performing', 'done', 'uncertain')`,
      [ctx.workspaceId, customerId, name, since],
    );
  }
}

export function isBusy(error: unknown): boolean {
  const { constraint, driverError } = error as { constraint?: string; driverError?: unknown };
  return constraint === 'action_run_busy' || (driverError ? isBusy(driverError) : false);
}
