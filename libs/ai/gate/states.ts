/** What may be said of an order, a parcel, an item or a person, as their records prove it. */
export type State =
  | 'shipped'
  | 'moving'
  | 'out_for_delivery'
  | 'attempted'
  | 'pickup'
  | 'delivered'
  | 'returning'
  | 'trouble'
  | 'cancelled'
  | 'refunded'
  | 'refund_pending'
  | 'paid'
  | 'on_hold'
  | 'available'
  | 'returnable'
  | 'verified'
  | 'code_sent'
  | 'skipped';
export type StateKey = State | `not:${State}`;

const OF_PARCEL: Record<string, StateKey[]> = {
  pre_transit: ['not:moving', 'not:delivered', 'not:out_for_delivery'],
  in_transit: ['shipped', 'moving', 'not:delivered', 'not:out_for_delivery', 'not:pickup'],
  out_for_delivery: ['shipped', 'moving', 'out_for_delivery', 'not:delivered', 'not:pickup'],
  attempted: ['shipped', 'moving', 'attempted', 'not:delivered'],
  available_for_pickup: ['shipped', 'pickup', 'not:delivered', 'not:moving'],
  delivered: ['shipped', 'delivered', 'not:moving'],
  returned: ['shipped', 'returning', 'not:delivered', 'not:moving'],
  exception: ['shipped', 'trouble', 'not:delivered'],
  unknown: ['not:delivered'],
};
const OF_FULFILMENT: Record<string, StateKey[]> = {
  unfulfilled: ['not:shipped', 'not:moving', 'not:delivered'],
  on_hold: ['on_hold', 'not:shipped', 'not:moving', 'not:delivered'],
  partial: ['shipped', 'not:shipped', 'not:delivered'],
  fulfilled: ['shipped'],
  cancelled: ['cancelled', 'not:shipped'],
};
const OF_PAYMENT: Record<string, StateKey[]> = {
  paid: ['paid'],
  pending: ['not:paid'],
  authorised: ['not:paid'],
  unpaid: ['not:paid'],
  refunded: ['refunded'],
  partially_refunded: ['refunded'],
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The states that one record of a tool's answer proves, each with the field that does. */
export function statesOf(object: Record<string, unknown>): [StateKey, string][] {
  const states: [StateKey, string][] = [];
  const add = (field: string, keys: readonly StateKey[] | undefined): void => {
    for (const key of keys ?? []) states.push([key, field]);
  };
  const { status, fulfilment, payment } = object;
  if ('trackingNumber' in object && isText(status)) {
    add('status', OF_PARCEL[status]);
    if (status === 'unknown' && object.lastScan) add('lastScan', ['moving', 'shipped']);
  }
  if (isText(object.deliveredAt)) add('deliveredAt', ['delivered', 'shipped']);
  if (isText(fulfilment)) add('fulfilment', OF_FULFILMENT[fulfilment]);
  if (isText(payment)) add('payment', OF_PAYMENT[payment]);
  if (isText(object.cancelledAt)) add('cancelledAt', ['cancelled']);
  else if (object.cancelledAt === null && fulfilment !== 'cancelled') add('cancelledAt', ['not:cancelled']);
  const refunded = amountOf(object.refunded);
  if (refunded !== null) add('refunded', [refunded > 0 ? 'refunded' : 'not:refunded']);
  if (isText(status) && 'createdAt' in object && 'amount' in object) add('status', refundStates(status));
  if (isText(status) && ('nextChargeOn' in object || 'interval' in object) && /^cancell?ed$/.test(status))
    add('status', ['cancelled']);
  if (typeof object.available === 'boolean') add('available', [object.available ? 'available' : 'not:available']);
  if (typeof object.returnable === 'number')
    add('returnable', [object.returnable > 0 ? 'returnable' : 'not:returnable']);
  if (typeof object.verified === 'boolean') add('verified', [object.verified ? 'verified' : 'not:verified']);
  if (isText(object.sentTo)) add('sentTo', ['code_sent']);
  if (object.skipped === true) add('skipped', ['skipped']);
  return states;
}

function refundStates(status: string): StateKey[] {
  if (/^(?:succeeded|success|done|completed|paid|processed)$/.test(status)) return ['refunded'];
  if (/^(?:pending|processing|open|queued)$/.test(status)) return ['refund_pending'];
  return ['not:refunded'];
}

function amountOf(money: unknown): number | null {
  const amount = typeof money === 'object' && money !== null && 'amount' in money ? money.amount : null;
  return typeof amount === 'number' ? amount : null;
}
