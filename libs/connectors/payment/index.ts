import type { Connector } from '../port';

/** Every payment service; adding one is its folder and one line here. */
export const paymentConnectors: readonly Connector<'payment'>[] = [];
