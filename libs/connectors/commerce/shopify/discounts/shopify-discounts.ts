import { ConnectorError, type CommerceAdapter, type DiscountWish } from '../../../port';
import { decimalOf } from '../../../vendor/money';
import { operation } from '../graphql/operation';
import { hasMark, markedNote } from '../our-key';
import type { ShopifyClient } from '../shopify.client';
import { discountBody, type DiscountFacts } from './discount.mapper';

const DISCOUNT_BY_CODE = operation('DiscountByCode');
const CREATE_DISCOUNT = operation('CreateDiscount');
const DEACTIVATE_DISCOUNT = operation('DeactivateDiscount');
const LONGEST_CODE = 255;

/** Codes; our action's id stands in the title, which customers do not see. */
export function shopifyDiscounts(client: ShopifyClient, now: () => Date): NonNullable<CommerceAdapter['discounts']> {
  const read = async (code: string): Promise<DiscountFacts | null> => {
    const wanted = code.trim();
    if (wanted === '' || wanted.length > LONGEST_CODE) return null;
    type Found = { codeDiscountNodeByCode: DiscountFacts | null };
    return (await client.run<Found>(DISCOUNT_BY_CODE, { code: wanted })).codeDiscountNodeByCode;
  };

  return {
    async byCode(code) {
      const found = await read(code);
      return found && discountBody(found, code.trim());
    },
    create: {
      async perform(wish, write) {
        const input = inputOf(wish, write.key, now());
        type Made = { discountCodeBasicCreate: { codeDiscountNode: DiscountFacts | null } | null };
        const answer = await client.change<Made>(CREATE_DISCOUNT, { input }, write);
        const made = answer.discountCodeBasicCreate?.codeDiscountNode;
        if (!made) throw new ConnectorError('uncertain', 'Shopify does not say whether the code is there.');
        return discountBody(made, wish.code);
      },
      async find({ code }, key) {
        const found = await read(code);
        return found && hasMark(found.codeDiscount.title, key) ? discountBody(found, code) : 'not_done';
      },
      async undo({ externalId }, write) {
        await client.change(DEACTIVATE_DISCOUNT, { id: externalId }, write);
      },
    },
  };
}

function inputOf(wish: DiscountWish, key: string, now: Date): object {
  return {
    title: markedNote(wish.code, key, LONGEST_CODE),
    code: wish.code,
    startsAt: now.toISOString(),
    endsAt: wish.endsAt?.toISOString() ?? null,
    usageLimit: wish.usageLimit,
    appliesOncePerCustomer: true,
    context: wish.customerId ? { customers: { add: [wish.customerId] } } : { all: 'ALL' },
    customerGets: { items: { all: true }, value: valueOf(wish) },
    ...(wish.minimum && {
      minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: decimalOf(wish.minimum) } },
    }),
  };
}

function valueOf({ percent, amount }: DiscountWish): object {
  if (percent !== undefined) return { percentage: percent / 100 };
  if (amount) return { discountAmount: { amount: decimalOf(amount), appliesOnEachItem: false } };
  throw new ConnectorError('rejected', 'A discount is a percentage or an amount.');
}
