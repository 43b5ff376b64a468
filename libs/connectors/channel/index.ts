import type { Connector } from '../port';
import { email } from './email';
import { sms } from './sms';

/** One line per channel. */
export const channelConnectors: Connector[] = [email, sms];
