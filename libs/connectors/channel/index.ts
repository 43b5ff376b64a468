import type { Connector } from '../port';
import { email } from './email';

/** One line per channel. */
export const channelConnectors: Connector[] = [email];
