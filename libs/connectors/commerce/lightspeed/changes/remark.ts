import type { Write } from '../../../port';
import { textIn } from '../../../vendor/loose';
import type { LightspeedClient } from '../lightspeed.client';
import { noSuchOrder } from '../lightspeed.errors';
import type { OrderReader } from '../orders/order-reader';
import type { ActionLog } from './action-log';

const ADDRESS = /https?:\/\/\S+/;

/** A line in the order's memo, which staff see, and the ticket's address in a metafield, which programs do. */
export class Remark {
  constructor(
    private readonly client: LightspeedClient,
    private readonly reader: OrderReader,
    private readonly log: ActionLog,
  ) {}

  async write(orderId: string, text: string, { key, beforeCommit }: Write): Promise<void> {
    const whole = await this.reader.head(orderId);
    if (!whole) throw noSuchOrder();
    const memo = textIn(whole.order.memo).trimEnd();
    const line = text.trim();
    const begun = whole.entries.find((entry) => entry.key === key);
    // The same line twice says no more than once.
    if (begun?.done || memo.split('\n').includes(line)) return;
    await beforeCommit();
    const entry = begun ?? (await this.log.begin(orderId, key, 'remark', { ticket: ADDRESS.exec(line)?.[0] ?? null }));
    const body = { order: { memo: [memo, line].filter(Boolean).join('\n') } };
    await this.client.change('PUT', `orders/${orderId}`, body, { key, beforeCommit: async () => undefined });
    await this.log.complete(orderId, entry, 'memo');
  }
}
