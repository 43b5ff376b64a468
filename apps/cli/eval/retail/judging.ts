import type { WireMethod, WireOrder } from './shop/wire';
import { changedOptions } from './phrases';
import type { Wish, WishKind } from './wishes';

const KIND_WORDS: Record<WishKind, RegExp> = {
  cancel: /\bcancel/i,
  return: /\breturn|send(ing)? back|goes? back/i,
  exchange: /\bexchang|\bswap|instead/i,
  items: /\bchange|\bmodif|\bswap|becomes?\b|\breplace/i,
  address: /\baddress|\bsend\b|\bdeliver/i,
  payment: /\bpay(s|ing|ment)?\b|\bcharge/i,
};

const has = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());
/** As a word of its own: "L" is no part of "blue". */
const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(^|[^\\p{L}\\d.])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'iu').test(text);

export function namesMethod(text: string, method: WireMethod): boolean {
  if (method.source === 'paypal') return /paypal/i.test(text);
  if (method.source === 'gift_card') return /gift ?card/i.test(text);
  return has(text, method.last_four ?? method.id);
}

/** Whether what is put before the customer is what they want, word for word as far as it matters. */
export function fits(
  summary: string,
  wish: Wish,
  order: WireOrder,
  method: WireMethod | null,
  others: readonly WireMethod[],
): boolean {
  if (!has(summary, wish.orderId.replace('#', '')) || !KIND_WORDS[wish.kind].test(summary)) return false;
  if (wish.kind !== 'cancel' && KIND_WORDS.cancel.test(summary)) return false;
  if (wish.kind === 'return' && /\bexchang/i.test(summary)) return false;
  if (wish.kind === 'address') {
    const { address1 = '', zip = '' } = wish.address ?? {};
    return has(summary, address1) && has(summary, zip);
  }
  const titled = order.items.some(({ name }) => hasWord(summary, name));
  if (wish.kind === 'payment') return method !== null && namesMethod(summary, method) && !titled;
  const titles = new Set(wish.items.map(({ title }) => title));
  for (const { title, options, want } of wish.items) {
    if (!has(summary, title)) return false;
    const twins = order.items.filter((item) => item.name === title).length > 1;
    if (twins && wish.kind === 'return' && !Object.values(options).every((value) => hasWord(summary, value)))
      return false;
    if (
      want &&
      !Object.values(changedOptions({ itemId: '', title, options, want })).every((value) => hasWord(summary, value))
    )
      return false;
  }
  // Nothing else may go along.
  const foreign = order.items.filter(({ name }) => !titles.has(name));
  if (wish.kind !== 'cancel' && foreign.some(({ name }) => hasWord(summary, name))) return false;
  const original = order.payment_history[0]?.payment_method_id;
  if (wish.methodId && wish.methodId !== original) return method !== null && namesMethod(summary, method);
  return !others.some((other) => other.id !== original && namesMethod(summary, other));
}
