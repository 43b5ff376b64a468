import { randomUUID } from 'node:crypto';
import type { Posting } from '../hooks/courier';
import { twilioFormSignature } from '../hooks/signatures';

/** A webhook or a callback as Twilio posts it: a signed form that keeps its token over every retry. */
export function formPosting(what: string, url: string, secret: string, params: [string, string][]): Posting {
  return {
    vendor: 'twilio',
    what,
    url,
    type: 'application/x-www-form-urlencoded; charset=UTF-8',
    body: Buffer.from(new URLSearchParams(params).toString()),
    secret,
    headers: { 'i-twilio-idempotency-token': randomUUID(), 'user-agent': 'TwilioProxy/1.1', accept: '*/*' },
    sign: (token) => ({ 'x-twilio-signature': twilioFormSignature(token, url, params) }),
  };
}
