import type { PostalAddressBody } from '@satchel/contracts';
import type { CommerceAdapter } from '../../../port';
import { fieldsIn, textIn } from '../../../vendor/loose';
import { addressOf } from '../orders/order.mapper';
import { shipmentsIn } from '../orders/shipments.mapper';
import { plainStatus } from '../orders/statuses';
import type { Fields } from '../woocommerce.client';
import { CLOSED } from '../woocommerce.words';
import type { OrderWrite, Target } from './order-write';

/**
 * Where an order goes. WooCommerce works out its taxes and totals anew with it: where tax depends on the address, an order
 * to another country may cost another sum afterwards.
 */
export function addressChange(setter: OrderWrite): NonNullable<CommerceAdapter['address']> {
  const target = (address: PostalAddressBody): Target => ({
    kind: 'address',
    body: (order) => ({ shipping: toWoocommerce(address, fieldsIn(order.shipping)) }),
    stands: (order) => {
      const now = addressOf(fieldsIn(order.shipping));
      return now !== null && plain(now) === plain(address);
    },
    refusal: ({ order }) => {
      if (!address.lines.some((line) => line.trim())) return 'An address needs a street';
      const sent = CLOSED.has(plainStatus(order.status)) || shipmentsIn(order).length > 0;
      return sent ? 'This order is on its way or closed already: its address cannot change any more' : null;
    },
    words: 'the address is changed',
  });
  return {
    perform: ({ orderId, address }, write) => setter.perform(orderId, target(address), write),
    find: ({ orderId, address }, key) => setter.find(orderId, target(address), key),
  };
}

/** Our address has no state or county of its own: it stays as long as the postcode does. */
function toWoocommerce(address: PostalAddressBody, before: Fields): Fields {
  const words = address.name.trim().split(/\s+/);
  const lines = address.lines.map((line) => line.trim()).filter(Boolean);
  const company = before.company && lines[0] === before.company ? lines.shift() : '';
  const stays = textIn(before.country) === address.country && textIn(before.postcode) === address.postcode;
  return {
    first_name: words.slice(0, -1).join(' '),
    last_name: words.at(-1) ?? '',
    company,
    address_1: lines[0] ?? '',
    address_2: lines.slice(1).join(', '),
    city: address.city,
    state: stays ? textIn(before.state) : '',
    postcode: address.postcode,
    country: address.country,
  };
}

/** However its lines are broken; WooCommerce writes some postcodes its own way. */
function plain({ name, lines, city, postcode, country }: PostalAddressBody): string {
  const text = [name, ...lines, city, postcode.replace(/\s/g, ''), country].join(' ');
  return text
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
}
