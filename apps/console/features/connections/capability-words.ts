import { words } from '../../lib/format';

const CAPABILITIES: Record<string, string> = {
  orders: 'Read orders',
  customers: 'Read customers',
  products: 'Read products',
  refund: 'Refund',
  refunds: 'Read refunds',
  search: 'Find payments by order',
  returns: 'Open returns',
  returns_in_shop: 'Open returns in the shop itself',
  cancel: 'Cancel',
  address: 'Change addresses',
  status: 'Set the status of orders',
  remark: 'Leave remarks on orders',
  confirmation: 'Send confirmations again',
  discounts: 'Read discount codes',
  'discounts.create': 'Make discount codes',
  hook: 'Tell us at once what changed',
  theme: 'Put the chat on the shop’s pages',
  members: 'Read members',
  history: 'Read movements of points',
  rewards: 'Read rewards',
  redemptions: 'Read redeemed rewards',
  tiers: 'Read tiers',
  label: 'Read what points are called',
  grant: 'Grant points',
  redeem: 'Redeem rewards',
  subscriptions: 'Read subscriptions',
  skip: 'Skip deliveries',
  reschedule: 'Move deliveries',
  swap: 'Swap products',
  payments: 'Read payments',
  tracking: 'Follow parcels',
  track: 'Follow parcels',
};

/** A vendor's part as a shop owner calls it. */
export const capabilityLabel = (capability: string): string => CAPABILITIES[capability] ?? words(capability);
