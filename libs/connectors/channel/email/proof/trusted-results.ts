import type { SenderProof } from '@satchel/contracts';
import type { Headers } from './headers';
import { splitAddress } from './reply-address';

/**
 * Whether our own mail server vouches that the author's domain sent this (RFC 8601, DMARC). Only the topmost verdict
 * under our server's name counts: anybody can write such a header, and servers add theirs on top.
 */
export function proofOf(headers: Headers, from: string, authservId: string | null): SenderProof {
  if (!authservId) return 'unproven';
  const verdict = headers.all('authentication-results').find((it) => serverOf(it) === authservId.toLowerCase());
  const dmarc = verdict?.split(';').find((it) => /^\s*dmarc\s*=/i.test(it));
  if (!dmarc) return 'unproven';
  if (/^\s*dmarc\s*=\s*fail\b/i.test(dmarc)) return 'forged';
  if (!/^\s*dmarc\s*=\s*pass\b/i.test(dmarc)) return 'unproven';
  const domain = /\bheader\.from\s*=\s*"?([^\s";]+)/i.exec(dmarc)?.[1]?.toLowerCase();
  const author = splitAddress(from)[1];
  return domain !== undefined && (author === domain || author.endsWith(`.${domain}`)) ? 'proven' : 'unproven';
}

/** The name before the first semicolon, without its version. */
const serverOf = (verdict: string): string => (verdict.split(';')[0] ?? '').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
