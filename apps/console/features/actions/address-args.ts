import type { OrderBody, PostalAddressBody } from '@satchel/contracts';
import type { ActionArgs } from './subject';

const trimmed = ({ name, lines, city, postcode, country }: PostalAddressBody): PostalAddressBody => ({
  name: name.trim(),
  lines: lines.map((line) => line.trim()).filter(Boolean),
  city: city.trim(),
  postcode: postcode.trim(),
  country: country.trim().toUpperCase(),
});

/** Null: it is not whole, or it is the one that stands. */
export function addressArgs(order: OrderBody, typed: PostalAddressBody): ActionArgs | null {
  const address = trimmed(typed);
  const whole = address.name && address.lines.length > 0 && address.city && /^[A-Z]{2}$/.test(address.country);
  const same = order.shippingAddress && JSON.stringify(trimmed(order.shippingAddress)) === JSON.stringify(address);
  return whole && !same ? { order: order.id, address } : null;
}

/** What somebody filled in already, as far as it is there. */
export function addressIn({ address }: ActionArgs): Partial<PostalAddressBody> {
  const given = (address ?? {}) as Partial<PostalAddressBody>;
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value.length > 0));
}
