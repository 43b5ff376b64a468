import type { RefundBody } from '@satchel/contracts';
import type { CommerceAdapter, RefundPreview, RefundWish, Write } from '../../../port';
import { fieldsIn, listIn, textIn } from '../../../vendor/loose';
import { countIn, idIn } from '../facts';
import type { Fields, LightspeedClient } from '../lightspeed.client';
import { noSuchOrder, notSeen } from '../lightspeed.errors';
import type { OrderMapper } from '../orders/order.mapper';
import type { OrderReader } from '../orders/order-reader';
import type { WholeOrder } from '../orders/whole-order';
import type { Shop } from '../shop';
import type { ActionLog, Entry } from './action-log';
import { creditNotes, creditOf, previewOf } from './credit';

const KIND = 'credit';

/**
 * A credit note: the shop's document of a refund. No evidence says that money moves with it, so that is for the payment
 * service. What was credited already stands in the intent; a credit note that is not there, has just these pieces and is
 * nobody else's, is ours.
 */
export class RefundChange {
  constructor(
    private readonly client: LightspeedClient,
    private readonly reader: OrderReader,
    private readonly mapper: OrderMapper,
    private readonly shop: Shop,
    private readonly log: ActionLog,
  ) {}

  asPort(): NonNullable<CommerceAdapter['refund']> {
    return {
      movesMoney: false,
      preview: (wish) => this.preview(wish),
      perform: (wish, write) => this.perform(wish, write),
      find: (wish, key) => this.find(wish, key),
    };
  }

  private async preview(wish: RefundWish): Promise<RefundPreview> {
    const whole = await this.wholeOf(wish);
    const { currency } = await this.shop.facts();
    return previewOf(creditOf(wish, whole, currency), whole, currency);
  }

  private async perform(wish: RefundWish, { key, beforeCommit }: Write): Promise<RefundBody> {
    const whole = await this.wholeOf(wish);
    const begun = whole.entries.find((entry) => entry.key === key);
    const earlier = begun && (await this.made(whole, begun));
    if (earlier === 'unknown') throw notSeen('this credit note may be written already');
    if (earlier) return this.told(earlier);
    const credit = creditOf(wish, whole, (await this.shop.facts()).currency);
    // Asked before the note on the order is written, so that a "no" leaves nothing behind.
    await beforeCommit();
    const before = { ...credit, notes: ids(creditNotes(whole)) };
    const entry = begun ?? (await this.log.begin(wish.orderId, key, KIND, before));
    const body = {
      credit: {
        creditPayment: credit.payment,
        creditShipment: credit.shipping,
        notifyNew: wish.notify,
        updateStock: wish.restock,
        orderProducts: credit.pieces.map(({ id, quantity }) => ({ id: Number(id), quantity })),
      },
    };
    const path = `orders/${wish.orderId}/credit`;
    await this.client.change('POST', path, body, { key, beforeCommit: async () => undefined });
    // What the answer looks like is not known: the shop is asked what came of it.
    const note = await this.made(await this.wholeOf(wish), entry);
    if (!note || note === 'unknown') throw notSeen('the credit note is written');
    await this.log.complete(wish.orderId, entry, idIn(note.id) ?? '');
    return this.told(note);
  }

  private async find(wish: RefundWish, key: string): Promise<RefundBody | 'not_done' | 'unknown'> {
    const whole = await this.reader.head(wish.orderId);
    const entry = whole?.entries.find((one) => one.key === key);
    if (!whole || !entry) return 'not_done';
    const note = await this.made(whole, entry);
    if (note === 'unknown') return 'unknown';
    return note ? this.told(note) : 'not_done';
  }

  /** The credit note that an intent led to; null: none; `unknown`: there is one, and it may be somebody else's. */
  private async made(whole: WholeOrder, entry: Entry): Promise<Fields | null | 'unknown'> {
    const notes = creditNotes(whole);
    if (entry.done) return notes.find((one) => idIn(one.id) === entry.done) ?? 'unknown';
    const before = new Set(listIn(entry.before.notes).map(textIn));
    const others = new Set(
      whole.entries.filter((one) => one.kind === KIND && one.key !== entry.key).map((e) => e.done),
    );
    const since = notes.filter((one) => !before.has(idIn(one.id) ?? '') && !others.has(idIn(one.id)));
    if (since.length === 0) return null;
    const wanted = sorted(listIn(entry.before.pieces).map(fieldsIn));
    const fitting: Fields[] = [];
    for (const note of since) {
      const items = await this.client.list(`invoices/${idIn(note.id)}/items`, 'invoiceItems', {}, 1, { patient: true });
      const pieces = items.flatMap((item) => (idIn(item.orderProductId) ? { ...item, id: item.orderProductId } : []));
      if (sorted(pieces) === wanted) fitting.push(note);
    }
    return fitting.length === 1 ? (fitting[0] ?? null) : 'unknown';
  }

  private async told(note: Fields): Promise<RefundBody> {
    return this.mapper.refund(note, (await this.shop.facts()).currency);
  }

  private async wholeOf({ orderId }: RefundWish): Promise<WholeOrder> {
    const whole = await this.reader.head(orderId);
    if (!whole) throw noSuchOrder();
    return whole;
  }
}

const ids = (records: readonly Fields[]): string[] => records.map((one) => idIn(one.id)).filter((id) => id !== null);

/** "12x1 15x2": a credit note counts its pieces below zero or above, nobody has said which. */
function sorted(pieces: readonly Fields[]): string {
  const words = pieces.map((piece) => `${idIn(piece.id)}x${Math.abs(countIn(piece.quantity))}`);
  return words.sort().join(' ');
}
