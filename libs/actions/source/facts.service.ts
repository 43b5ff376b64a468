import type { Money } from '@satchel/contracts';
import { Clock, type Ctx } from '@satchel/kernel';
import type { Gift, Given, GivenBy, PolicyFacts } from '@satchel/policies';
import { Injectable } from '@nestjs/common';
import type { Action, Scene } from '../action/action';
import type { Prepared } from '../action/preparation';
import { type DoneRow, GivenQueries, type SpanRow } from './given.queries';
import { emailsOf } from './sources.service';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
const MONTH_DAYS = 30;
const HISTORY_DAYS = 90;
/** What goes into the facts of a run; the newest of them. */
const MOST_GIFTS = 50;
/** Goods that came broken or wrong, as the customer says. */
const CLAIMED: readonly string[] = ['defective', 'wrong_item', 'not_as_described'];

type Subject = Pick<Prepared, 'order'> & { action: Action; customerId: string | null };

/** What the rules want to know beyond the action's own facts. */
@Injectable()
export class FactsReader {
  constructor(
    private readonly queries: GivenQueries,
    private readonly clock: Clock,
  ) {}

  /** What outside systems and the copies of shops tell. Never in a transaction. */
  async around(action: Action, scene: Scene, prepared: Prepared): Promise<Partial<PolicyFacts>> {
    if (action.risk === 'read') return {};
    const { ctx, customer, ticketId } = scene;
    const since = this.ago(HISTORY_DAYS * DAY_MS);
    const emails = emailsOf(customer);
    const orders = emails.length > 0 ? await this.queries.orders(ctx, emails, since) : 0;
    return {
      customerTags: await this.queries.tags(ctx, customer?.id ?? null, ticketId, since),
      // None: the copy of the shop is not there yet, or they ordered under something else.
      ordersIn90Days: orders > 0 ? orders : null,
      ...(action.risk === 'money' && prepared.facts.tier === undefined && (await this.tier(scene))),
    };
  }

  /** What was given before. With `tx` nothing else is given until it has ended: what is read here holds until then. */
  async given(ctx: Ctx, { action, order, customerId }: Subject): Promise<Partial<PolicyFacts>> {
    if (action.risk === 'read') return {};
    const gives = action.risk === 'money';
    if (gives && ctx.inTransaction) await this.queries.oneAtATime(ctx);
    const now = this.clock.now();
    const theirs = customerId ? await this.queries.ofCustomer(ctx, customerId, this.ago(HISTORY_DAYS * DAY_MS)) : null;
    const onOrder = order ? await this.queries.ofOrder(ctx, order.id) : null;
    const facts: Partial<PolicyFacts> = {
      claimsIn90Days: theirs && claimsIn(theirs, order?.id ?? null),
      ...(onOrder && {
        onOrder: sum(onOrder.filter(({ risk }) => risk === 'money')),
        sameOnOrder: onOrder.filter(({ name }) => name === action.name).length,
      }),
    };
    if (!gives) return facts;
    const month = now.getTime() - MONTH_DAYS * DAY_MS;
    const shop = await this.queries.ofShop(ctx, this.ago(HOUR_MS), this.ago(DAY_MS));
    return {
      ...facts,
      customer30Days: theirs && sum(theirs.filter(({ risk, at }) => risk === 'money' && at.getTime() > month)),
      shopHour: spanOf(shop, 'hour'),
      shopDay: spanOf(shop, 'day'),
      gifts: theirs && giftsIn(theirs, now),
      giftsThisMonth: await this.giftsOfMonth(ctx, now),
    };
  }

  private async giftsOfMonth(ctx: Ctx, now: Date): Promise<PolicyFacts['giftsThisMonth']> {
    const rows = await this.queries.giftsSince(ctx, new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)));
    return {
      money: rows.flatMap(({ currency, amount }): Money[] => (currency ? [{ currency, amount }] : [])),
      points: rows.reduce((all, { points }) => all + points, 0),
      percents: rows.reduce((all, { percents }) => all + percents, 0),
    };
  }

  /** Null: in no programme. Absent: it could not be asked. */
  private async tier({ ctx, customer, sources }: Scene): Promise<Pick<PolicyFacts, 'tier'>> {
    const told = await sources.told(async () => {
      for (const { adapter } of await sources.all(ctx, 'loyalty')) {
        for (const email of emailsOf(customer)) {
          const member = await adapter.member(email);
          if (member?.tier) return { tier: member.tier };
        }
      }
      return { tier: null };
    });
    return 'ok' in told ? {} : told;
  }

  private ago(ms: number): Date {
    return new Date(this.clock.now().getTime() - ms);
  }
}

function totalOf(rows: readonly DoneRow[]): Given {
  const sums = new Map<string, number>();
  for (const { money } of rows) if (money) sums.set(money.currency, (sums.get(money.currency) ?? 0) + money.amount);
  return { count: rows.length, money: [...sums].map(([currency, amount]) => ({ amount, currency })) };
}

const sum = (rows: readonly DoneRow[]): GivenBy => ({ ai: totalOf(rows.filter(({ ai }) => ai)), all: totalOf(rows) });

function spanOf(rows: readonly SpanRow[], span: 'hour' | 'day'): GivenBy {
  const of = (some: readonly SpanRow[]): Given => {
    const sums = new Map<string, number>();
    for (const row of some)
      if (row.currency) sums.set(row.currency, (sums.get(row.currency) ?? 0) + row[`${span}Amount`]);
    return {
      count: some.reduce((all, row) => all + row[`${span}Count`], 0),
      money: [...sums].map(([currency, amount]) => ({ amount, currency })),
    };
  };
  return { ai: of(rows.filter(({ ai }) => ai)), all: of(rows) };
}

const giftsIn = (rows: readonly DoneRow[], now: Date): Gift[] =>
  rows
    .filter(({ name }) => name === 'create_discount' || name === 'grant_points')
    .slice(0, MOST_GIFTS)
    .map(({ at, money, points }) => ({ daysAgo: Math.floor((now.getTime() - at.getTime()) / DAY_MS), money, points }));

/** One order is one claim, whatever was done for it; the order at hand is the claim that is being judged. */
function claimsIn(rows: readonly DoneRow[], orderId: string | null): number {
  const claims = rows.filter(({ name, reasons }) => name === 'refund' || reasons.some((one) => CLAIMED.includes(one)));
  const orders = new Set(claims.map((claim) => claim.orderId).filter((id) => id !== null && id !== orderId));
  return orders.size + claims.filter((claim) => claim.orderId === null).length;
}
