import type { Connector } from '../port';
import { api } from './api';
import { chat } from './chat';
import { email } from './email';
import { sms } from './sms';
import { social } from './social';
import { whatsapp } from './whatsapp';

/** One line per channel. */
export const channelConnectors: Connector[] = [email, chat, sms, whatsapp, api, social];
