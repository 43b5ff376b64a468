import { fulfilmentState, isPaid, subtotal, total } from '../seed/world';
import type { Customer, ShopOrder } from '../seed/world.types';
import { connection, type PageArgs } from './connection';
import { fulfilmentView } from './fulfilment.view';
import { lineView } from './line.view';
import { refundView, suggestedRefund, transactionsView } from './refund.view';
import { returnStatus, returnsView } from './return.view';
import { searchOrders } from './search-fields';
import type { ListArgs, ViewContext } from './view-context';
import { addressView, customerName, gid, money, moneyBag, time } from './views';

const byOrderKey: Record<string, (order: ShopOrder) => number | string> = {
  ID: (order) => order.id,
  CREATED_AT: (order) => order.createdAt.getTime(),
  PROCESSED_AT: (order) => order.createdAt.getTime(),
  UPDATED_AT: (order) => order.updatedAt.getTime(),
  ORDER_NUMBER: (order) => order.number,
  TOTAL_PRICE: total,
  CURRENT_TOTAL_PRICE: (order) => total(order) - order.refunded,
  CUSTOMER_NAME: (order) => customerName(order.customer),
};

export function sortBy<T>(rows: readonly T[], key: (row: T) => number | string): T[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

export function ordersView(context: ViewContext, all: readonly ShopOrder[], args: ListArgs, path: string) {
  let rows = all;
  if (args.query) {
    const found = searchOrders(all, args.query);
    rows = found.rows;
    if (found.warnings.length > 0) context.searches.push({ path: [path], query: args.query, warnings: found.warnings });
  }
  const key = byOrderKey[args.sortKey ?? 'ID'] ?? ((order: ShopOrder) => order.id);
  return connection(sortBy(rows, key), args, (order) => orderView(context, order));
}

export function orderView(context: ViewContext, order: ShopOrder): Record<string, unknown> {
  const paid = isPaid(order);
  const quantity = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  const current = order.lines.reduce((sum, line) => sum + line.currentQuantity, 0);
  const currentSubtotal = order.lines.reduce((sum, line) => sum + line.currentQuantity * line.price, 0);
  const left = total(order) - order.refunded;
  return {
    __typename: 'Order',
    id: gid('Order', order.id),
    legacyResourceId: String(order.id),
    name: `#${order.number}`,
    number: order.number,
    confirmationNumber: `FH${order.number}Q`,
    email: order.customer.email,
    phone: order.customer.phone,
    createdAt: time(order.createdAt),
    processedAt: time(order.createdAt),
    updatedAt: time(order.updatedAt),
    cancelledAt: time(order.cancelledAt),
    cancelReason: order.cancelReason,
    closed: order.cancelledAt !== null,
    closedAt: time(order.cancelledAt),
    confirmed: true,
    test: false,
    note: order.note,
    tags: order.tags,
    customAttributes: [],
    sourceName: 'web',
    customerLocale: order.customer.locale,
    currencyCode: 'EUR',
    presentmentCurrencyCode: 'EUR',
    taxesIncluded: true,
    requiresShipping: true,
    paymentGatewayNames: [order.payment.gateway],
    displayFinancialStatus: order.financial,
    displayFulfillmentStatus: fulfilmentState(order),
    returnStatus: returnStatus(order),
    discountCodes: order.discounts.map(({ discount }) => discount.code),
    cancellation: order.cancelledAt ? { staffNote: context.state.staffNotes.get(order.id) ?? null } : null,
    fullyPaid: paid,
    unpaid: !paid,
    subtotalLineItemsQuantity: quantity,
    currentSubtotalLineItemsQuantity: current,
    subtotalPriceSet: moneyBag(subtotal(order)),
    currentSubtotalPriceSet: moneyBag(currentSubtotal),
    totalPriceSet: moneyBag(total(order)),
    originalTotalPriceSet: moneyBag(total(order)),
    currentTotalPriceSet: moneyBag(left),
    totalRefundedSet: moneyBag(order.refunded),
    totalReceivedSet: moneyBag(paid ? total(order) : 0),
    totalOutstandingSet: moneyBag(paid ? 0 : total(order)),
    totalShippingPriceSet: moneyBag(order.shipping),
    shippingLine: {
      id: gid('ShippingLine', order.id + 4),
      title: 'Standard',
      originalPriceSet: moneyBag(order.shipping),
    },
    shippingAddress: addressView(order.shippingAddress, order.id),
    billingAddress: addressView(order.billingAddress, order.id + 5),
    displayAddress: addressView(order.shippingAddress, order.id),
    customer: () => customerView(context, order.customer),
    lineItems: (args: PageArgs) => connection(order.lines, args, (line) => lineView(order, line)),
    fulfillments: ({ first }: { first?: number | null }) =>
      order.fulfilments
        .slice(0, first ?? undefined)
        .map((one) =>
          fulfilmentView(context.world, order, one, { order: (o) => orderView(context, o), line: lineView }),
        ),
    fulfillmentsCount: { count: order.fulfilments.length, precision: 'EXACT' },
    transactions: ({ first }: { first?: number | null }) => transactionsView(order).slice(0, first ?? undefined),
    refunds: ({ first }: { first?: number | null }) =>
      order.refunds.slice(0, first ?? undefined).map((one) => refundView(order, one, () => orderView(context, order))),
    suggestedRefund: (args: Parameters<typeof suggestedRefund>[1]) => suggestedRefund(order, args),
    returns: (args: PageArgs) => returnsView(context, order, args, () => orderView(context, order)),
    metafield: ({ namespace, key }: { namespace?: string | null; key: string }) => {
      const found = context.state.metafield(order.id, `${namespace ?? ''}.${key}`);
      return found && { ...found, id: gid('Metafield', found.id), namespace: namespace ?? '', key };
    },
  };
}

export function customerView(context: ViewContext, customer: Customer): Record<string, unknown> {
  const own = sortBy(context.world.ordersOf(customer), (order) => order.createdAt.getTime());
  const spent = own.reduce((sum, order) => sum + total(order) - order.refunded, 0);
  const last = own.at(-1);
  const address = addressView(customer.address, customer.id);
  return {
    __typename: 'Customer',
    id: gid('Customer', customer.id),
    legacyResourceId: String(customer.id),
    displayName: customerName(customer),
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    defaultEmailAddress: { emailAddress: customer.email, validFormat: true },
    defaultPhoneNumber: customer.phone ? { phoneNumber: customer.phone } : null,
    defaultAddress: address,
    addresses: [address],
    locale: customer.locale,
    note: null,
    state: 'ENABLED',
    tags: [],
    verifiedEmail: true,
    createdAt: time(customer.createdAt),
    updatedAt: time(customer.updatedAt),
    numberOfOrders: String(own.length),
    amountSpent: money(spent),
    lastOrder: () => (last ? orderView(context, last) : null),
    orders: (args: ListArgs) => ordersView(context, own, args, 'orders'),
  };
}
