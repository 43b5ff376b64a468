import type { Money, OrderLineBody, PaymentBody, PostalAddressBody, RefundBody } from '@satchel/contracts';
import type { ConnectorLog, ShopOrder } from '../../../port';
import { fieldsIn, listIn, textIn } from '../../../vendor/loose';
import { Vocabulary } from '../../../vendor/vocabulary';
import { countIn, currencyIn, dateIn, idIn, moneyIn, sumOf, wordIn } from '../facts';
import type { Fields } from '../woocommerce.client';
import { FULFILMENT_WORDS, PAYMENT_WORDS } from '../woocommerce.words';
import { leftOf, linesIn, paidFor } from './line-sums';
import { shipmentsIn } from './shipments.mapper';
import { plainStatus } from './statuses';
import type { WholeOrder } from './whole-order';

/** WooCommerce's order in our words; the only place that knows both. */
export class OrderMapper {
  private readonly payment;

  constructor(
    log: ConnectorLog,
    private readonly site: string,
  ) {
    this.payment = new Vocabulary('woocommerce order status', PAYMENT_WORDS, log);
  }

  /** Whether the word is one that WooCommerce itself has. */
  isUsual(order: Fields): boolean {
    return Object.hasOwn(PAYMENT_WORDS, plainStatus(order.status));
  }

  order(whole: WholeOrder, customStatus: string | null): ShopOrder {
    const { id, order } = whole;
    const currency = currencyIn(order);
    const billing = fieldsIn(order.billing);
    const placedAt = dateIn(order.date_created_gmt) ?? new Date(0);
    const updatedAt = dateIn(order.date_modified_gmt) ?? placedAt;
    const status = plainStatus(order.status);
    const total = moneyIn(order.total, currency);
    const refunded = refundedIn(order, currency);
    return {
      externalId: id,
      number: wordIn(order.number) ?? id,
      customerId: idIn(order.customer_id),
      email: wordIn(billing.email),
      phone: wordIn(billing.phone),
      customerName: nameIn(billing) ?? nameIn(fieldsIn(order.shipping)),
      placedAt,
      updatedAt,
      // An order has no such date: the last time it was touched is the nearest that is known.
      cancelledAt: status === 'cancelled' ? updatedAt : null,
      payment: this.paymentOf(order, customStatus, total, refunded),
      fulfilment: this.fulfilmentOf(order, status, customStatus),
      customStatus,
      total,
      refunded,
      lines: linesIn(order).map((line) => lineOf(line, whole, currency)),
      shippingAddress: addressOf(fieldsIn(order.shipping)),
      shipments: shipmentsIn(order),
      payments: paymentsOf(order, total),
      refunds: whole.refunds.map((one) => refundOf(one, currency)),
      returns: [],
      discountCodes: listIn(order.coupon_lines).flatMap((one) => wordIn(fieldsIn(one).code) ?? []),
      adminUrl: `${this.site}/wp-admin/post.php?post=${id}&action=edit`,
    };
  }

  private paymentOf(order: Fields, custom: string | null, total: Money, refunded: Money): ShopOrder['payment'] {
    const paid = dateIn(order.date_paid_gmt) !== null;
    const status = plainStatus(order.status);
    // What a status of the shop's own says of money nobody knows; the day it was paid tells it.
    const told = custom !== null ? (paid ? 'paid' : 'pending') : this.payment.ours(status);
    if (told === 'unknown' || refunded.amount === 0) return told === 'voided' && paid ? 'paid' : told;
    return refunded.amount >= total.amount ? 'refunded' : 'partially_refunded';
  }

  private fulfilmentOf(order: Fields, status: string, custom: string | null): ShopOrder['fulfilment'] {
    const completed = dateIn(order.date_completed_gmt) !== null;
    if (custom !== null || status === 'refunded') {
      if (completed) return 'fulfilled';
      return custom !== null ? 'unfulfilled' : 'cancelled';
    }
    return Object.hasOwn(FULFILMENT_WORDS, status) ? (FULFILMENT_WORDS[status] ?? 'unknown') : 'unknown';
  }
}

/** The order counts its refunds below zero. */
export function refundedIn(order: Fields, currency: string): Money {
  const totals = listIn(order.refunds).map((one) => moneyIn(fieldsIn(one).total, currency));
  return { amount: Math.abs(sumOf(totals, currency).amount), currency };
}

/** WooCommerce keeps a refund or has none. One by hand says only that somebody wrote it down. */
export function refundOf(record: Fields, currency: string): RefundBody {
  return {
    externalId: idIn(record.id) ?? '',
    amount: { amount: Math.abs(moneyIn(record.amount, currency).amount), currency },
    status: record.refunded_payment === true ? 'succeeded' : 'unknown',
    createdAt: (dateIn(record.date_created_gmt) ?? new Date(0)).toISOString(),
    reference: null,
    reason: wordIn(record.reason),
  };
}

export function nameIn(record: Fields): string | null {
  const name = [record.first_name, record.last_name].map(wordIn).filter(Boolean).join(' ');
  return name || wordIn(record.company);
}

function lineOf(line: Fields, whole: WholeOrder, currency: string): OrderLineBody {
  const quantity = countIn(line.quantity);
  const paid = paidFor(line, currency);
  const [title, parent] = [wordIn(line.name) ?? '', wordIn(line.parent_name)];
  const choices = listIn(line.meta_data)
    .map(fieldsIn)
    .filter((one) => !textIn(one.key).startsWith('_'));
  const variant =
    idIn(line.variation_id) &&
    choices
      .map((one) => wordIn(one.display_value))
      .filter(Boolean)
      .join(' / ');
  return {
    id: idIn(line.id),
    title: parent && variant ? parent : title,
    variant: variant || null,
    sku: wordIn(line.sku),
    quantity,
    unitPrice: { amount: quantity > 0 ? Math.round(paid.amount / quantity) : paid.amount, currency },
    shipped: null,
    refundable: leftOf(line, whole),
    returnable: null,
  };
}

function paymentsOf(order: Fields, amount: Money): PaymentBody[] {
  const paidAt = dateIn(order.date_paid_gmt);
  if (!paidAt) return [];
  const method = (wordIn(order.payment_method) ?? 'unknown').toLowerCase();
  const gateway = /^stripe(_|$)/.test(method) ? 'stripe' : /^(ppcp|paypal)/.test(method) ? 'paypal' : method;
  return [{ gateway, reference: wordIn(order.transaction_id), amount, paidAt: paidAt.toISOString() }];
}

export function addressOf(shipping: Fields): PostalAddressBody | null {
  const part = (name: string): string => textIn(shipping[name]).trim();
  const lines = [part('company'), part('address_1'), part('address_2')].filter(Boolean);
  const address = { name: nameIn(shipping) ?? '', lines, city: part('city'), postcode: part('postcode') };
  const country = part('country').toUpperCase();
  return address.city || address.postcode || lines.length > 0 ? { ...address, country } : null;
}
