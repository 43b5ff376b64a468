import { cancel, Refused, setAddress } from '../seed/changes';
import type { World } from '../seed/world';
import type { ShopOrder } from '../seed/world.types';
import { openShipmentId, orderView } from './order.view';
import { Refusal } from './refusals';

/** As the service answers it: a failure is a 200 with its reasons. */
export function cancelOrder(world: World, order: ShopOrder, doNothing: boolean) {
  // The warehouse moves no money.
  const made = doNothing ? order : cancel(world, order, { refund: false });
  const ids = order.fulfilments.length > 0 ? order.fulfilments.map((one) => one.id) : [openShipmentId(order)];
  const failure = made instanceof Refused ? made.message : null;
  return {
    order: orderView(world, order),
    order_id: order.id,
    status: failure ? 'Failure' : 'Success',
    canceled_shipment_results: ids.map((shipment_id) => ({
      shipment_id,
      action: 'Cancel',
      is_success: !failure,
      reason: failure,
    })),
  };
}

export function updateAddress(world: World, order: ShopOrder, body: Record<string, unknown>): Refusal | null {
  const text = (name: string): string | null => (typeof body[name] === 'string' ? body[name] : null);
  const [city, address1] = [text('city'), text('street_address1')];
  if (!city || !address1) return new Refusal('INVALID_PARAMETER', 'city and street_address1 are needed');
  const country = text('country_code') ?? order.shippingAddress.countryCode;
  if (!/^[A-Z]{2}$/.test(country)) return new Refusal('INVALID_PARAMETER', 'country_code is not a country');
  const [firstName = '', ...rest] = (text('recipient_name') ?? '').split(' ');
  const made = setAddress(world, order, {
    firstName,
    lastName: rest.join(' '),
    address1,
    address2: text('street_address2'),
    city,
    province: text('state'),
    zip: text('zip_code') ?? '',
    countryCode: country,
  });
  return made instanceof Refused ? new Refusal('CONFLICT', made.message) : null;
}
