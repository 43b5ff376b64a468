import type { Money, ShipmentBody, ShipmentEventBody } from '@satchel/contracts';
import type { ConnectorLog, ShopOrder } from '../../../port';
import { moneyOf } from '../../../vendor/money';
import { Vocabulary } from '../../../vendor/vocabulary';
import { DEAD_FULFILMENTS, FULFILMENT_WORDS, PAYMENT_WORDS, SHIPMENT_WORDS } from '../shopify.words';
import type { AddressFacts, EventFacts, FulfilmentFacts, MoneyBag, OrderFacts } from './order-facts';

/** Shopify's order in our words; the only place that knows both. */
export class OrderMapper {
  private readonly payment;
  private readonly fulfilment;
  private readonly shipment;

  constructor(
    log: ConnectorLog,
    private readonly shopHost: string,
  ) {
    this.payment = new Vocabulary('shopify financial status', PAYMENT_WORDS, log);
    this.fulfilment = new Vocabulary('shopify fulfillment status', FULFILMENT_WORDS, log);
    this.shipment = new Vocabulary('shopify shipment status', SHIPMENT_WORDS, log);
  }

  order(facts: OrderFacts): ShopOrder {
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
      lines: facts.lineItems.nodes.map((line) => ({
        id: line.id,
        title: line.title,
        variant: line.variantTitle,
        sku: line.sku,
        quantity: line.quantity,
        unitPrice: money(line.discountedUnitPriceSet),
        shipped: null,
        refundable: null,
        returnable: null,
      })),
      shippingAddress: facts.shippingAddress && address(facts.shippingAddress),
      shipments: facts.fulfillments.flatMap((one) => this.shipments(one)),
      payments: [],
      refunds: [],
      returns: [],
      discountCodes: [],
      adminUrl: `https://admin.shopify.com/store/${this.shopHost.replace('.myshopify.com', '')}/orders/${facts.legacyResourceId}`,
    };
  }

  /** One for each parcel; a fulfilment without a tracking number is still one that went out. */
  private shipments(facts: FulfilmentFacts): ShipmentBody[] {
    if (DEAD_FULFILMENTS.has(facts.status) || facts.displayStatus === 'CANCELED') return [];
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

function money(bag: MoneyBag): Money {
  return moneyOf(bag.presentmentMoney.amount, bag.presentmentMoney.currencyCode);
}

/** OUT_FOR_DELIVERY -> Out for delivery */
function sentence(word: string): string {
  const text = word.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function address(facts: AddressFacts): NonNullable<ShopOrder['shippingAddress']> {
  return {
    name: facts.name ?? '',
    lines: [facts.company, facts.address1, facts.address2].filter((line): line is string => Boolean(line)),
    city: facts.city ?? '',
    postcode: facts.zip ?? '',
    country: facts.countryCodeV2 ?? '',
  };
}
