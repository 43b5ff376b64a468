import type { DiscountBody, Money } from '@satchel/contracts';
import { ConnectorError, type CommerceAdapter, type DiscountWish, type Write } from '../../../port';
import { moneyOf } from '../../../vendor/money';
import { countIn, idIn, isTrue, listOf, moneyIn, wordIn } from '../facts';
import { PAGE, type Fields, type LightspeedClient } from '../lightspeed.client';
import { notSeen } from '../lightspeed.errors';
import type { Shop } from '../shop';

/** Two thousand codes. */
const MOST_PAGES = 8;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * Discount codes. A code has no place for our key, but the code is one: it is made for one action and the shop has each
 * code once. So a code that stands there with just these terms is ours, and one with others is somebody's.
 */
export class Discounts {
  constructor(
    private readonly client: LightspeedClient,
    private readonly shop: Shop,
  ) {}

  asPort(): NonNullable<CommerceAdapter['discounts']> {
    return {
      byCode: (code) => this.byCode(code),
      create: {
        perform: (wish, write) => this.create(wish, write),
        find: async (wish) => {
          const record = await this.recordOf(wish.code);
          if (!record) return 'not_done';
          return (await this.isOurs(record, wish)) ? this.told(record) : 'unknown';
        },
      },
    };
  }

  private async byCode(code: string): Promise<DiscountBody | null> {
    const record = await this.recordOf(code);
    return record && this.told(record);
  }

  private async create(wish: DiscountWish, write: Write): Promise<DiscountBody> {
    const terms = this.termsOf(wish, (await this.shop.facts()).currency);
    if (await this.recordOf(wish.code)) throw new ConnectorError('rejected', 'This shop has such a code already');
    await this.client.change('POST', 'discounts', { discount: terms }, write);
    const record = await this.recordOf(wish.code);
    if (!record) throw notSeen('the code is made');
    return this.told(record);
  }

  /** By its code in any case; whether the shop filters by it is not known, so this holds each against it. */
  private async recordOf(code: string): Promise<Fields | null> {
    const wanted = code.trim().toLowerCase();
    if (!wanted) return null;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const query = { code: code.trim(), limit: PAGE, ...(page > 1 && { page }) };
      const some = listOf(await this.client.get('discounts', query));
      const found = some.find((one) => wordIn(one.code)?.toLowerCase() === wanted);
      if (found || some.length < PAGE) return found ?? null;
    }
    return null;
  }

  private termsOf(wish: DiscountWish, currency: string): Fields {
    const { percent, amount, minimum } = wish;
    if ((percent === undefined) === (amount === undefined)) {
      throw new ConnectorError('rejected', 'A code takes off either a percentage or an amount');
    }
    for (const money of [amount, minimum]) {
      if (money && money.currency !== currency) {
        throw new ConnectorError('rejected', `This shop sells in ${currency}, so a code must be in it too`);
      }
    }
    const now = this.client.deps.now();
    return {
      isActive: true,
      startDate: day(now),
      // The shop counts whole days: the last one that the code may be used on.
      ...(wish.endsAt && { endDate: day(new Date(wish.endsAt.getTime() - 1)) }),
      type: percent === undefined ? 'amount' : 'percentage',
      discount: percent ?? (amount ? decimal(amount) : 0),
      usageLimit: wish.usageLimit,
      minimumAmount: minimum ? decimal(minimum) : 0,
      code: wish.code.trim(),
    };
  }

  private async isOurs(record: Fields, wish: DiscountWish): Promise<boolean> {
    const told = await this.told(record);
    const same = (one: Money | null, other: Money | undefined) => (one?.amount ?? null) === (other?.amount ?? null);
    const sameTerms = told.percent === (wish.percent ?? null) && same(told.amount, wish.amount);
    return sameTerms && told.usageLimit === wish.usageLimit && same(told.minimum, wish.minimum);
  }

  private async told(record: Fields): Promise<DiscountBody> {
    const { currency } = await this.shop.facts();
    const percentage = record.type === 'percentage';
    const minimum = moneyIn(record.minimumAmount, currency);
    return {
      externalId: idIn(record.id) ?? '',
      code: wordIn(record.code) ?? '',
      active: isTrue(record.isActive),
      percent: percentage ? Number(record.discount) : null,
      amount: record.type === 'amount' ? moneyIn(record.discount, currency) : null,
      startsAt: DAY.exec(wordIn(record.startDate) ?? '')?.[0] ?? null,
      endsAt: DAY.exec(wordIn(record.endDate) ?? '')?.[0] ?? null,
      usageLimit: countIn(record.usageLimit) || null,
      used: countIn(record.timesUsed),
      minimum: minimum.amount > 0 ? minimum : null,
      conditions: wordIn(record.applyTo)?.includes('categories') ? ['for some products or categories only'] : [],
    };
  }
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
/** 5 of 500 cents. */
const decimal = ({ amount, currency }: Money): number => amount / moneyOf('1', currency).amount;
