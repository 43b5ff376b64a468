import type { RawInbound } from '../../../port';
import { fieldsIn, textIn } from '../../../vendor/loose';
import type { Headers } from '../headers';
import { parseAddresses } from '../mime/addresses';
import { splitAddress } from '../reply-address';
import type { Finding } from './trusted-results';
import { verdictOf } from './trusted-results';

/**
 * What the service that took the mail in said of its sender, beside the mail and signed: nobody who wrote the mail can
 * have put it there. Null: it says nothing about DMARC.
 */
export function transportResults(meta: RawInbound['meta'], headers: Headers, from: string): Finding | null {
  const told = fieldsIn(meta.verdicts);
  const word = (name: string) => verdictOf(`=${textIn(told[name])}`);
  const dmarc = word('dmarc');
  if (dmarc !== 'pass' && dmarc !== 'fail') return null;
  const authors = parseAddresses(...headers.all('from'));
  // Which of two authors it was about is not said.
  const isAboutAuthor = headers.all('from').length === 1 && authors.length === 1 && authors[0]?.address === from;
  const aligned = dmarc === 'pass' && isAboutAuthor;
  const isStrict = ['quarantine', 'reject'].includes(textIn(told.policy));
  return {
    proof: aligned ? 'proven' : dmarc === 'fail' && isStrict ? 'forged' : 'unproven',
    verdicts: { spf: word('spf'), dkim: word('dkim'), dmarc, arc: 'none', aligned, domain: splitAddress(from)[1] },
  };
}

/** What its filters said, for people; nothing is thrown away for it. */
export function filterNotices(meta: RawInbound['meta']): string[] {
  const told = fieldsIn(meta.verdicts);
  return [
    told.spam === 'fail' ? 'The mail service that took this mail in calls it spam.' : null,
    told.virus === 'fail' ? 'The mail service that took this mail in found a virus in it.' : null,
  ].filter((it): it is string => it !== null);
}
