import type { DeliveryStatus, TicketStatus } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { APPEND_SQL } from './message-append.sql';

export interface AppendedRow {
  n: number;
  status: TicketStatus | null;
  messageId: string | null;
  deliveryStatus: DeliveryStatus | null;
}

interface Waiting {
  ctx: Ctx;
  row: Record<string, unknown>;
  resolve: (row: AppendedRow) => void;
  reject: (error: unknown) => void;
}

interface Queue {
  waiting: Waiting[];
  running: number;
}

/** Statements under way per workspace; while they run, further appends gather into the next one. */
const AT_ONCE = 3;
const MOST_IN_ONE = 32;

/**
 * Appends that come at the same moment share a statement, and with it the round trip, the plan and the commit. A lone
 * one goes at once: nothing waits for company. In an open transaction each append is a statement of its own.
 */
@Injectable()
export class AppendBatches {
  private readonly queues = new Map<string, Queue>();

  async append(ctx: Ctx, row: Record<string, unknown>): Promise<AppendedRow> {
    if (ctx.inTransaction) return alone(ctx, row);
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(ctx.workspaceId) ?? { waiting: [], running: 0 };
      this.queues.set(ctx.workspaceId, queue);
      queue.waiting.push({ ctx, row, resolve, reject });
      this.next(ctx.workspaceId, queue);
    });
  }

  private next(workspaceId: string, queue: Queue): void {
    while (queue.running < AT_ONCE && queue.waiting.length > 0) {
      const batch = takeBatch(queue);
      queue.running += 1;
      void run(batch).finally(() => {
        queue.running -= 1;
        if (queue.running === 0 && queue.waiting.length === 0) this.queues.delete(workspaceId);
        else this.next(workspaceId, queue);
      });
    }
  }
}

/** One append per ticket: a statement updates a row once. What is left keeps its order. */
function takeBatch(queue: Queue): Waiting[] {
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  const tickets = new Set<unknown>();
  for (const one of queue.waiting) {
    const ticket = one.row['ticket_id'];
    if (batch.length < MOST_IN_ONE && !tickets.has(ticket)) batch.push(one);
    else rest.push(one);
    tickets.add(ticket);
  }
  queue.waiting = rest;
  return batch;
}

/** Settles everybody in the batch and never throws. One bad row would fail them all, so then each goes alone. */
async function run(batch: Waiting[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  try {
    const rows = await statement(
      first.ctx,
      batch.map(({ row }, n) => ({ ...row, n })),
    );
    for (const row of rows) batch[row.n]?.resolve(row);
  } catch (error) {
    if (batch.length === 1) first.reject(error);
    else await Promise.all(batch.map(({ ctx, row, resolve, reject }) => alone(ctx, row).then(resolve, reject)));
  }
}

async function alone(ctx: Ctx, row: Record<string, unknown>): Promise<AppendedRow> {
  const [appended] = await statement(ctx, [{ ...row, n: 0 }]);
  if (!appended) throw new Error('an append answered no row');
  return appended;
}

function statement(ctx: Ctx, rows: Record<string, unknown>[]): Promise<AppendedRow[]> {
  return ctx.query<AppendedRow>(APPEND_SQL, [ctx.workspaceId, JSON.stringify(rows)], { name: 'desk.append' });
}
