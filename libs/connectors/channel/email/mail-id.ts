import { createHash } from 'node:crypto';
import { Headers } from './headers';
import { normaliseId, syntheticId } from './message-ids';
import { storable } from './storable';

/** The id under which a mail is taken only once: its Message-ID, or one made of its content. */
export function mailId(raw: Buffer, headers = Headers.of(raw)): string {
  const own = headers
    .all('message-id')
    .map(normaliseId)
    .find((id) => id !== null);
  if (own) return storable(own);
  const field = (name: string): string => headers.first(name) ?? '';
  return syntheticId({
    date: field('date'),
    from: field('from'),
    to: field('to'),
    subject: field('subject'),
    body: raw.subarray(headers.bodyStart),
  });
}

/**
 * SHA-256 (hex) of what a mail says: its author, subject and body, whatever its way here added or wrapped. Two mails
 * under one Message-ID with different hashes are two mails; some programs use an id again.
 */
export function contentHash(raw: Buffer, headers = Headers.of(raw)): string {
  const hash = createHash('sha256');
  for (const name of ['from', 'subject']) hash.update((headers.first(name) ?? '').replace(/\s+/g, '')).update('\n');
  // Servers change line ends, and drop or add blanks at the end of lines and of the whole.
  const lines = raw.toString('latin1', headers.bodyStart).trimEnd().split('\n');
  for (const line of lines) hash.update(`${line.trimEnd()}\n`, 'latin1');
  return hash.digest('hex');
}
