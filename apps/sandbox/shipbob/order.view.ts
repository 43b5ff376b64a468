import { lastScan, deliveredAt } from '../seed/parcels';
import { isPaid, shippedQuantity, total, type World } from '../seed/world';
import type { Address, Fulfilment, Line, Parcel, ParcelStep, ShopOrder } from '../seed/world.types';

export const CHANNEL = { id: 105_001, name: 'Fernhill Outfitters' };
const CENTER = { id: 7, name: 'Venlo (NL)' };

/** What the carrier told last, as a detail of a shipment that is done. */
const DETAILS: Record<ParcelStep, string> = {
  label_created: 'Labeled',
  picked_up: 'InTransit',
  in_transit: 'InTransit',
  arrived: 'InTransit',
  out_for_delivery: 'OutForDelivery',
  attempted: 'DeliveryAttemptFailed',
  exception: 'DeliveryException',
  delivered: 'Delivered',
  returned: 'ReturnedToSender',
};

/** Orders that the warehouse was told of: those that are paid. */
export const atWarehouse = (order: ShopOrder): boolean => isPaid(order) || order.cancelledAt !== null;

const left = (order: ShopOrder, line: Line): number => line.quantity - shippedQuantity(order, line);

/** The shipment of what is not packed yet has the number after its order's. */
export const openShipmentId = (order: ShopOrder): number => order.id + 1;

export const isOpen = (order: ShopOrder): boolean => order.lines.some((line) => left(order, line) > 0);

const addressView = ({ address1, address2, city, province, zip, countryCode }: Address) => ({
  address1,
  address2,
  company_name: null,
  city,
  state: province,
  zip_code: zip,
  country: countryCode,
});

const recipientOf = ({ customer, shippingAddress: to }: ShopOrder) => {
  const name = `${to.firstName} ${to.lastName}`.trim();
  return { address: addressView(to), email: customer.email, name, phone_number: to.phone };
};

const detail = (name: string) => ({
  id: 1,
  name,
  inventory_id: null,
  exception_fulfillment_center_id: null,
  extra_information: { validation_messages: [] },
});

const productsOf = (lines: { line: Line; quantity: number }[]) =>
  lines.map(({ line, quantity }) => ({
    id: line.variant.serial,
    name: line.product.title,
    reference_id: line.variant.sku,
    sku: line.variant.sku,
    inventory_items: [
      {
        id: line.variant.serial,
        name: line.product.title,
        quantity,
        quantity_committed: quantity,
        lot: null,
        expiration_date: null,
        is_dangerous_goods: false,
        serial_numbers: [],
      },
    ],
  }));

const shipmentView = (order: ShopOrder, id: number, createdAt: Date) => ({
  id,
  order_id: order.id,
  reference_id: String(order.id),
  recipient: { ...recipientOf(order), full_name: recipientOf(order).name },
  location: CENTER,
  created_date: createdAt.toISOString(),
  ship_option: 'Standard',
  require_signature: false,
  is_tracking_uploaded: true,
  gift_message: null,
  insurance_value: null,
  package_material_type: 'Box',
});

function packed(order: ShopOrder, fulfilment: Fulfilment, parcel: Parcel | undefined) {
  const step = parcel && lastScan(parcel).step;
  return {
    ...shipmentView(order, fulfilment.id, fulfilment.createdAt),
    status: step === 'label_created' ? 'LabeledCreated' : 'Completed',
    status_details: step ? [detail(DETAILS[step])] : [],
    actual_fulfillment_date: fulfilment.createdAt.toISOString(),
    estimated_fulfillment_date_status: 'FulfilledOnTime',
    delivery_date: (parcel && deliveredAt(parcel)?.toISOString()) ?? null,
    last_update_at: fulfilment.updatedAt.toISOString(),
    tracking: parcel && {
      carrier: parcel.carrier,
      carrier_service: 'Standard',
      tracking_number: parcel.number,
      tracking_url: `https://track.example/${parcel.number}`,
      shipping_date: fulfilment.createdAt.toISOString(),
      bol: null,
      pro_number: null,
      scac: null,
    },
    products: productsOf(fulfilment.lines),
  };
}

function waiting(order: ShopOrder) {
  const lines = order.lines
    .map((line) => ({ line, quantity: left(order, line) }))
    .filter(({ quantity }) => quantity > 0);
  const empty = lines.some(({ line, quantity }) => line.variant.stock < quantity);
  const status = order.cancelledAt ? 'Cancelled' : order.onHold ? 'OnHold' : empty ? 'Exception' : 'Processing';
  const details = { OnHold: [detail('ManualHold')], Exception: [detail('OutOfStock')], Cancelled: [], Processing: [] };
  return {
    ...shipmentView(order, openShipmentId(order), order.createdAt),
    status,
    status_details: details[status],
    actual_fulfillment_date: null,
    estimated_fulfillment_date_status: status === 'Exception' ? 'AwaitingInventoryAllocation' : 'PendingOnTime',
    delivery_date: null,
    last_update_at: order.updatedAt.toISOString(),
    products: productsOf(lines),
  };
}

export function shipmentsOf(world: World, order: ShopOrder) {
  const done = order.fulfilments.map((one) => packed(order, one, world.parcel(one.trackingNumber)));
  return isOpen(order) ? [...done, waiting(order)] : done;
}

function statusOf(order: ShopOrder, shipments: { status: string }[]): string {
  if (order.cancelledAt) return 'Cancelled';
  if (shipments.some((one) => one.status === 'Exception')) return 'Exception';
  if (order.fulfilments.length === 0) return 'Processing';
  return isOpen(order) ? 'PartiallyFulfilled' : 'Fulfilled';
}

export function orderView(world: World, order: ShopOrder) {
  const shipments = shipmentsOf(world, order);
  return {
    id: order.id,
    order_number: String(order.number),
    reference_id: String(order.id),
    created_date: order.createdAt.toISOString(),
    purchase_date: order.createdAt.toISOString(),
    status: statusOf(order, shipments),
    type: 'DTC',
    channel: CHANNEL,
    recipient: recipientOf(order),
    financials: { total_price: total(order) / 100 },
    gift_message: null,
    shipping_method: order.shippingTitle,
    shipping_terms: { carrier_type: 'Parcel', payment_term: 'Prepaid' },
    products: order.lines.map((line) => ({
      id: line.variant.serial,
      reference_id: line.variant.sku,
      sku: line.variant.sku,
      quantity: line.quantity,
      unit_price: line.price / 100,
      external_line_id: null,
      gtin: null,
      upc: null,
      quantity_unit_of_measure_code: null,
    })),
    tags: [],
    shipments,
  };
}
