import type { Connector } from '../port';
import { ups } from './ups/ups.connector';

/** Every carrier; adding one is its folder and one line here. */
export const carrierConnectors: readonly Connector<'carrier'>[] = [ups];
