import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ChangeHook, Hint, HookAnswer, HookRequest } from '../../port';
import { fieldsIn, parsedJson } from '../../vendor/loose';
import { idIn, wordIn } from './facts';
import type { Fields, WoocommerceClient } from './woocommerce.client';

const TOPICS = [
  'order.created',
  'order.updated',
  'order.deleted',
  'customer.created',
  'customer.updated',
  'product.created',
  'product.updated',
  'product.deleted',
] as const;
const RESOURCES = ['order', 'customer', 'product'] as const;
/** What WooCommerce posts once when a web hook is made: unsigned, and about nothing. */
const PING = /^webhook_id=\d{1,19}$/;
const MOST_PAGES = 3;

/**
 * WooCommerce signs each body with the web hook's secret, which is this connection's own. It gives up on a web hook after
 * five failed calls in a row, so `register` also switches ours on again.
 */
export class WoocommerceHook implements ChangeHook {
  readonly answer = { status: 200 };
  private readonly id: string;
  private readonly secret: string;
  /** Nobody can read a secret back: its print in the name tells whether the shop has this one. */
  private readonly print: string;

  constructor(private readonly client: WoocommerceClient) {
    const { hookUrl, sign } = client.deps;
    // Of the connection alone, so that it outlives a move to another public address.
    this.id = hookUrl.split('/').at(-1) ?? '';
    this.secret = sign('woocommerce-hook', this.id);
    this.print = createHash('sha256').update(this.secret).digest('hex').slice(0, 6);
  }

  handshake({ method, headers, body }: HookRequest): HookAnswer | null {
    const isPing = method === 'POST' && !headers['x-wc-webhook-signature'] && body.length < 40;
    return isPing && PING.test(body.toString()) ? { status: 200 } : null;
  }

  verify({ headers, body }: HookRequest): string | null {
    const signature = headers['x-wc-webhook-signature'];
    if (!signature || !this.secret) return 'The call is not signed.';
    const right = createHmac('sha256', this.secret).update(body).digest();
    const given = Buffer.from(signature, 'base64');
    if (given.length === right.length && timingSafeEqual(given, right)) return null;
    return 'The signature does not fit: the web hook has another secret. Check the connection to have it set again.';
  }

  hints({ headers, body }: HookRequest): Hint[] {
    const resource = RESOURCES.find((one) => headers['x-wc-webhook-topic']?.startsWith(`${one}.`));
    const record = fieldsIn(parsedJson(body));
    // A variation is a part of a product.
    const externalId = (resource === 'product' ? idIn(record.parent_id) : null) ?? idIn(record.id);
    return resource && externalId ? [{ resource, externalId }] : [];
  }

  async register(): Promise<void> {
    const ours = await this.ours();
    const delivery_url = this.client.deps.hookUrl;
    for (const topic of TOPICS) {
      const name = `Satchel ${topic} ${this.print}`;
      const wanted = { name, status: 'active', delivery_url, secret: this.secret };
      const one = ours.find((each) => each.topic === topic);
      if (!one) await this.client.note('POST', 'webhooks', { ...wanted, topic });
      else if (one.name !== name || one.status !== 'active' || one.delivery_url !== delivery_url)
        await this.client.note('PUT', `webhooks/${idIn(one.id)}`, wanted);
    }
  }

  async unregister(): Promise<void> {
    for (const one of await this.ours())
      await this.client.note('DELETE', `webhooks/${idIn(one.id)}`, null, { force: 'true' });
  }

  /** Wherever they lead: this house may have had another public address when they were made. */
  private async ours(): Promise<Fields[]> {
    const all = await this.client.list('webhooks', {}, MOST_PAGES);
    const isOurs = (one: Fields): boolean => this.id !== '' && wordIn(one.delivery_url)?.split('/').at(-1) === this.id;
    return all.filter((one) => isOurs(one) && idIn(one.id));
  }
}
