import type { PolicyDocument } from '@satchel/contracts';
import type { PolicyFacts } from './facts';
import { exception, type Rule } from './rule';

const sendsBack = (action: string): boolean => action === 'start_return' || action === 'exchange';
/** Nothing has left yet. */
const notSent = ({ fulfilment }: PolicyFacts): boolean => fulfilment === 'unfulfilled' || fulfilment === 'on_hold';

const window: Rule = {
  name: 'returns.window',
  sentence: ({ returns }) =>
    `Goods go back within ${returns.windowDays} days of delivery; later only if a lead says so.`,
  judge: ({ returns }, facts, actor) => {
    const { deliveredDaysAgo } = facts;
    if (!sendsBack(facts.action) || typeof deliveredDaysAgo !== 'number' || deliveredDaysAgo <= returns.windowDays)
      return null;
    return exception(
      actor,
      `It was delivered ${deliveredDaysAgo} days ago; goods go back within ${returns.windowDays} days.`,
    );
  },
};

const excluded: Rule = {
  name: 'returns.excluded',
  sentence: ({ returns: { excludedTags, excludedSkus } }) => {
    const what = [
      ...excludedTags.map((tag) => `products tagged "${tag}"`),
      ...excludedSkus.map((pattern) => `SKUs like ${pattern}`),
    ];
    return what.length > 0 ? `These do not go back: ${what.join(', ')}.` : 'Every product may go back.';
  },
  judge: (policy, facts, actor) => {
    if (!sendsBack(facts.action)) return null;
    const final = (facts.lines ?? []).filter((line) => isExcluded(policy, line));
    if (final.length === 0) return null;
    return exception(actor, `${final.map(({ title }) => title).join(', ')} is final sale and does not go back.`);
  },
};

export function isExcluded({ returns }: PolicyDocument, line: { sku: string | null; tags: string[] }): boolean {
  const tags = line.tags.map((tag) => tag.trim().toLowerCase());
  if (returns.excludedTags.some((tag) => tags.includes(tag.trim().toLowerCase()))) return true;
  const { sku } = line;
  return sku !== null && returns.excludedSkus.some((pattern) => likePattern(pattern, sku));
}

/** `*` stands for anything; case does not count. Piece by piece: a pattern of many stars must not take for ever. */
function likePattern(pattern: string, text: string): boolean {
  const rest = pattern.trim().toLowerCase().split('*');
  const first = String(rest.shift());
  const lower = text.toLowerCase();
  if (rest.length === 0) return lower === first;
  if (!lower.startsWith(first)) return false;
  let at = first.length;
  const last = String(rest.pop());
  for (const piece of rest) {
    const found = lower.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return lower.length - last.length >= at && lower.endsWith(last);
}

const cancel: Rule = {
  name: 'cancel.unfulfilled',
  sentence: ({ cancel: { onlyUnfulfilled } }) =>
    onlyUnfulfilled
      ? 'An order is cancelled only while nothing of it was sent; later only if a lead says so.'
      : 'An order may be cancelled at any time.',
  judge: (policy, facts, actor) => {
    if (facts.action !== 'cancel_order' || !policy.cancel.onlyUnfulfilled || notSent(facts)) return null;
    return exception(
      actor,
      facts.fulfilment === 'cancelled'
        ? 'The order is cancelled already.'
        : 'Something of this order was sent already.',
    );
  },
};

const address: Rule = {
  name: 'address.before-shipping',
  sentence: ({ address: { onlyBeforeShipping } }) =>
    onlyBeforeShipping
      ? 'An address is changed only before anything was sent.'
      : 'An address may be changed at any time, as far as the shop lets it.',
  judge: (policy, facts) => {
    if (facts.action !== 'change_address' || !policy.address.onlyBeforeShipping || notSent(facts)) return null;
    return { verdict: 'deny', reason: 'Something of this order was sent already, to the old address.' };
  },
};

const beforeShipping: Rule = {
  name: 'order.before-shipping',
  sentence: () => 'Items and payment of an order are changed only before anything was sent.',
  judge: (_, facts) => {
    if ((facts.action !== 'change_items' && facts.action !== 'change_payment') || notSent(facts)) return null;
    return {
      verdict: 'deny',
      reason:
        facts.fulfilment === 'cancelled' ? 'The order is cancelled.' : 'Something of this order was sent already.',
    };
  },
};

export const orderRules: readonly Rule[] = [window, excluded, cancel, address, beforeShipping];
