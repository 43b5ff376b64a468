/** Everything the simulated vendors know, in our own words; each vendor tells it in its wire format. */
export type * from './types/shop.types';
export type * from './types/shipping.types';
export type * from './types/order.types';
export type * from './types/loyalty.types';
export type * from './types/subscription.types';
export type * from './types/change.types';
