import type { Connector } from '../port';
import { shipbob } from './shipbob/shipbob.connector';

/** Every warehouse; adding one is its folder and one line here. */
export const fulfilmentConnectors: readonly Connector<'fulfilment'>[] = [shipbob];
