import type { Money, PaymentBody, PostalAddressBody, RefundBody, ReturnBody, ShipmentBody } from '@satchel/contracts';
import type { ConnectorLog, ShopOrder } from '../../../port';
import { fieldsIn, listIn, textIn } from '../../../vendor/loose';
import { Vocabulary } from '../../../vendor/vocabulary';
import { countIn, dateIn, idIn, isTrue, linkedId, moneyIn, wordIn } from '../facts';
import type { Fields } from '../lightspeed.client';
import { CREDIT_WORDS, FULFILMENT_WORDS, PAYMENT_WORDS, RETURN_WORDS } from '../lightspeed.words';
import type { ShopFacts } from '../shop';
import { noteReturns, returnLines } from './return-note';
import type { WholeOrder } from './whole-order';

/** Lightspeed's order in our words; the only place that knows both. */
export class OrderMapper {
  private readonly payment;
  private readonly fulfilment;
  private readonly credit;
  private readonly returned;

  constructor(log: ConnectorLog) {
    this.payment = new Vocabulary('lightspeed payment status', PAYMENT_WORDS, log);
    this.fulfilment = new Vocabulary('lightspeed shipment status', FULFILMENT_WORDS, log);
    this.credit = new Vocabulary('lightspeed credit note status', CREDIT_WORDS, log);
    this.returned = new Vocabulary('lightspeed return status', RETURN_WORDS, log);
  }

  order(whole: WholeOrder, shop: ShopFacts, customStatus: string | null): ShopOrder {
    const { id, order } = whole;
    const { currency } = shop;
    const placedAt = dateIn(order.createdAt) ?? new Date(0);
    const total = moneyIn(order.priceIncl, currency);
    const refunds = this.refunds(whole, currency);
    const refunded = { amount: refunds.reduce((sum, one) => sum + counted(one), 0), currency };
    const coupon = wordIn(order.discountCouponCode);
    return {
      externalId: id,
      number: wordIn(order.number) ?? id,
      customerId: linkedId(order.customer),
      email: wordIn(order.email),
      phone: wordIn(order.phone) ?? wordIn(order.mobile),
      customerName: nameIn(order) ?? wordIn(order.addressShippingName),
      placedAt,
      updatedAt: dateIn(order.updatedAt) ?? placedAt,
      cancelledAt: cancelledAt(whole),
      payment: this.paymentOf(order, total, refunded),
      fulfilment: this.fulfilmentOf(order),
      customStatus,
      total,
      refunded,
      lines: whole.lines.map((line) => lineOf(line, currency)),
      shippingAddress: addressOf(order),
      shipments: whole.shipments.flatMap(shipmentOf),
      payments: paymentsOf(whole, total),
      refunds,
      returns: [...whole.returns.map((one) => this.returnOf(one, whole.lines)), ...noteReturns(whole)],
      discountCodes: coupon ? [coupon] : [],
      adminUrl: shop.backOffice && `${shop.backOffice}/orders/${id}`,
    };
  }

  /** A credit note as a refund. It is a document: the money moves at the payment service. */
  refund(invoice: Fields, currency: string): RefundBody {
    const { amount } = moneyIn(invoice.priceIncl, currency);
    return {
      externalId: idIn(invoice.id) ?? '',
      amount: { amount: Math.abs(amount), currency },
      status: this.credit.ours(wordIn(invoice.status)),
      createdAt: (dateIn(invoice.createdAt) ?? new Date(0)).toISOString(),
      reference: null,
      reason: null,
    };
  }

  returnOf(record: Fields, lines: readonly Fields[]): ReturnBody {
    return {
      externalId: idIn(record.id) ?? '',
      number: null,
      status: this.returned.ours(wordIn(record.status)),
      reason: wordIn(record.returnReason),
      lines: returnLines(listIn(record.orderProducts), lines),
      requestedAt: (dateIn(record.createdAt) ?? new Date(0)).toISOString(),
      instructionsUrl: null,
    };
  }

  private refunds({ invoices }: WholeOrder, currency: string): RefundBody[] {
    return invoices.filter((one) => isTrue(one.isCreditNote)).map((one) => this.refund(one, currency));
  }

  private paymentOf(order: Fields, total: Money, refunded: Money): ShopOrder['payment'] {
    const told = this.payment.ours(wordIn(order.paymentStatus));
    if (told !== 'paid' || refunded.amount === 0) return told;
    return refunded.amount >= total.amount ? 'refunded' : 'partially_refunded';
  }

  private fulfilmentOf(order: Fields): ShopOrder['fulfilment'] {
    if (order.status === 'cancelled') return 'cancelled';
    const told = this.fulfilment.ours(wordIn(order.shipmentStatus));
    return order.status === 'on_hold' && told === 'unfulfilled' ? 'on_hold' : told;
  }
}

const counted = (refund: RefundBody): number => (refund.status === 'cancelled' ? 0 : refund.amount.amount);

export function nameIn(record: Fields): string | null {
  return [record.firstname, record.middlename, record.lastname].map(wordIn).filter(Boolean).join(' ') || null;
}

/** An order has no such field: its events tell, and where they do not, the last time it was touched. */
function cancelledAt({ order, events }: WholeOrder): Date | null {
  if (order.status !== 'cancelled') return null;
  const told = events.filter((one) => one.type === 'order' && one.message === 'cancelled').at(-1);
  return dateIn(told?.createdAt) ?? dateIn(order.updatedAt);
}

function lineOf(line: Fields, currency: string): ShopOrder['lines'][number] {
  const quantity = countIn(line.quantityOrdered);
  const shipped = countIn(line.quantityShipped);
  // The row's price, discounts taken off, for all its pieces.
  const row = moneyIn(line.priceIncl, currency);
  return {
    id: idIn(line.id),
    title: wordIn(line.productTitle) ?? wordIn(line.variantTitle) ?? '',
    variant: wordIn(line.variantTitle),
    sku: wordIn(line.sku) ?? wordIn(line.articleCode),
    quantity,
    unitPrice: { amount: quantity > 0 ? Math.round(row.amount / quantity) : row.amount, currency },
    shipped,
    refundable: Math.max(0, quantity - countIn(line.quantityRefunded)),
    returnable: Math.max(0, shipped - countIn(line.quantityReturned)),
  };
}

/** There is a code alone: the carrier is told by its form, and where the parcel is by the carrier. */
function shipmentOf(shipment: Fields): ShipmentBody[] {
  const code = wordIn(shipment.trackingCode);
  // Each order has one from the start, which is no parcel before somebody sends it.
  if (shipment.status === 'cancelled' || (!code && shipment.status !== 'shipped')) return [];
  return [
    {
      trackingNumber: code,
      carrier: null,
      trackingUrl: null,
      status: shipment.status === 'shipped' ? 'unknown' : 'pre_transit',
      estimatedDelivery: null,
      deliveredAt: null,
      events: [],
    },
  ];
}

function paymentsOf({ order, events }: WholeOrder, amount: Money): PaymentBody[] {
  if (order.paymentStatus !== 'paid') return [];
  const gateway = wordIn(fieldsIn(order.paymentData).method) ?? wordIn(order.paymentId) ?? 'unknown';
  const paid = events.filter((one) => one.type === 'order' && one.message === 'paid').at(-1);
  const paidAt = dateIn(paid?.createdAt)?.toISOString() ?? null;
  return [{ gateway: gateway.toLowerCase(), reference: null, amount, paidAt }];
}

function addressOf(order: Fields): PostalAddressBody | null {
  const part = (name: string): string => textIn(order[`addressShipping${name}`]).trim();
  const house = [part('Number'), part('Extension')].filter(Boolean).join(' ');
  const lines = [part('Company'), [part('Street'), house].filter(Boolean).join(' '), part('Street2')].filter(Boolean);
  const country = textIn(fieldsIn(order.addressShippingCountry).code).toUpperCase();
  const address = { name: part('Name'), lines, city: part('City'), postcode: part('Zipcode'), country };
  return address.city || address.postcode || lines.length > 0 ? address : null;
}
