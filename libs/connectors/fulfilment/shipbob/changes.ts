import type { PostalAddressBody } from '@satchel/contracts';
import { ConnectorError, type Change, type WarehouseOrder, type Write } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { type Fields, shipmentsIn } from './order.mapper';
import type { Orders } from './orders';
import type { ShipBobClient } from './shipbob.client';

type Found = WarehouseOrder | 'not_done' | 'unknown';

/** Still in the warehouse's hands. */
const OPEN = new Set(['None', 'Processing', 'Exception', 'OnHold', 'ImportReview']);

/** It has happened; when it cannot be read again, nobody may think that it has not. */
async function after(orders: Orders, id: string): Promise<WarehouseOrder> {
  const seen = await orders.byId(id).catch((cause: unknown) => {
    throw new ConnectorError('uncertain', 'ShipBob took the change and could not be read again.', { cause });
  });
  if (!seen) throw new ConnectorError('uncertain', 'ShipBob took the change and the order is gone.');
  return seen;
}

async function needed(orders: Orders, id: string): Promise<Fields> {
  const row = await orders.row(id);
  if (!row) throw new ConnectorError('not_found', 'ShipBob has no such order.');
  return row;
}

/** Before it is packed. ShipBob keeps no key: a cancelled order is cancelled, whoever did it. */
export class Cancel implements Change<{ orderId: string }, WarehouseOrder> {
  constructor(
    private readonly client: ShipBobClient,
    private readonly orders: Orders,
  ) {}

  async perform({ orderId }: { orderId: string }, write: Write): Promise<WarehouseOrder> {
    await needed(this.orders, orderId);
    const answer = await this.client.change('POST', `/order/${orderId}:cancel`, null, write);
    const reasons = listIn(answer.canceled_shipment_results)
      .map(fieldsIn)
      .filter((one) => one.is_success !== true)
      .map((one) => textIn(one.reason))
      .filter(Boolean);
    if (answer.status === 'Failure') {
      throw new ConnectorError(
        'rejected',
        `ShipBob did not cancel the order: ${reasons.join('; ') || 'it gives no reason'}`,
      );
    }
    if (answer.status === 'PartialSuccess') {
      throw new ConnectorError('uncertain', `ShipBob cancelled a part of the order alone: ${reasons.join('; ')}`);
    }
    return after(this.orders, orderId);
  }

  async find({ orderId }: { orderId: string }): Promise<Found> {
    const row = await this.orders.row(orderId);
    if (!row) return 'unknown';
    if (row.status === 'Cancelled') return this.orders.told(row);
    return shipmentsIn(row).some((one) => one.status === 'Cancelled') ? 'unknown' : 'not_done';
  }
}

interface AddressArgs {
  orderId: string;
  address: PostalAddressBody;
}

/** Where the one shipment goes that is not packed yet. */
export class Address implements Change<AddressArgs, WarehouseOrder> {
  constructor(
    private readonly client: ShipBobClient,
    private readonly orders: Orders,
  ) {}

  async perform({ orderId, address }: AddressArgs, write: Write): Promise<WarehouseOrder> {
    const open = openIn(await needed(this.orders, orderId));
    const [shipment] = open;
    if (!shipment) throw new ConnectorError('rejected', 'Nothing of this order is still to be packed.');
    if (open.length > 1) {
      throw new ConnectorError('rejected', 'The order goes out in several shipments: change their address at ShipBob.');
    }
    const path = `/shipment/${textIn(shipment.id)}:updateAddress`;
    const answer = await this.client.change('PUT', path, requestOf(address, shipment), write);
    if (answer.is_success === false) {
      const reason = textIn(fieldsIn(answer.error).message) || 'it gives no reason';
      throw new ConnectorError('rejected', `ShipBob did not change the address: ${reason}`);
    }
    return after(this.orders, orderId);
  }

  async find({ orderId, address }: AddressArgs): Promise<Found> {
    const row = await this.orders.row(orderId);
    if (!row) return 'unknown';
    const open = openIn(row);
    if (open.length === 0) return 'unknown';
    return open.every((one) => goesTo(one, address)) ? this.orders.told(row) : 'not_done';
  }
}

const openIn = (row: Fields): Fields[] => shipmentsIn(row).filter((one) => OPEN.has(textIn(one.status)));

function requestOf({ name, lines, city, postcode, country }: PostalAddressBody, shipment: Fields): object {
  const recipient = fieldsIn(shipment.recipient);
  const before = fieldsIn(recipient.address);
  const stays = before.zip_code === postcode && before.country === country;
  const [first = '', ...more] = lines;
  return {
    recipient_name: name,
    street_address1: first,
    street_address2: more.join(', ') || null,
    city,
    // We know no states: it stays with its postcode, and ShipBob finds the new one's.
    state: stays ? textIn(before.state) || null : null,
    zip_code: postcode,
    country_code: country,
    email: textIn(recipient.email) || null,
    phone_number: textIn(recipient.phone_number) || null,
  };
}

function goesTo(shipment: Fields, { name, lines, city, postcode, country }: PostalAddressBody): boolean {
  const recipient = fieldsIn(shipment.recipient);
  const there = fieldsIn(recipient.address);
  const [first = '', ...more] = lines;
  const pairs: [unknown, string][] = [
    [recipient.full_name ?? recipient.name, name],
    [there.address1, first],
    [there.address2, more.join(', ')],
    [there.city, city],
    [there.zip_code, postcode],
    [there.country, country],
  ];
  return pairs.every(([told, wanted]) => textIn(told).trim().toLowerCase() === wanted.trim().toLowerCase());
}
