import { createHash } from 'node:crypto';
import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import type { ChannelHook, HookRequest, RawInbound } from '../../port';

const RECEIVED = new Set(['received', 'receiving']);

/** A form's parameters; the first of a repeated one. */
export function formOf(body: Buffer): Map<string, string> {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) if (!form.has(name)) form.set(name, value);
  return form;
}

/** The word of a status callback; null: it is a customer's message. */
export function statusWord(form: Map<string, string>): string | null {
  const word = form.get('MessageStatus') ?? form.get('SmsStatus') ?? null;
  return word === null || word === '' || RECEIVED.has(word) ? null : word;
}

export function messageSid(form: Map<string, string>): string {
  return form.get('MessageSid') || form.get('SmsSid') || form.get('SmsMessageSid') || '';
}

/** Twilio's calls: a customer's message or what became of ours, one thing each. */
export function twilioHook(tokens: () => string[]): ChannelHook {
  return {
    verify: (request) => signatureProblem(request, tokens()),
    unpack: ({ body }) => [wrap(body)],
    answer: { status: 200, contentType: 'text/xml', body: '<Response/>' },
  };
}

function wrap(raw: Buffer): RawInbound {
  const form = formOf(raw);
  const sid = messageSid(form);
  const word = statusWord(form);
  const externalId = sid
    ? word === null
      ? sid
      : `${sid}:${word}`
    : `call-${createHash('sha256').update(raw).digest('hex')}`;
  return { externalId: externalId.slice(0, 200), raw, meta: {} };
}

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security: over the address that was called and every parameter. */
function signatureProblem(request: HookRequest, tokens: string[]): string | null {
  const signature = request.headers['x-twilio-signature'];
  if (!signature) return 'The call carries no X-Twilio-Signature.';
  if (request.method !== 'POST') return 'Set the web hook at Twilio to HTTP POST.';
  const params = signedParams(request.body);
  const genuine = tokens.some((token) => {
    try {
      return validateRequest(token, signature, request.url, params);
    } catch {
      return false;
    }
  });
  return genuine
    ? null
    : 'The signature does not fit: the auth token is another one, or Twilio calls us under another address.';
}

function signedParams(body: Buffer): Record<string, string | string[]> {
  const params = Object.create(null) as Record<string, string | string[]>;
  const form = new URLSearchParams(body.toString('utf8'));
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    params[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return params;
}
