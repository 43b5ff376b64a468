import { isIP } from 'node:net';
import type { SetupCheckBody } from '@satchel/contracts';
import { type DkimKey, dkimRecord } from './dkim';
import { limitedResolver, type Resolve } from './proof/limited-resolver';

interface MailSetup {
  /** Of the address that is written from. */
  domain: string;
  smtpHost: string;
  dkim: DkimKey | null;
  resolve: Resolve;
}

/** Mail services whose SPF record the domain has to include, by their server's name. */
const INCLUDES: [host: RegExp, include: string][] = [
  [/(^|\.)(gmail|google|googlemail)\.com$/i, '_spf.google.com'],
  [/(^|\.)(outlook|office365)\.com$/i, 'spf.protection.outlook.com'],
  [/(^|\.)sendgrid\.net$/i, 'sendgrid.net'],
  [/(^|\.)mailgun\.org$/i, 'mailgun.org'],
];
const NOT_THERE = ['ENOTFOUND', 'ENODATA'];

/** The records that make receivers believe mail of this domain, each held against what stands there now. */
export async function mailSetup({ domain, smtpHost, dkim, resolve }: MailSetup): Promise<SetupCheckBody[]> {
  const texts = textsOf(limitedResolver(resolve));
  return Promise.all([spf(domain, smtpHost, texts), signature(domain, dkim, texts), dmarc(domain, texts)]);
}

export function dkimCheck(key: Pick<DkimKey, 'domain' | 'selector' | 'privateKey'>): SetupCheckBody {
  const name = `${key.selector}._domainkey.${key.domain}`;
  return { label: 'DKIM', type: 'TXT', name, value: dkimRecord(key.privateKey).value, state: 'unknown', found: null };
}

const ownServer = (host: string): string => (isIP(host) ? `ip${isIP(host)}:${host}` : `a:${host}`);

/** Null: the name server did not say. */
type Texts = (name: string) => Promise<string[] | null>;

async function spf(domain: string, smtpHost: string, texts: Texts): Promise<SetupCheckBody> {
  const include = INCLUDES.find(([host]) => host.test(smtpHost))?.[1];
  const value = `v=spf1 ${include ? `include:${include}` : ownServer(smtpHost)} ~all`;
  const found = (await texts(domain))?.filter((text) => /^v=spf1(\s|$)/i.test(text)) ?? null;
  // Two of them are as good as none (RFC 7208 4.5); which servers one names can be told for known services alone.
  const fits = found?.length === 1 && (!include || (found[0] ?? '').toLowerCase().includes(`include:${include}`));
  return { label: 'SPF', type: 'TXT', name: domain, value, ...told(found, fits) };
}

async function signature(domain: string, dkim: DkimKey | null, texts: Texts): Promise<SetupCheckBody> {
  if (!dkim) {
    const name = `<selector>._domainkey.${domain}`;
    return { label: 'DKIM', type: 'TXT', name, value: null, state: 'unknown', found: null };
  }
  const check = dkimCheck(dkim);
  const found = await texts(check.name);
  const wanted = publicKeyIn(check.value ?? '');
  return { ...check, ...told(found, found?.some((text) => publicKeyIn(text) === wanted) ?? false) };
}

/** A domain without a policy of its own falls under its parent's (RFC 7489 6.6.3). */
async function dmarc(domain: string, texts: Texts): Promise<SetupCheckBody> {
  const labels = domain.split('.');
  let asked: string[] | null = null;
  for (let at = 0; at <= Math.max(0, labels.length - 2); at++) {
    const answer = await texts(`_dmarc.${labels.slice(at).join('.')}`);
    const found = answer?.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text)) ?? null;
    asked = at === 0 ? found : asked && found;
    if (!found?.length) continue;
    asked = found;
    break;
  }
  const own = { label: 'DMARC', type: 'TXT', name: `_dmarc.${domain}`, value: 'v=DMARC1; p=none' };
  return { ...own, ...told(asked, asked?.length === 1) };
}

function told(found: string[] | null, fits: boolean): Pick<SetupCheckBody, 'state' | 'found'> {
  if (found === null) return { state: 'unknown', found: null };
  return { state: fits ? 'ok' : 'missing', found: found.join(' · ') || null };
}

const publicKeyIn = (record: string): string | null => /(?:^|;)p=([^;]*)/.exec(record.replace(/\s+/g, ''))?.[1] ?? null;

function textsOf(resolve: Resolve): Texts {
  return async (name) => {
    try {
      const records = await resolve(name, 'TXT');
      if (!Array.isArray(records)) return null;
      return records.map((strings) => (Array.isArray(strings) ? strings.join('') : String(strings)));
    } catch (error) {
      return NOT_THERE.includes((error as { code?: string }).code ?? '') ? [] : null;
    }
  };
}
