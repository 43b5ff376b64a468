import type { Connector } from '../port';
import { recharge } from './recharge/recharge.connector';

/** Every subscription service; adding one is its folder and one line here. */
export const subscriptionConnectors: readonly Connector<'subscription'>[] = [recharge];
