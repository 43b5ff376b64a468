import type { Ctx } from '@satchel/kernel';
import type { RunRow } from '../run/run-row';
import type { DoneRow, GivenQueries, SpanRow } from '../source/given.queries';
import type { MemoryRuns } from './memory-runs';

/** What was given before, as far as a rehearsal knows: what it gave itself. */
export class MemoryGiven implements Pick<GivenQueries, keyof GivenQueries> {
  constructor(
    private readonly runs: MemoryRuns,
    private readonly customer: { tags: readonly string[]; orders: number },
  ) {}

  async oneAtATime(): Promise<void> {}

  async ofCustomer(_ctx: Ctx, customerId: string): Promise<DoneRow[]> {
    return this.done((row) => row.customerId === customerId);
  }

  async ofOrder(_ctx: Ctx, orderId: string): Promise<DoneRow[]> {
    return this.done((row) => row.orderId === orderId);
  }

  /** A conversation is over within the hour. */
  async ofShop(): Promise<SpanRow[]> {
    return this.done(({ risk }) => risk === 'money').map(({ ai, money }) => {
      const amount = money?.amount ?? 0;
      const currency = money?.currency ?? null;
      return { ai, currency, hourCount: 1, hourAmount: amount, dayCount: 1, dayAmount: amount };
    });
  }

  async giftsSince(): ReturnType<GivenQueries['giftsSince']> {
    return this.done(({ name }) => name === 'create_discount' || name === 'grant_points').map(
      ({ name, money, points }) => ({
        currency: money?.currency ?? null,
        amount: money?.amount ?? 0,
        points,
        percents: name === 'create_discount' && !money ? 1 : 0,
      }),
    );
  }

  async tags(): Promise<string[]> {
    return [...this.customer.tags];
  }

  async orders(): Promise<number> {
    return this.customer.orders;
  }

  private done(fits: (row: RunRow) => boolean): DoneRow[] {
    return this.runs
      .standing()
      .filter((row) => row.risk !== 'read' && fits(row))
      .map((row) => ({
        name: row.name,
        orderId: row.orderId,
        at: row.startedAt ?? row.createdAt,
        ai: row.actor.kind === 'ai' || row.actor.kind === 'customer',
        money: row.facts.amount ?? row.amount,
        points: row.facts.points ?? 0,
        risk: row.risk,
        reasons: reasonsIn(row.arguments),
      }))
      .reverse();
  }
}

function reasonsIn({ lines }: Record<string, unknown>): string[] {
  if (!Array.isArray(lines)) return [];
  return lines.flatMap(({ reason }: { reason?: unknown }) => (typeof reason === 'string' ? [reason] : []));
}
