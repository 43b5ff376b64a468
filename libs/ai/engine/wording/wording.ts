/** One parcel as its sentence needs it; every value was returned by a tool. */
export interface ParcelWords {
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  /** Written days, "Sunday 22 November"; null when the carrier or the shop gave none. */
  estimate: string | null;
  estimateHasPassed: boolean;
  deliveredOn: string | null;
  lastScan: { day: string | null; description: string; location: string | null } | null;
}

export interface OrderWords {
  number: string;
  placedOn: string | null;
  cancelledOn: string | null;
  /** Written amount, or null when nothing was paid back. */
  refunded: string | null;
}

/** One language's sentences. Each function gives whole sentences, so that word order stays the language's own. */
export interface Wording {
  greeting(firstName: string | null): string;
  disclosure(shop: string): string;
  notShipped(order: OrderWords): string;
  partlyShipped(order: OrderWords): string;
  shippedWithoutTracking(order: OrderWords): string;
  cancelled(order: OrderWords): string;
  refunded(order: OrderWords): string;
  /** Label made, no scan yet. */
  noScans(order: OrderWords, parcel: ParcelWords): string;
  inTransit(order: OrderWords, parcel: ParcelWords): string;
  outForDelivery(order: OrderWords, parcel: ParcelWords): string;
  attempted(order: OrderWords, parcel: ParcelWords): string;
  readyForPickup(order: OrderWords, parcel: ParcelWords): string;
  delivered(order: OrderWords, parcel: ParcelWords): string;
  returned(order: OrderWords, parcel: ParcelWords): string;
  problem(order: OrderWords, parcel: ParcelWords): string;
  /** Where the customer can look themselves. */
  trackHere(parcel: ParcelWords): string | null;
  /** The facts are from an earlier reading. */
  stale(readOn: string): string;
  /** Several orders could be meant. */
  askWhich(orders: OrderWords[]): string;
  /** Nothing under this address; ask for the number. */
  askNumber(): string;
  /** The number that was given leads nowhere. */
  askAgain(): string;
  /** For a person's draft: the request was read, facts follow. */
  acknowledge(): string;
  closing(): string;
}

/** Joins the parts that exist. */
export function join(...parts: (string | null | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

export function list(items: string[], and: string): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]}`;
}
