import { cancel, createDiscount, createReturn, Refused } from '../seed/changes';
import type { World } from '../seed/world';
import type { Discount, Return, ShopOrder } from '../seed/world.types';
import { refundedQuantity, rowPrice } from './parts.view';
import type { CreditNote, ShopState } from './state';
import { Refusal, type Fields } from './wire';

const STATUSES = [
  'on_hold',
  'processing_awaiting_payment',
  'processing_awaiting_shipment',
  'processing_awaiting_pickup',
  'processing_ready_for_pickup',
  'completed',
  'completed_shipped',
  'completed_picked_up',
];

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * What the shop changes. It is given no key with a change; the one that is noted is whatever a note on the order says is
 * about to happen, so that doubles can be told from one another.
 */
export class OrderChanges {
  constructor(
    private readonly state: ShopState,
    private readonly world: World,
    private readonly now: () => Date,
  ) {}

  put(order: ShopOrder, fields: Fields): void {
    const id = this.state.orderId(order);
    const key = this.keyOf(order);
    if (fields.customStatusId !== undefined && fields.customStatusId !== null) {
      const wanted = Number(fields.customStatusId);
      if (!this.state.customStatuses.some((one) => one.id === wanted)) throw new Refusal(422, 'Unknown custom status.');
      this.state.customStatusOf.set(id, wanted);
      if (fields.memo === undefined) this.world.effect('status', name(order), null, key);
    }
    if (typeof fields.memo === 'string') {
      this.state.memos.set(id, fields.memo);
      this.world.effect('note', name(order), null, key);
    }
    if (fields.status === 'cancelled') this.cancel(order, key);
    else if (fields.status !== undefined) {
      if (!STATUSES.includes(textOf(fields.status))) throw new Refusal(422, 'Invalid value for status.');
      this.state.statuses.set(id, textOf(fields.status));
      this.world.effect('status', name(order), null, key);
    }
    this.world.changed('order', order);
  }

  credit(order: ShopOrder, fields: Fields): CreditNote {
    const pieces = listOf(fields.orderProducts).map((one) => ({
      lineId: Number(one.id),
      quantity: Number(one.quantity),
    }));
    if (pieces.length === 0) throw new Refusal(422, 'orderProducts is required.');
    let amount = 0;
    for (const { lineId, quantity } of pieces) {
      const line = order.lines.find((one) => one.id === lineId);
      const left = line ? line.quantity - refundedQuantity(this.state, order, line) : 0;
      if (!line || !(quantity >= 1) || quantity > left) throw new Refusal(422, 'Invalid quantity for orderProducts.');
      amount += Math.round((rowPrice(order, line) * quantity) / line.quantity);
    }
    const shipping = fields.creditShipment === true;
    const made: CreditNote = {
      id: this.state.id(),
      orderId: this.state.orderId(order),
      createdAt: this.now(),
      status: 'not_paid',
      pieces,
      shipping,
      payment: fields.creditPayment === true,
      amount: amount + (shipping ? order.shipping : 0),
    };
    this.state.credits.push(made);
    this.world.effect('refund', name(order), made.amount, this.keyOf(order));
    this.world.changed('order', order);
    return made;
  }

  return(fields: Fields): Return {
    const order = this.state.order(Number(fields.orderId));
    if (!order) throw new Refusal(422, 'orderId is required.');
    const lines = listOf(fields.orderProducts).flatMap((one) => {
      const line = order.lines.find((each) => each.id === Number(one.id));
      return line ? [{ line, quantity: Number(one.quantity) }] : [];
    });
    const key = /\[Satchel ([^\]]+)\]/.exec(textOf(fields.staffNote))?.[1] ?? null;
    const made = createReturn(this.world, order, { lines, key });
    if (made instanceof Refused) throw new Refusal(422, made.message);
    const texts = ['returnReason', 'returnAction', 'customerComment', 'staffNote', 'mailMessage'] as const;
    this.state.returnTexts.set(made.id, Object.fromEntries(texts.map((one) => [one, textOf(fields[one])])));
    return made;
  }

  discount(fields: Fields): Discount {
    const code = textOf(fields.code);
    if (!code) throw new Refusal(422, 'code is required.');
    const percentage = fields.type === 'percentage';
    if (!percentage && fields.type !== 'amount') throw new Refusal(422, 'Invalid value for type.');
    const made = createDiscount(this.world, {
      kind: percentage ? 'percentage' : 'fixed',
      value: percentage ? Number(fields.discount) : Math.round(Number(fields.discount) * 100),
      code,
      minimum: Math.round(Number(fields.minimumAmount ?? 0) * 100),
      endsAt: typeof fields.endDate === 'string' ? new Date(`${fields.endDate}T23:59:59Z`) : null,
      usageLimit: Number(fields.usageLimit ?? 0) || null,
    });
    if (made instanceof Refused) throw new Refusal(422, made.message);
    return made;
  }

  /** As a status like any other: nothing is paid back by it. */
  private cancel(order: ShopOrder, key: string | null): void {
    const made = cancel(this.world, order, { refund: false, key });
    if (made instanceof Refused) throw new Refusal(422, made.message);
  }

  private keyOf(order: ShopOrder): string | null {
    const fields = this.state.metafields.get(this.state.orderId(order)) ?? [];
    const open = fields.filter((one) => /"done":null/.test(textOf(one.value))).at(-1);
    return textOf(open?.key).replace(/^satchel_action_/, '') || null;
  }
}

const name = (order: ShopOrder): string => `#${order.number}`;
