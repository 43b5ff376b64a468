import type { OrderBody, OrderLineBody } from '@satchel/contracts';
import { parseMoney } from './money-text';
import type { ActionArgs } from './subject';

/** How many of each line, by the line's id. */
export type Quantities = Record<string, number>;

/** Lines that the shop can be told of, each with how many are left. */
export function choosable(
  lines: readonly OrderLineBody[],
  left: 'refundable' | 'returnable',
): { line: OrderLineBody; id: string; most: number }[] {
  return lines.flatMap((line) => (line.id === null ? [] : [{ line, id: line.id, most: line[left] ?? line.quantity }]));
}

const chosen = (quantities: Quantities): { orderLineId: string; quantity: number }[] =>
  Object.entries(quantities).flatMap(([orderLineId, quantity]) => (quantity > 0 ? [{ orderLineId, quantity }] : []));

export interface RefundForm {
  by: 'lines' | 'amount';
  quantities: Quantities;
  shipping: boolean;
  amount: string;
  reason: string;
  restock: boolean;
  notify: boolean;
}

/** What a refund is asked with; null: nothing was chosen yet, or the amount cannot be read. */
export function refundArgs(order: OrderBody, form: RefundForm): ActionArgs | null {
  const { reason, restock, notify } = form;
  const shared = { order: order.id, ...(reason.trim() && { reason: reason.trim() }), notify };
  if (form.by === 'amount') {
    const amount = parseMoney(form.amount, order.total.currency);
    // Money without goods: nothing goes back on the shelf.
    return amount ? { ...shared, amount, restock: false } : null;
  }
  const lines = chosen(form.quantities);
  if (lines.length === 0) return null;
  return { ...shared, lines, ...(form.shipping && { shipping: true }), restock };
}

/** The most that is left of an order to give back, as far as the order itself tells. */
export const leftOf = ({ total, refunded }: OrderBody): number => Math.max(0, total.amount - refunded.amount);

export interface ReturnForm {
  quantities: Quantities;
  reason: string;
  note: string;
  exchange: boolean;
  /** The variant wanted instead, by line. */
  wanted: Record<string, string>;
}

/** Null: nothing was chosen yet, the reason is missing, or it is not said what they get instead. */
export function returnArgs(order: OrderBody, form: ReturnForm): ActionArgs | null {
  const lines = chosen(form.quantities);
  const { reason, note } = form;
  if (lines.length === 0 || !reason) return null;
  const back = lines.map((line) => ({ ...line, reason, ...(note.trim() && { note: note.trim() }) }));
  if (!form.exchange) return { order: order.id, lines: back };
  const wanted = lines.flatMap(({ orderLineId, quantity }) => {
    const variantId = form.wanted[orderLineId];
    return variantId ? [{ variantId, quantity }] : [];
  });
  return wanted.length === lines.length ? { order: order.id, lines: back, wanted } : null;
}

type GivenLine = { orderLineId?: unknown; quantity?: unknown; reason?: unknown };
const linesIn = ({ lines }: ActionArgs): GivenLine[] => (Array.isArray(lines) ? (lines as GivenLine[]) : []);

/** How many of each line somebody filled in already. */
export function quantitiesIn(given: ActionArgs): Quantities {
  const entries = linesIn(given).flatMap(({ orderLineId, quantity }): [string, number][] =>
    typeof orderLineId === 'string' && typeof quantity === 'number' ? [[orderLineId, quantity]] : [],
  );
  return Object.fromEntries(entries);
}

/** Why all of them go back; lines with reasons of their own are left to whoever reads them. */
export function reasonIn(given: ActionArgs): string {
  const reasons = new Set(linesIn(given).map(({ reason }) => reason));
  const [only] = reasons;
  return reasons.size === 1 && typeof only === 'string' ? only : '';
}
