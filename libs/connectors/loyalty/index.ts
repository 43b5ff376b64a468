import type { Connector } from '../port';
import { smile } from './smile/smile.connector';

/** Every loyalty programme; adding one is its folder and one line here. */
export const loyaltyConnectors: readonly Connector<'loyalty'>[] = [smile];
