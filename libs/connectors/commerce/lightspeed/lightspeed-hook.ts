import { createHash, timingSafeEqual } from 'node:crypto';
import { ConnectorError, type ChangeHook, type Hint, type HookRequest } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import { countIn, idIn, isTrue, linkedId, wordIn } from './facts';
import type { Fields, LightspeedClient } from './lightspeed.client';
import type { Shop } from './shop';

/** The most telling first: a shop allows few web hooks. `*` is every action, so one for each group is enough. */
const GROUPS = ['orders', 'shipments', 'invoices', 'returns', 'customers', 'products', 'variants'] as const;
type Group = (typeof GROUPS)[number];

/** What each record names: whatever belongs to an order is read again with it. */
const HINTS: Readonly<Record<string, (record: Fields) => Hint[]>> = {
  order: (record) => hint('order', idIn(record.id)),
  shipment: (record) => hint('order', linkedId(record.order)),
  invoice: (record) => hint('order', linkedId(record.order)),
  return: (record) => hint('order', idIn(record.orderId)),
  customer: (record) => hint('customer', idIn(record.id)),
  product: (record) => hint('product', idIn(record.id)),
  variant: (record) => hint('product', linkedId(record.product)),
};

/**
 * Lightspeed's signature is an MD5 of body and secret, and not always there. So the address itself cannot be guessed, the
 * shop has to be ours, a wrong signature is refused, and a call is never more than a hint: the shop is asked again.
 */
export class LightspeedHook implements ChangeHook {
  readonly answer = { status: 200 };
  private readonly token: string;
  private readonly address: string;

  constructor(
    private readonly client: LightspeedClient,
    private readonly shop: Shop,
  ) {
    const { hookUrl, sign } = client.deps;
    // Of the connection alone, so that it outlives a move to another public address.
    this.token = sign('lightspeed-hook', hookUrl.split('/').at(-1) ?? '').slice(0, 40);
    this.address = `${hookUrl}/${this.token}`;
  }

  async verify({ url, headers, body }: HookRequest): Promise<string | null> {
    const [path = ''] = url.split('?');
    if (!this.token || !same(path.split('/').at(-1) ?? '', this.token))
      return 'This is not the address of our web hook.';
    const signature = headers['x-signature'];
    if (signature !== undefined) {
      const { apiSecret } = this.client.credentials;
      const expected = createHash('md5').update(body).update(apiSecret).digest('hex');
      if (!same(signature.toLowerCase(), expected)) {
        return 'The signature does not fit: the API secret may have been changed in Lightspeed.';
      }
    }
    const told = headers['x-shop-id']?.replace(/^0+/, '');
    const known = told ? await this.shopId() : null;
    return told && known && told !== known ? 'This call is about another Lightspeed shop.' : null;
  }

  hints({ body }: HookRequest): Hint[] {
    const [name, record] = Object.entries(fieldsIn(parsedJson(body)))[0] ?? [];
    return name && Object.hasOwn(HINTS, name) ? (HINTS[name]?.(fieldsIn(record)) ?? []) : [];
  }

  async register(): Promise<void> {
    const all = await this.client.list('webhooks', 'webhooks');
    const ours = all.filter((one) => this.isOurs(one));
    const missing: Group[] = [];
    for (const group of GROUPS) {
      const one = ours.find((each) => each.itemGroup === group && each.itemAction === '*');
      if (!one) missing.push(group);
      else if (!isTrue(one.isActive) || wordIn(one.address) !== this.address) {
        const webhook = { isActive: true, address: this.address };
        await this.client.note('PUT', `webhooks/${idIn(one.id)}`, { webhook });
      }
    }
    if (missing.length === 0) return;
    const room = await this.room(all.length);
    if (room === 0 && ours.length === 0) {
      throw new ConnectorError(
        'rejected',
        'All web hooks that this Lightspeed shop may have are in use: remove one under Settings > Web hooks',
      );
    }
    for (const itemGroup of missing.slice(0, room)) await this.add(itemGroup);
    if (missing.length > room) {
      const left = missing.slice(room);
      this.client.deps.log.warn(
        { left },
        'Lightspeed has no room for more web hooks; these are only read from time to time',
      );
    }
  }

  async unregister(): Promise<void> {
    const all = await this.client.list('webhooks', 'webhooks');
    for (const one of all.filter((each) => this.isOurs(each))) {
      await this.client.note('DELETE', `webhooks/${idIn(one.id)}`, null);
    }
  }

  /** Wherever it leads: this house may have had another public address when it was made. */
  private isOurs(webhook: Fields): boolean {
    return this.token !== '' && wordIn(webhook.address)?.split('/').at(-1) === this.token;
  }

  private async room(taken: number): Promise<number> {
    const limits = fieldsIn((await this.client.get('shop/limits')).shopLimits);
    const most = countIn(limits.maxWebhooks);
    // A shop that does not tell its limit refuses the one too many itself.
    return textIn(limits.maxWebhooks) === '' ? GROUPS.length : Math.max(0, most - taken);
  }

  private async add(itemGroup: Group): Promise<void> {
    const { language } = this.client.credentials;
    const webhook = { isActive: true, itemGroup, itemAction: '*', language, format: 'json', address: this.address };
    await this.client.note('POST', 'webhooks', { webhook });
  }

  /** Null when the shop cannot be asked: a hint is then taken all the same. */
  private async shopId(): Promise<string | null> {
    try {
      return (await this.shop.facts()).id;
    } catch {
      return null;
    }
  }
}

const hint = (resource: Hint['resource'], externalId: string | null): Hint[] =>
  externalId ? [{ resource, externalId }] : [];

function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
