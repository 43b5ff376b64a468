import type { Connector } from '../port';

/** Every subscription service; adding one is its folder and one line here. */
export const subscriptionConnectors: readonly Connector<'subscription'>[] = [];
