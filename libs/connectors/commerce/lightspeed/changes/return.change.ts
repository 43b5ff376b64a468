import type { ReturnBody } from '@satchel/contracts';
import { ConnectorError, type Change, type ReturnWish, type Write } from '../../../port';
import { textIn } from '../../../vendor/loose';
import { countIn, idIn } from '../facts';
import type { Fields, LightspeedClient } from '../lightspeed.client';
import { noSuchOrder, notSeen } from '../lightspeed.errors';
import type { OrderMapper } from '../orders/order.mapper';
import type { OrderReader } from '../orders/order-reader';
import type { WholeOrder } from '../orders/whole-order';
import { isNoted, noteReturn, RETURN_NOTE, returnMark } from '../orders/return-note';
import type { Shop } from '../shop';
import type { ActionLog } from './action-log';
import { isCount, piecesOf } from './pieces';
import type { ReturnsDoor } from './returns-door';

const NOTHING_MORE = async (): Promise<void> => undefined;

/**
 * A return. Whether shops take one through the API is not certain (the vendor's own client cannot make one), so it was
 * tried without effect when the shop was connected. Where they do not, the return is a record of ours on the order: a
 * metafield for us, a line in the memo for staff, and the order's custom status where one is set for that.
 */
export class ReturnChange implements Change<ReturnWish, ReturnBody> {
  constructor(
    private readonly client: LightspeedClient,
    private readonly reader: OrderReader,
    private readonly mapper: OrderMapper,
    private readonly shop: Shop,
    private readonly log: ActionLog,
    private readonly door: ReturnsDoor,
  ) {}

  async perform(wish: ReturnWish, write: Write): Promise<ReturnBody> {
    const whole = await this.reader.head(wish.orderId);
    if (!whole) throw noSuchOrder();
    const earlier = await this.find(wish, write.key);
    if (earlier !== 'not_done' && earlier !== 'unknown') return earlier;
    refuse(wish, whole);
    const way = await this.door.way();
    await write.beforeCommit();
    if (way === 'api') await this.make(wish, whole, write.key);
    else await this.note(wish, whole, write.key);
    const made = await this.find(wish, write.key);
    if (made === 'not_done' || made === 'unknown') throw notSeen('the return is written down');
    return made;
  }

  /** Both ways are looked at: it may have been set differently when this began. */
  async find({ orderId }: ReturnWish, key: string): Promise<ReturnBody | 'not_done' | 'unknown'> {
    const whole = await this.reader.whole(orderId);
    if (!whole) return 'not_done';
    const made = whole.returns.find((one) => textIn(one.staffNote).includes(returnMark(key)));
    if (made) return this.mapper.returnOf(made, whole.lines);
    const entry = whole.entries.find((one) => one.key === key && one.kind === RETURN_NOTE);
    return entry && isNoted(whole.order, key) ? noteReturn(entry, whole.lines) : 'not_done';
  }

  private async make(wish: ReturnWish, { lines }: WholeOrder, key: string): Promise<void> {
    const body = {
      return: {
        orderId: Number(wish.orderId),
        status: 'authorized',
        returnReason: reasonsOf(wish),
        returnAction: actionOf(wish),
        customerComment: commentOf(wish),
        staffNote: `${sentence(wish, lines)} ${returnMark(key)}`,
        notifyStatus: false,
        orderProducts: numbered(wish),
      },
    };
    await this.client.change('POST', 'returns', body, { key, beforeCommit: NOTHING_MORE });
  }

  private async note(wish: ReturnWish, { order, lines, entries }: WholeOrder, key: string): Promise<void> {
    const before = { pieces: numbered(wish), reason: reasonsOf(wish) };
    const begun = entries.some((one) => one.key === key);
    if (!begun) await this.log.begin(wish.orderId, key, RETURN_NOTE, before);
    const memo = [textIn(order.memo).trimEnd(), `${sentence(wish, lines)} ${returnMark(key)}`]
      .filter(Boolean)
      .join('\n');
    const status = await this.statusId();
    const body = { order: { memo, ...(status && { customStatusId: Number(status) }) } };
    await this.client.change('PUT', `orders/${wish.orderId}`, body, { key, beforeCommit: NOTHING_MORE });
  }

  /** A status of the shop's own that was chosen for this; one that is gone is no reason to refuse a return. */
  private async statusId(): Promise<string | null> {
    const wanted = this.client.credentials.returnStatus?.trim().toLowerCase();
    if (!wanted) return null;
    const known = [...(await this.shop.customStatuses())];
    return known.find(([, title]) => title.trim().toLowerCase() === wanted)?.[0] ?? null;
  }
}

function refuse(wish: ReturnWish, { lines }: WholeOrder): void {
  if (wish.lines.length === 0) throw new ConnectorError('rejected', 'A return needs at least one line');
  const tooMany = piecesOf(wish.lines).some(({ id, quantity }) => {
    const line = lines.find((one) => idIn(one.id) === id);
    return quantity > (line ? countIn(line.quantityOrdered) - countIn(line.quantityReturned) : 0);
  });
  if (tooMany || !wish.lines.every(({ quantity }) => isCount(quantity))) {
    throw new ConnectorError('rejected', 'So many pieces of this line cannot come back');
  }
}

const numbered = (wish: ReturnWish): { id: number; quantity: number }[] =>
  piecesOf(wish.lines).map(({ id, quantity }) => ({ id: Number(id), quantity }));
const reasonsOf = (wish: ReturnWish): string =>
  [...new Set(wish.lines.map(({ reason }) => reason.replaceAll('_', ' ')))].join(', ');
const commentOf = (wish: ReturnWish): string =>
  wish.lines
    .map(({ note }) => note ?? '')
    .filter(Boolean)
    .join('\n');
const actionOf = ({ exchange }: ReturnWish): string =>
  exchange.length > 0
    ? `Exchange for ${exchange.map((one) => `${one.quantity} x ${one.variantId}`).join(', ')}`
    : 'Refund';

/** "Return requested: 1 x Cairn Mid Boots (too small). Refund." */
function sentence(wish: ReturnWish, lines: readonly Fields[]): string {
  const words = wish.lines.map(({ orderLineId, quantity, reason, note }) => {
    const title = textIn(lines.find((one) => idIn(one.id) === orderLineId)?.productTitle);
    return `${quantity} x ${title} (${[reason.replaceAll('_', ' '), note].filter(Boolean).join(': ')})`;
  });
  return `Return requested: ${words.join('; ')}. ${actionOf(wish)}.`;
}
