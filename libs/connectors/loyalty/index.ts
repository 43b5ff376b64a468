import type { Connector } from '../port';

/** Every loyalty programme; adding one is its folder and one line here. */
export const loyaltyConnectors: readonly Connector<'loyalty'>[] = [];
