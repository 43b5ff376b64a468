import type { OrderLineBody, ReturnBody, ShipmentBody, ShipmentEventBody } from '@satchel/contracts';
import type { ConnectorLog, ShopOrder } from '../../../port';
import { Vocabulary } from '../../../vendor/vocabulary';
import { DEAD_FULFILMENTS, FULFILMENT_WORDS, PAYMENT_WORDS, SHIPMENT_WORDS } from '../shopify.words';
import { money } from './money-bag';
import type { AddressFacts, EventFacts, FulfilmentFacts, LineFacts, OrderFacts, ReturnFacts } from './order-facts';
import { PaymentsMapper } from './payments.mapper';
import { ReturnMapper } from './return.mapper';

/** Shopify's order in our words; the only place that knows both. */
export class OrderMapper {
  private readonly payment;
  private readonly fulfilment;
  private readonly shipment;
  readonly money;
  readonly returns;

  constructor(
    log: ConnectorLog,
    private readonly shopHost: string,
  ) {
    this.payment = new Vocabulary('shopify financial status', PAYMENT_WORDS, log);
    this.fulfilment = new Vocabulary('shopify fulfillment status', FULFILMENT_WORDS, log);
    this.shipment = new Vocabulary('shopify shipment status', SHIPMENT_WORDS, log);
    this.money = new PaymentsMapper(log);
    this.returns = new ReturnMapper(log);
  }

  order(facts: OrderFacts, returnFacts: readonly ReturnFacts[] = []): ShopOrder {
    const returns = returnFacts.map((one) => this.returns.return(one));
    const fulfilment = this.fulfilment.ours(facts.displayFulfillmentStatus);
    return {
      externalId: facts.id,
      number: facts.name,
      customerId: facts.customer?.id ?? null,
      email: facts.email,
      phone: facts.phone ?? facts.shippingAddress?.phone ?? null,
      customerName: facts.customer?.displayName ?? facts.shippingAddress?.name ?? null,
      placedAt: new Date(facts.processedAt),
      updatedAt: new Date(facts.updatedAt),
      cancelledAt: facts.cancelledAt ? new Date(facts.cancelledAt) : null,
      payment: this.payment.ours(facts.displayFinancialStatus),
      // Shopify leaves a cancelled order "unfulfilled", as if it were still to be sent.
      fulfilment: facts.cancelledAt && fulfilment === 'unfulfilled' ? 'cancelled' : fulfilment,
      customStatus: null,
      total: money(facts.totalPriceSet),
      refunded: money(facts.totalRefundedSet),
      lines: facts.lineItems.nodes.map((line) => orderLine(line, facts, returns)),
      shippingAddress: facts.shippingAddress && postalAddress(facts.shippingAddress),
      shipments: facts.fulfillments.flatMap((one) => this.shipments(one)),
      payments: this.money.payments(facts.transactions),
      refunds: facts.refunds.map((one) => this.money.refund(one)),
      returns,
      discountCodes: facts.discountCodes,
      adminUrl: `https://admin.shopify.com/store/${this.shopHost.replace('.myshopify.com', '')}/orders/${facts.legacyResourceId}`,
    };
  }

  /** One for each parcel; a fulfilment without a tracking number is still one that went out. */
  private shipments(facts: FulfilmentFacts): ShipmentBody[] {
    if (isDead(facts)) return [];
    const common = {
      status: this.shipment.ours(facts.displayStatus),
      estimatedDelivery: facts.estimatedDeliveryAt,
      deliveredAt: facts.deliveredAt,
      events: facts.events.nodes.map((event) => this.event(event)),
    };
    const parcels = facts.trackingInfo.length > 0 ? facts.trackingInfo : [{ company: null, number: null, url: null }];
    return parcels.map(({ company, number, url }) => ({
      trackingNumber: number,
      carrier: company,
      trackingUrl: url,
      ...common,
    }));
  }

  private event(facts: EventFacts): ShipmentEventBody {
    const place = [facts.city, facts.province, facts.country].filter(Boolean).join(', ');
    return { at: facts.happenedAt, description: facts.message || sentence(facts.status), location: place || null };
  }
}

/** A fulfilment that never was sent nothing. */
const isDead = (facts: FulfilmentFacts): boolean =>
  DEAD_FULFILMENTS.has(facts.status) || facts.displayStatus === 'CANCELED';

const NOT_COMING: readonly ReturnBody['status'][] = ['declined', 'cancelled'];

function orderLine(line: LineFacts, order: OrderFacts, returns: readonly ReturnBody[]): OrderLineBody {
  const sum = (numbers: (number | null)[]): number => numbers.reduce((total: number, one) => total + (one ?? 0), 0);
  const shipped = sum(
    order.fulfillments
      .filter((one) => !isDead(one))
      .flatMap((one) => one.fulfillmentLineItems.nodes)
      .map(({ lineItem, quantity }) => (lineItem.id === line.id ? quantity : 0)),
  );
  const coming = sum(
    returns
      .filter((one) => !NOT_COMING.includes(one.status))
      .flatMap((one) => one.lines)
      .map(({ orderLineId, quantity }) => (orderLineId === line.id ? quantity : 0)),
  );
  return {
    id: line.id,
    title: line.title,
    variant: line.variantTitle,
    sku: line.sku,
    quantity: line.quantity,
    unitPrice: money(line.discountedUnitPriceSet),
    shipped,
    refundable: line.refundableQuantity,
    // Refunded pieces were either sent back or stay where they are: neither can come back any more.
    returnable: Math.max(0, Math.min(shipped - coming, line.refundableQuantity)),
  };
}

/** OUT_FOR_DELIVERY -> Out for delivery */
function sentence(word: string): string {
  const text = word.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function postalAddress(facts: AddressFacts): NonNullable<ShopOrder['shippingAddress']> {
  return {
    name: facts.name ?? '',
    lines: [facts.company, facts.address1, facts.address2].filter((line): line is string => Boolean(line)),
    city: facts.city ?? '',
    postcode: facts.zip ?? '',
    country: facts.countryCodeV2 ?? '',
  };
}
