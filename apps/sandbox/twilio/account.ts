import { randomBytes } from 'node:crypto';
import { TWILIO_TOKEN } from '../hooks/hooks';

/** The one account that the simulated Twilio knows. */
export const ACCOUNT = {
  sid: `AC${'5a4d'.repeat(8)}`,
  token: TWILIO_TOKEN,
  keySid: `SK${'5a4d'.repeat(8)}`,
  keySecret: 'sandbox-key-secret',
  serviceSid: `MG${'5a4d'.repeat(8)}`,
};

export const SMS_NUMBER = '+14155550100';
export const WHATSAPP_NUMBER = '+14155550101';
/** Who may send by which channel. */
export const SENDERS = [SMS_NUMBER, `whatsapp:${WHATSAPP_NUMBER}`];

export const API_VERSION = '2010-04-01';
export const newSid = (prefix: string): string => prefix + randomBytes(16).toString('hex');

/** RFC 2822 with a numeric zone, as the 2010 API writes a date. */
export const rfc2822 = (at: Date): string => at.toUTCString().replace('GMT', '+0000');
