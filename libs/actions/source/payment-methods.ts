import type { PaymentMethod } from '@satchel/connectors';
import { cannot, type CannotBody } from '../action/preparation';
import type { Choice, Scene } from '../action/action';
import { emailsOf, type FoundOrder, isTheirs } from './sources.service';

export const ORIGINAL = 'original';

/** Words as people write them of a card: "my visa (ends in 4242)" has "visa" and "4242". */
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
const KIND_WORDS: Record<PaymentMethod['kind'], string> = {
  card: 'credit debit card',
  wallet: 'wallet',
  gift_card: 'gift card giftcard',
  other: '',
};

/**
 * The one of the customer's own methods that is meant: by its id, or by what was said of it. The method that shares most
 * words is meant if no other shares as many. A figure ("ending 1111") that no method has means none of them.
 */
export function meant(methods: readonly PaymentMethod[], said: string): PaymentMethod[] {
  const byId = methods.filter(({ externalId }) => externalId === said.trim());
  if (byId.length > 0) return byId;
  const asked = [...wordsOf(said)];
  const shared = methods.map((method) => {
    const own = wordsOf(`${method.label} ${KIND_WORDS[method.kind]}`);
    const missed = asked.some((word) => /^\d{3,}$/.test(word) && !own.has(word));
    return missed ? 0 : asked.filter((word) => own.has(word)).length;
  });
  const most = Math.max(0, ...shared);
  return most === 0 ? [] : methods.filter((_, index) => shared[index] === most);
}

/** A payment method of the order's customer. What else they have on file is told to themselves only. */
export async function methodOf(
  { now, shop, connection, body }: FoundOrder,
  said: string,
  { customer }: Pick<Scene, 'customer'>,
): Promise<{ ok: true; method: PaymentMethod } | CannotBody> {
  if (!shop.paymentMethods || !now.customerId)
    return cannot('not_possible', `${connection.label} does not tell what ${now.number} could be paid with.`);
  const methods = await shop.paymentMethods.of(now.customerId);
  const [method, other] = meant(methods, said);
  if (method && !other) return { ok: true, method };
  const labels = methods.map(({ label }) => label).join(', ') || 'nothing';
  const known = isTheirs(body, customer) ? ` On file: ${labels}.` : '';
  return method
    ? cannot('ambiguous', `"${said}" may mean several payment methods.${known} Say which.`)
    : cannot('not_found', `"${said}" is not among the payment methods on file.${known}`);
}

/** Where money goes or comes from: nothing named or "original" is as the order was paid. */
export async function settling(
  found: FoundOrder,
  said: string | undefined,
  { customer, takesMethod }: Pick<Scene, 'customer'> & { takesMethod?: boolean },
): Promise<{ ok: true; wish: { paymentMethodId?: string }; words: string } | CannotBody> {
  if (said === undefined || said.toLowerCase() === ORIGINAL) return { ok: true, wish: {}, words: 'As it was paid' };
  if (!takesMethod)
    return cannot('not_possible', `${found.connection.label} gives money back only as the order was paid.`);
  const told = await methodOf(found, said, { customer });
  return told.ok ? { ok: true, wish: { paymentMethodId: told.method.externalId }, words: told.method.label } : told;
}

/** What the customer has on file in the shops that tell it. */
export async function methodChoices({ ctx, customer, sources }: Scene): Promise<Choice[]> {
  const choices: Choice[] = [];
  for (const { adapter } of await sources.all(ctx, 'commerce')) {
    const { customers, paymentMethods } = adapter;
    if (!customers || !paymentMethods) continue;
    for (const email of emailsOf(customer)) {
      const told = await sources.told(async () => {
        const lists = (await customers.byEmail(email)).map(({ externalId }) => paymentMethods.of(externalId));
        return { ok: true as const, methods: (await Promise.all(lists)).flat() };
      });
      if (told.ok) choices.push(...told.methods.map(({ externalId, label }) => ({ value: externalId, label })));
    }
  }
  return choices;
}
