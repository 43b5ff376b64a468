import type { Connector } from '../port';

/** Every warehouse; adding one is its folder and one line here. */
export const fulfilmentConnectors: readonly Connector<'fulfilment'>[] = [];
