import { isIP } from 'node:net';
import type { SenderVerdicts } from '@satchel/contracts';
import ipaddr from 'ipaddr.js';
import type { AuthenticateResult } from 'mailauth';
import type { Headers } from '../headers';
import { splitAddress } from '../reply-address';
import type { Resolve } from './limited-resolver';
import { limitedResolver } from './limited-resolver';
import type { Finding } from './trusted-results';
import { verdictOf } from './trusted-results';

/** What the SMTP door saw of the sender; absent for mail that was fetched from a mailbox. */
export interface Hop {
  client: string | null;
  mailFrom: string | null;
  helo: string | null;
}

export interface Verification {
  dns: Resolve;
  /** How long to wait for all answers about one mail. */
  limitMs?: number;
  /** Take SPF's word also for clients of private networks: where a proxy of ours hands the mail on, it means nothing. */
  trustPrivateClients?: boolean;
  /** Domains whose ARC seal over "it passed at ours" is believed: forwarders that the merchant uses. */
  trustedSealers?: string[];
}

const LOCAL = ['private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat', 'unspecified'];

/**
 * Checks DKIM, SPF, DMARC and ARC ourselves. Null when there is nothing to check. A name server that fails makes a
 * sender unproven, never forged, and never stops the reading.
 */
export async function verifySender(
  raw: Buffer,
  headers: Headers,
  from: string,
  hop: Hop,
  options: Verification,
): Promise<Finding | null> {
  const client = usableClient(hop.client, options.trustPrivateClients ?? false);
  if (!client && !headers.has('dkim-signature') && !headers.has('arc-seal')) return null;
  try {
    const { authenticate } = await import('mailauth');
    const resolver = limitedResolver(options.dns, options.limitMs);
    const result = await authenticate(raw, {
      resolver: resolver as never,
      mta: 'satchel.invalid',
      disableBimi: true,
      sender: hop.mailFrom ?? undefined,
      ...(client && { ip: client, helo: hop.helo ?? undefined }),
    });
    return judge(result, from, { knowsSpf: client !== null, options });
  } catch {
    return null;
  }
}

function judge(
  result: AuthenticateResult,
  from: string,
  { knowsSpf, options }: { knowsSpf: boolean; options: Verification },
): Finding {
  const signatures = result.dkim.results.map((it) => word(it.status.result));
  const dmarcResult = result.dmarc || null;
  const arcResult = result.arc || null;
  const author = splitAddress(from)[1];
  const checked = result.dkim.headerFrom.map((it) => it.toLowerCase());
  // Verdicts about another From than the one that people see prove nothing.
  const isAboutAuthor = checked.length === 1 && checked[0] === from;
  const verdicts: SenderVerdicts = {
    spf: knowsSpf && result.spf ? word(result.spf.status.result) : 'none',
    dkim: signatures.includes('pass') ? 'pass' : (signatures[0] ?? 'none'),
    dmarc: dmarcResult ? word(dmarcResult.status.result) : 'none',
    arc: arcResult ? word(arcResult.status.result) : 'none',
    aligned: isAboutAuthor && dmarcResult?.status.result === 'pass',
    domain: dmarcResult?.domain ?? author,
  };
  const uncertain = [...signatures, verdicts.spf].includes('temperror');
  const strict = dmarcResult !== null && ['quarantine', 'reject'].includes(dmarcResult.policy);
  if (verdicts.aligned || (isAboutAuthor && isSealedPass(result, options.trustedSealers ?? []))) {
    return { proof: 'proven', verdicts };
  }
  // Without the client's address SPF is unknown, and a forwarder's seal tells why a mail fails: no proof of a forgery.
  const isForged = verdicts.dmarc === 'fail' && strict && knowsSpf && !uncertain && verdicts.arc !== 'pass';
  return { proof: isForged ? 'forged' : 'unproven', verdicts };
}

/** A forwarder that the merchant trusts sealed that the mail had passed when it came to them. */
function isSealedPass(result: AuthenticateResult, trusted: string[]): boolean {
  const arc = result.arc || null;
  if (arc?.status.result !== 'pass' || trusted.length === 0) return false;
  const sealer = (arc.signature || null)?.signingDomain.toLowerCase() ?? '';
  const told = arc.authenticationResults?.dmarc as { result?: string } | undefined;
  return trusted.includes(sealer) && told?.result === 'pass';
}

const word = (result: string): SenderVerdicts['dmarc'] => verdictOf(`=${result === 'temperr' ? 'temperror' : result}`);

/** A public address, in the family it really is of. */
function usableClient(client: string | null, trustPrivate: boolean): string | null {
  if (client === null || isIP(client) === 0) return null;
  const address = ipaddr.process(client);
  return trustPrivate || !LOCAL.includes(address.range()) ? address.toString() : null;
}
