import type { DiscountBody } from '@satchel/contracts';
import { ConnectorError, type CommerceAdapter, type DiscountWish, type Write } from '../../../port';
import { listIn } from '../../../vendor/loose';
import { decimalOf } from '../../../vendor/money';
import { countIn, dateIn, idIn, moneyIn, wordIn } from '../facts';
import { hasMark, marked } from '../our-mark';
import type { Shop } from '../shop';
import type { Fields, WoocommerceClient } from '../woocommerce.client';
import { notSeen } from '../woocommerce.errors';

const KIND = 'coupon';

/** Coupons, as WooCommerce calls them. It writes every code in small letters and takes it in any case. */
export class Discounts {
  constructor(
    private readonly client: WoocommerceClient,
    private readonly shop: Shop,
  ) {}

  asPort(): NonNullable<CommerceAdapter['discounts']> {
    return {
      byCode: async (code) => {
        const record = await this.recordOf(code);
        return record && this.told(record);
      },
      create: {
        perform: (wish, write) => this.create(wish, write),
        find: async (wish, key) => {
          const record = await this.recordOf(wish.code);
          return record && hasMark(record, KIND, key) ? this.told(record) : 'not_done';
        },
      },
    };
  }

  private async create(wish: DiscountWish, write: Write): Promise<DiscountBody> {
    const earlier = await this.recordOf(wish.code);
    if (earlier && hasMark(earlier, KIND, write.key)) return this.told(earlier);
    if (earlier) throw new ConnectorError('rejected', 'This shop has such a code already');
    const body = { ...(await this.termsOf(wish)), meta_data: marked(KIND, write.key) };
    await this.client.change('POST', 'coupons', body, write);
    const record = await this.recordOf(wish.code);
    if (!record || !hasMark(record, KIND, write.key)) throw notSeen('the code is made');
    return this.told(record);
  }

  private async recordOf(code: string): Promise<Fields | null> {
    const wanted = code.trim().toLowerCase();
    if (!wanted) return null;
    const rows = await this.client.list('coupons', { code: wanted });
    return rows.find((row) => wordIn(row.code)?.toLowerCase() === wanted) ?? null;
  }

  private async termsOf({ code, percent, amount, minimum, usageLimit, endsAt, customerId }: DiscountWish) {
    if ((percent === undefined) === (amount === undefined)) {
      throw new ConnectorError('rejected', 'A code takes off either a percentage or an amount');
    }
    const currency = await this.shop.currency();
    for (const money of [amount, minimum]) {
      if (money && money.currency !== currency)
        throw new ConnectorError('rejected', `This shop sells in ${currency}, so a code must be in it too`);
    }
    const mail = customerId && (await this.mailOf(customerId));
    return {
      code: code.trim().toLowerCase(),
      discount_type: percent === undefined ? 'fixed_cart' : 'percent',
      amount: amount ? decimalOf(amount) : String(percent),
      usage_limit: usageLimit,
      // `date_expires_gmt` is read and not written; this one takes a zone.
      ...(endsAt && { date_expires: endsAt.toISOString().replace(/\.\d{3}Z$/, 'Z') }),
      ...(minimum && { minimum_amount: decimalOf(minimum) }),
      ...(mail && { email_restrictions: [mail] }),
    };
  }

  private async mailOf(customerId: string): Promise<string> {
    const customer = idIn(customerId) && (await this.client.find(`customers/${customerId}`));
    const mail = customer && wordIn(customer.email);
    if (!mail) throw new ConnectorError('rejected', 'The shop knows no mail address of this customer');
    return mail;
  }

  private async told(record: Fields): Promise<DiscountBody> {
    const currency = await this.shop.currency();
    const percent = record.discount_type === 'percent' ? Number(record.amount) : null;
    const amount = moneyIn(record.amount, currency);
    const minimum = moneyIn(record.minimum_amount, currency);
    const isAmount = record.discount_type === 'fixed_cart' || record.discount_type === 'fixed_product';
    return {
      externalId: idIn(record.id) ?? '',
      code: wordIn(record.code) ?? '',
      active: (wordIn(record.status) ?? 'publish') === 'publish',
      percent: percent !== null && Number.isFinite(percent) ? percent : null,
      amount: isAmount && amount.amount > 0 ? amount : null,
      startsAt: dateIn(record.date_created_gmt)?.toISOString() ?? null,
      endsAt: dateIn(record.date_expires_gmt)?.toISOString() ?? null,
      usageLimit: countIn(record.usage_limit) || null,
      used: countIn(record.usage_count),
      minimum: minimum.amount > 0 ? minimum : null,
      conditions: conditionsOf(record),
    };
  }
}

function conditionsOf(record: Fields): string[] {
  const some = (...names: string[]): boolean => names.some((name) => listIn(record[name]).length > 0);
  const told: [boolean, string][] = [
    [some('email_restrictions'), 'for certain customers only'],
    [some('product_ids', 'product_categories'), 'for some products or categories only'],
    [some('excluded_product_ids', 'excluded_product_categories'), 'not for all products'],
    [record.exclude_sale_items === true, 'not for goods on sale'],
    [record.individual_use === true, 'not together with other codes'],
  ];
  return told.filter(([holds]) => holds).map(([, words]) => words);
}
