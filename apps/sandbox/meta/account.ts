import { createHash, randomBytes } from 'node:crypto';
import type { Network } from '../phone/phone.types';

/** The one business that the simulated Graph API knows. */
export const GRAPH_TOKEN = 'sandbox-graph-token';
export const PAGE_TOKEN = 'sandbox-page-token';
export const APP_ID = '620000000000001';
export const WABA_ID = '102000000000001';
export const PHONE_NUMBER_ID = '106000000000001';
export const DISPLAY_NUMBER = '+1 415-555-0102';
export const LINE_NUMBER = '+14155550102';
export const PAGE_ID = '108000000000001';
export const INSTAGRAM_ID = '17841400000000001';

export const newWamid = (): string =>
  `wamid.HB${randomBytes(24).toString('base64').replace(/[+/=]/g, 'A').slice(0, 40)}==`;
export const newMid = (): string => `m_${randomBytes(36).toString('base64url')}`;
export const newGraphId = (): string => String(10 ** 15 + Number(BigInt(`0x${randomBytes(6).toString('hex')}`)));

/** The id under which a network knows a person on this page: the same each time for the same address. */
export function scopedId(network: Network, email: string): string {
  const digest = createHash('sha256').update(`${network}:${email.toLowerCase()}`).digest();
  return String(10n ** 15n + (digest.readBigUInt64BE() % 10n ** 15n));
}
