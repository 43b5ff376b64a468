import { shippedQuantity, total } from '../seed/world';
import type { Line, Return, ShopOrder } from '../seed/world.types';
import type { CreditNote, ShopState } from './state';
import { euros, iso, withoutTax, type Fields, type Links } from './wire';

const invoiceId = (orderId: number): number => 120_000 + orderId;
const shipmentId = (orderId: number, place: number): number => orderId * 10 + place;

/** A line's share of what the codes took off. */
export function rowPrice(order: ShopOrder, line: Line): number {
  const sum = order.lines.reduce((before, one) => before + one.price * one.quantity, 0);
  const row = line.price * line.quantity;
  return row - (sum > 0 ? Math.round((order.discounted * row) / sum) : 0);
}

export const refundedQuantity = (state: ShopState, order: ShopOrder, line: Line): number =>
  state
    .creditsOf(order)
    .flatMap((credit) => credit.pieces)
    .reduce((sum, piece) => (piece.lineId === line.id ? sum + piece.quantity : sum), 0);

function returnedQuantity(order: ShopOrder, line: Line): number {
  return order.returns
    .filter((one) => one.status === 'received' || one.status === 'refunded')
    .flatMap((one) => one.lines)
    .reduce((sum, entry) => (entry.line === line ? sum + entry.quantity : sum), 0);
}

export function lineViews(state: ShopState, order: ShopOrder, links: Links): Fields[] {
  const rate = order.taxRate;
  return order.lines.map((line) => {
    const row = rowPrice(order, line);
    const off = line.price * line.quantity - row;
    return {
      id: line.id,
      supplierTitle: '',
      brandTitle: 'Fernhill',
      productTitle: line.product.title,
      variantTitle: line.variant.title,
      taxRate: rate / 100,
      taxRates: [{ name: 'BTW', rate: rate / 100, amount: euros(row) - withoutTax(row, rate) }],
      quantityOrdered: line.quantity,
      quantityInvoiced: line.quantity,
      quantityShipped: shippedQuantity(order, line),
      quantityRefunded: refundedQuantity(state, order, line),
      quantityReturned: returnedQuantity(order, line),
      articleCode: line.variant.sku,
      ean: line.variant.barcode,
      sku: line.variant.sku,
      weight: line.variant.weightGrams * 1000,
      volume: 0,
      colli: 0,
      sizeX: 0,
      sizeY: 0,
      sizeZ: 0,
      priceCost: 0,
      customExcl: 0,
      customIncl: 0,
      basePriceExcl: withoutTax(line.price, rate),
      basePriceIncl: euros(line.price),
      // Of the whole row, codes taken off.
      priceExcl: withoutTax(row, rate),
      priceIncl: euros(row),
      discountExcl: withoutTax(off, rate),
      discountIncl: euros(off),
      customFields: false,
      product: links.one('products', line.product.serial + 20_000_000),
      variant: links.one('variants', line.variant.serial + 34_000_000),
    };
  });
}

const invoiceParts = (id: number, links: Links): Fields => ({
  items: links.many(`invoices/${id}/items`),
  metafields: links.many(`invoices/${id}/metafields`),
  events: links.many(`orders/events?invoice=${id}`),
});

function common(id: number, state: ShopState, order: ShopOrder, links: Links): Fields {
  return {
    isVatShifted: false,
    doNotifyNew: false,
    doNotifyPaid: false,
    order: links.one('orders', state.orderId(order)),
    customer: state.isGuest(order) ? false : links.one('customers', state.customerId(order.customer)),
    ...invoiceParts(id, links),
  };
}

export function invoiceView(state: ShopState, order: ShopOrder, links: Links): Fields {
  const id = invoiceId(state.orderId(order));
  return {
    id,
    createdAt: iso(order.createdAt),
    updatedAt: iso(order.updatedAt),
    number: `INV${String(order.number).padStart(5, '0')}`,
    status: order.payment.status === 'captured' ? 'paid' : order.cancelledAt ? 'cancelled' : 'not_paid',
    priceExcl: withoutTax(total(order), order.taxRate),
    priceIncl: euros(total(order)),
    invoice: false,
    isCreditNote: false,
    creditNote: false,
    ...common(id, state, order, links),
  };
}

export function creditView(credit: CreditNote, order: ShopOrder, state: ShopState, links: Links): Fields {
  return {
    id: credit.id,
    createdAt: iso(credit.createdAt),
    updatedAt: iso(credit.createdAt),
    number: `INV${String(credit.id).padStart(5, '0')}`,
    status: credit.status,
    priceExcl: withoutTax(credit.amount, order.taxRate),
    priceIncl: euros(credit.amount),
    invoice: links.one('invoices', invoiceId(credit.orderId)),
    isCreditNote: true,
    creditNote: false,
    ...common(credit.id, state, order, links),
  };
}

export function itemViews(credit: CreditNote, order: ShopOrder): Fields[] {
  const item = (id: number, fields: Fields): Fields => ({
    id,
    type: 'product',
    title: '',
    variant: '',
    orderProductId: null,
    articleCode: '',
    ean: '',
    sku: '',
    taxRate: order.taxRate / 100,
    basePriceExcl: 0,
    basePriceIncl: 0,
    priceExcl: 0,
    priceIncl: 0,
    discountExcl: 0,
    discountIncl: 0,
    quantity: 1,
    ...fields,
  });
  const pieces = credit.pieces.flatMap(({ lineId, quantity }, place) => {
    const line = order.lines.find((one) => one.id === lineId);
    if (!line) return [];
    const { product, variant } = line;
    const texts = { title: product.title, variant: variant.title, articleCode: variant.sku, sku: variant.sku };
    return [item(credit.id * 100 + place, { ...texts, orderProductId: lineId, quantity })];
  });
  const extra = (type: string, title: string, place: number) => item(credit.id * 100 + 90 + place, { type, title });
  return [
    ...pieces,
    ...(credit.shipping ? [extra('shipment', '_shippingcosts_', 0)] : []),
    ...(credit.payment ? [extra('payment', '_paymentcosts_', 1)] : []),
  ];
}

/** Each order has a shipment from the start; more of them when it goes out in parts. */
export function shipmentViews(state: ShopState, order: ShopOrder, links: Links): Fields[] {
  const orderId = state.orderId(order);
  const open = order.lines.some((line) => shippedQuantity(order, line) < line.quantity);
  const sent = order.fulfilments.map((one) => ({
    at: one.createdAt,
    code: one.trackingNumber ?? '',
    status: 'shipped',
  }));
  const rest = { at: order.createdAt, code: '', status: order.cancelledAt ? 'cancelled' : 'not_shipped' };
  return [...sent, ...(open ? [rest] : [])].map(({ at, code, status }, place) => {
    const id = shipmentId(orderId, place);
    return {
      id,
      createdAt: iso(at),
      updatedAt: iso(order.updatedAt),
      number: `SHIP${String(order.number).padStart(5, '0')}${place > 0 ? `-${place}` : ''}`,
      status,
      trackingCode: code,
      doNotifyShipped: false,
      doNotifyReadyForPickup: false,
      doNotifyTrackingCode: false,
      totalWeight: 0,
      totalSizeX: 0,
      totalSizeY: 0,
      totalSizeZ: 0,
      customer: state.isGuest(order) ? false : links.one('customers', state.customerId(order.customer)),
      order: links.one('orders', orderId),
      products: links.many(`shipments/${id}/products`),
      metafields: links.many(`shipments/${id}/metafields`),
      events: links.many(`orders/events?shipment=${id}`),
    };
  });
}

export function eventViews(state: ShopState, order: ShopOrder, links: Links): Fields[] {
  const orderId = state.orderId(order);
  const own = links.one('orders', orderId);
  const invoice = links.one('invoices', invoiceId(orderId));
  const happened: [at: Date, type: string, message: string, invoice: unknown, shipment: unknown][] = [
    [order.createdAt, 'order', 'new', false, false],
    [order.createdAt, 'invoice', 'new', invoice, false],
  ];
  const { capturedAt } = order.payment;
  if (capturedAt) {
    happened.push([capturedAt, 'invoice', 'paid', invoice, false], [capturedAt, 'order', 'paid', false, false]);
  }
  for (const [place, one] of order.fulfilments.entries()) {
    happened.push([one.createdAt, 'shipment', 'shipped', false, links.one('shipments', shipmentId(orderId, place))]);
  }
  if (order.cancelledAt) happened.push([order.cancelledAt, 'order', 'cancelled', false, false]);
  return happened.map(([at, type, message, ofInvoice, ofShipment], place) => ({
    id: orderId * 100 + place,
    createdAt: iso(at),
    channel: 'auto',
    type,
    message,
    comment: null,
    order: own,
    invoice: ofInvoice,
    shipment: ofShipment,
  }));
}

/** The one word that is known is all that is told; what was declined is no return. */
export function returnView(state: ShopState, one: Return): Fields {
  const lines = one.lines.map(({ line, quantity }) => ({ id: line.id, quantity }));
  const sum = one.lines.reduce((cents, { line, quantity }) => cents + line.price * quantity, 0);
  return {
    id: one.id,
    createdAt: iso(one.requestedAt),
    updatedAt: iso(one.updatedAt),
    customerId: state.isGuest(one.order) ? false : state.customerId(one.order.customer),
    orderId: state.orderId(one.order),
    status: 'authorized',
    numProducts: 0,
    priceExcl: withoutTax(sum, one.order.taxRate).toFixed(2),
    priceIncl: euros(sum).toFixed(2),
    isStockAdjusted: one.status === 'received' || one.status === 'refunded',
    returnReason: one.lines[0]?.reason.replaceAll('_', ' ') ?? '',
    returnAction: 'Refund',
    customerComment: one.lines[0]?.note ?? '',
    staffNote: '',
    mailMessage: '',
    notifyStatus: false,
    orderProducts: lines,
    ...state.returnTexts.get(one.id),
  };
}
