import type { ShipmentEventBody, ShipmentStatus } from '@satchel/contracts';
import type { ConnectorLog, FulfilmentState, WarehouseOrder } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { Vocabulary } from '../../vendor/vocabulary';
import { DETAIL_WORDS, ORDER_WORDS, SHIPMENT_WORDS } from './shipbob.words';

export type Fields = Record<string, unknown>;
type Shipment = WarehouseOrder['shipments'][number];

const WAITS = new Set(['Exception', 'OnHold', 'ImportReview']);

export class OrderMapper {
  private readonly orders;
  private readonly shipments;

  constructor(log: ConnectorLog) {
    this.orders = new Vocabulary<FulfilmentState>('shipbob order status', ORDER_WORDS, log);
    this.shipments = new Vocabulary<ShipmentStatus>('shipbob shipment status', SHIPMENT_WORDS, log);
  }

  /** `timelines`: by the shipment's id. */
  order(row: Fields, timelines: ReadonlyMap<string, Fields[]>): WarehouseOrder {
    const shipments = shipmentsIn(row);
    const state = this.orders.ours(textIn(row.status));
    const held = shipments.some((one) => one.status === 'OnHold');
    return {
      externalId: textIn(row.id),
      number: textIn(row.order_number) || textIn(row.reference_id),
      state: state === 'processing' && held ? 'on_hold' : state,
      problem: problemIn(row, shipments),
      shipments: shipments
        .filter((one) => one.status !== 'Cancelled')
        .map((one) => this.shipment(one, timelines.get(textIn(one.id)) ?? [])),
    };
  }

  private shipment(row: Fields, timeline: Fields[]): Shipment {
    const tracking = fieldsIn(row.tracking);
    const deliveredAt = textIn(row.delivery_date) || null;
    const url = textIn(tracking.tracking_url);
    return {
      externalId: textIn(row.id),
      trackingNumber: textIn(tracking.tracking_number) || null,
      carrier: textIn(tracking.carrier) || null,
      trackingUrl: /^https?:\/\//.test(url) ? url : null,
      status: deliveredAt ? 'delivered' : this.status(row),
      // ShipBob estimates when it packs, never when the parcel is there.
      estimatedDelivery: null,
      deliveredAt,
      events: timeline.map(eventOf).sort((one, other) => Date.parse(other.at) - Date.parse(one.at)),
    };
  }

  /** The newest detail that we know; else what the warehouse says. */
  private status(row: Fields): ShipmentStatus {
    const details = namesOf(row).flatMap((name) => (Object.hasOwn(DETAIL_WORDS, name) ? [DETAIL_WORDS[name]] : []));
    return details.at(-1) ?? this.shipments.ours(textIn(row.status));
  }
}

export const shipmentsIn = (row: Fields): Fields[] => listIn(row.shipments).map(fieldsIn);

const namesOf = (shipment: Fields): string[] =>
  listIn(shipment.status_details).map((detail) => textIn(fieldsIn(detail).name));

/** What the warehouse waits for: "Out of stock", "Address: the postcode does not exist". */
function problemIn(row: Fields, shipments: Fields[]): string | null {
  const reasons = shipments
    .filter((one) => WAITS.has(textIn(one.status)))
    .flatMap((one) => listIn(one.status_details).map(fieldsIn))
    .map((detail) => {
      const messages = listIn(fieldsIn(detail.extra_information).validation_messages).map(textIn).filter(Boolean);
      return [inWords(textIn(detail.name)), messages.join(', ')].filter(Boolean).join(': ');
    })
    .filter(Boolean);
  if (reasons.length > 0) return [...new Set(reasons)].join('; ');
  if (row.status === 'ImportReview') return 'Somebody has to look at the order at ShipBob before it is packed';
  if (shipments.some((one) => one.status === 'OnHold')) return 'The order is on hold at ShipBob';
  return row.status === 'Exception' ? 'ShipBob cannot pack the order and does not say why' : null;
}

/** "OutOfStock" -> "Out of stock" */
function inWords(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function eventOf(row: Fields): ShipmentEventBody {
  const { city, state, country } = fieldsIn(row.metadata);
  const location = [city, state, country].map(textIn).filter(Boolean).join(', ');
  const description = textIn(row.log_type_text) || inWords(textIn(row.log_type_name));
  return { at: textIn(row.timestamp), description, location: location || null };
}
