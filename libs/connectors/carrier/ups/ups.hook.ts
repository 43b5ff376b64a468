import { createHash, timingSafeEqual } from 'node:crypto';
import type { ChangeHook, HookRequest } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import { plainTrackingNumber } from '../../vendor/tracking/number-formats';
import type { UpsCredentials } from './ups.credentials';

/**
 * UPS Track Alert. UPS signs nothing: a call carries the credential that was entered beside our address at
 * developer.ups.com/update-webhook, so it is believed only as far as to ask again.
 */
export function upsHook({ clientId, webhookCredential = '' }: UpsCredentials): ChangeHook {
  return {
    verify({ headers }) {
      const given = credentialIn(headers);
      if (!given) return 'The call carries no credential.';
      if (!webhookCredential || !same(given, webhookCredential)) {
        return 'The credential is not the one of this connection: enter the same at developer.ups.com and here.';
      }
      // Which app was meant, where UPS tells it.
      const key = headers['x-api-key'];
      return key && !same(key, clientId) ? 'The call is meant for another app.' : null;
    },
    hints({ body }) {
      const externalId = plainTrackingNumber(textIn(fieldsIn(parsedJson(body)).trackingNumber));
      return /^[0-9A-Z]{7,34}$/.test(externalId) ? [{ resource: 'shipment', externalId }] : [];
    },
    answer: { status: 200 },
  };
}

/** As a bearer token, or in the header of its own name, by the version of the API. */
function credentialIn(headers: HookRequest['headers']): string {
  return (headers.authorization ?? headers.credential ?? '').replace(/^Bearer\s+/i, '');
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
