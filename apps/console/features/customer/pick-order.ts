import type { OrderBody } from '@satchel/contracts';

/** The order to show open: the one named last in the conversation, else the newest. */
export function pickOrder(orders: readonly OrderBody[], texts: readonly string[]): OrderBody | null {
  for (const text of [...texts].reverse()) {
    const named = orders.find((order) => mentions(text, order.number));
    if (named) return named;
  }
  const newest = [...orders].sort((a, b) => b.placedAt.localeCompare(a.placedAt));
  return newest[0] ?? null;
}

function mentions(text: string, number: string): boolean {
  const bare = number.replace(/^#/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])#?${bare}(?![\\w-])`, 'i').test(text);
}
