import type { ChannelHook, HookRequest, RawInbound } from '../../port';
import type { PARSE_PROVIDERS } from './email.credentials';
import { type FormFields, readForm } from './inbound-parse-form';
import {
  basicAuth,
  bodySignature,
  mailgunSignature,
  type Proof,
  publicKeyOf,
  sendgridSignature,
  textOf,
} from './inbound-parse-proof';

/** Amazon SES has a hook of its own: what it posts is signed by SNS. */
export type ParseProvider = Exclude<(typeof PARSE_PROVIDERS)[number], 'ses'>;

export interface ParseSettings {
  provider: ParseProvider;
  secret: string;
  now: () => Date;
  receive: (raw: Buffer, meta: Record<string, unknown>) => RawInbound;
}

/** A raw mail as a provider hands it over. */
interface Posted {
  raw: Buffer | null;
  mailFrom: string | null;
  rcptTo: string[];
  /** The provider's own id of it. */
  providerId: string | null;
}

const ADDRESS = /[^\s<>,;"()]+@[^\s<>,;"()]+/g;

/**
 * Mail that a provider receives for the shop and posts to us. Always the whole mail as it came in, never the provider's
 * reading of it. The same mail posted again carries the same Message-ID, or the same one made of its content.
 */
export function parseHook(settings: ParseSettings): ChannelHook {
  const proof = proofOf(settings);
  const read = READERS[settings.provider];
  return {
    verify: (request) => {
      if (request.method !== 'POST') return 'Mail is posted.';
      return proof(request, formOf(request));
    },
    unpack: (request) => {
      const { raw, mailFrom, rcptTo, providerId } = read(request, formOf(request));
      if (!raw || raw.length === 0) throw new Error('the call carries no raw mail: switch it on at the provider');
      const meta = { via: 'hook', provider: settings.provider, providerId, rcptTo };
      // Only a stated null sender is one; a provider that tells none says nothing.
      return [settings.receive(raw, mailFrom === null ? meta : { ...meta, mailFrom })];
    },
    answer: { status: 200, contentType: 'text/plain; charset=utf-8', body: 'received' },
  };
}

function proofOf({ provider, secret, now }: ParseSettings): Proof {
  if (provider === 'mailgun') return mailgunSignature(secret, now);
  if (provider === 'postmark') return basicAuth(secret);
  const key = provider === 'sendgrid' ? publicKeyOf(secret) : null;
  if (key) return sendgridSignature(key, now);
  if (provider === 'sendgrid') return basicAuth(secret);
  const [byBody, byPassword] = [bodySignature(secret), basicAuth(secret)];
  return (request, form) => (request.headers.authorization ? byPassword(request, form) : byBody(request, form));
}

const READERS: Record<ParseProvider, (request: HookRequest, form: FormFields) => Posted> = {
  generic: ({ body, headers, query }) => ({
    raw: body,
    mailFrom: query.from ?? headers['x-mail-from'] ?? null,
    rcptTo: addressesIn(query.to ?? headers['x-rcpt-to']),
    providerId: headers['x-message-id'] ?? null,
  }),
  mailgun: (_, form) => ({
    raw: form.get('body-mime') ?? null,
    mailFrom: textOf(form, 'sender'),
    rcptTo: addressesIn(textOf(form, 'recipient')),
    providerId: textOf(form, 'token'),
  }),
  postmark: ({ body }) => {
    const posted = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
    const text = (name: string): string | null => (typeof posted[name] === 'string' ? posted[name] : null);
    const raw = text('RawEmail');
    return {
      raw: raw === null ? null : Buffer.from(raw, 'utf8'),
      mailFrom: null,
      rcptTo: addressesIn(text('OriginalRecipient')),
      providerId: text('MessageID'),
    };
  },
  sendgrid: (_, form) => {
    const envelope = envelopeOf(textOf(form, 'envelope'));
    return { raw: form.get('email') ?? null, ...envelope, providerId: null };
  },
};

function envelopeOf(json: string | null): { mailFrom: string | null; rcptTo: string[] } {
  try {
    const { from, to } = JSON.parse(json ?? '{}') as { from?: unknown; to?: unknown };
    const rcptTo = (Array.isArray(to) ? to : []).filter((it): it is string => typeof it === 'string');
    return { mailFrom: typeof from === 'string' ? from : null, rcptTo };
  } catch {
    return { mailFrom: null, rcptTo: [] };
  }
}

const addressesIn = (text: string | null | undefined): string[] => text?.match(ADDRESS) ?? [];

function formOf(request: HookRequest): FormFields {
  return readForm(request.headers['content-type'] ?? '', request.body);
}
