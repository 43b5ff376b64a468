import type { SenderProof, SenderVerdicts } from '@satchel/contracts';
import type { Headers } from '../headers';
import { splitAddress } from '../reply-address';

/** What is known of who sent a mail, and how sure that makes us. */
export interface Finding {
  proof: SenderProof;
  verdicts: SenderVerdicts;
}

type Verdict = SenderVerdicts['dmarc'];
const WORDS: Verdict[] = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror', 'policy'];

/**
 * Whether our own mail server vouches that the author's domain sent this (RFC 8601, DMARC). Only the topmost verdict
 * under our server's name counts: anybody can write such a header, and servers add theirs on top. Null: it says
 * nothing about DMARC.
 */
export function trustedResults(headers: Headers, from: string, authservId: string | null): Finding | null {
  if (!authservId) return null;
  const field = headers.all('authentication-results').find((it) => serverOf(it) === authservId.toLowerCase());
  if (field === undefined) return null;
  const clauses = field.split(';').slice(1);
  const clause = (method: string): string | undefined =>
    clauses.find((it) => new RegExp(`^\\s*${method}\\s*=`, 'i').test(it));
  const dmarcClause = clause('dmarc');
  if (!dmarcClause) return null;

  const dmarc = verdictOf(dmarcClause);
  const domain = /\bheader\.from\s*=\s*"?([^\s";]+)/i.exec(dmarcClause)?.[1]?.toLowerCase() ?? null;
  const author = splitAddress(from)[1];
  const aligned = dmarc === 'pass' && domain !== null && (author === domain || author.endsWith(`.${domain}`));
  const verdicts: SenderVerdicts = {
    spf: verdictOf(clause('spf')),
    dkim: verdictOf(clauses.find((it) => /^\s*dkim\s*=\s*pass\b/i.test(it)) ?? clause('dkim')),
    dmarc,
    arc: verdictOf(clause('arc')),
    aligned,
    domain,
  };
  // A domain that asks nobody to refuse its failing mail (p=none) does not call this a forgery either.
  const asksForNothing = /\bp\s*=\s*none\b|policy\.\S*\s*=\s*none\b/i.test(dmarcClause);
  const proof = dmarc === 'fail' && !asksForNothing ? 'forged' : aligned ? 'proven' : 'unproven';
  return { proof, verdicts };
}

export function verdictOf(clause: string | undefined): Verdict {
  const word = /=\s*([a-z]+)/i.exec(clause ?? '')?.[1]?.toLowerCase() ?? 'none';
  return WORDS.find((it) => it === word) ?? 'none';
}

/** The name before the first semicolon, without its version. */
const serverOf = (verdict: string): string => (verdict.split(';')[0] ?? '').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
