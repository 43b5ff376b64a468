import type { Connector } from '../port';
import { api } from './api';
import { email } from './email';
import { sms } from './sms';
import { whatsapp } from './whatsapp';

/** One line per channel. */
export const channelConnectors: Connector[] = [email, sms, whatsapp, api];
