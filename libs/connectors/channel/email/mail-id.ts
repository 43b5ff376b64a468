import { Headers } from './headers';
import { normaliseId, syntheticId } from './message-ids';
import { storable } from '../../vendor/storable';

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
