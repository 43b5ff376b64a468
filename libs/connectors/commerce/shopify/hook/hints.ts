import type { Hint, HookRequest } from '../../../port';
import { fieldsIn, parsedJson, textIn } from '../../../vendor/loose';

type Fields = Record<string, unknown>;

/** Bodies are of the older REST kind: plain numbers beside the id that this API knows. */
const gidOf = (type: string, id: unknown): string | null =>
  /^\d+$/.test(textIn(id)) ? `gid://shopify/${type}/${textIn(id)}` : null;
const itself = (type: string) => (body: Fields) => gidOf(type, body.id);

/** Whose record a topic is about, by the topic's first word. */
const RECORDS: Readonly<Record<string, { resource: Hint['resource']; id: (body: Fields) => string | null }>> = {
  orders: { resource: 'order', id: itself('Order') },
  fulfillments: { resource: 'order', id: (body) => gidOf('Order', body.order_id) },
  fulfillment_events: { resource: 'order', id: (body) => gidOf('Order', body.order_id) },
  refunds: { resource: 'order', id: (body) => gidOf('Order', body.order_id) },
  returns: { resource: 'order', id: (body) => gidOf('Order', body.order_id ?? fieldsIn(body.order).id) },
  customers: { resource: 'customer', id: itself('Customer') },
  products: { resource: 'product', id: itself('Product') },
};

export function hintsOf({ headers, body }: HookRequest): Hint[] {
  const [subject = ''] = (headers['x-shopify-topic'] ?? '').split('/');
  const record = Object.hasOwn(RECORDS, subject) ? RECORDS[subject] : undefined;
  const externalId = record?.id(fieldsIn(parsedJson(body)));
  return record && externalId ? [{ resource: record.resource, externalId }] : [];
}
