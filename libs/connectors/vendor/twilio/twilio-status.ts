import type { ConnectorLog, InboundStatus } from '../../port';
import { storable } from '../storable';
import { Vocabulary } from '../vocabulary';
import { messageSid, statusWord } from './twilio-hook';
import { OPTED_OUT, twilioReason } from './twilio.errors';

type Word = InboundStatus['status'] | 'underway';

/** Message statuses of the API reference; those before `sent` say nothing new. */
const WORDS: Readonly<Record<string, Word>> = {
  accepted: 'underway',
  scheduled: 'underway',
  queued: 'underway',
  sending: 'underway',
  sent: 'sent',
  delivered: 'delivered',
  partially_delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

export const twilioStatuses = (log: ConnectorLog): Vocabulary<Word> => new Vocabulary('Twilio status', WORDS, log);

/** A status callback in our words; none when it tells nothing, or nothing that we know. */
export function readStatus(form: Map<string, string>, words: Vocabulary<Word>): InboundStatus[] {
  const externalId = storable(messageSid(form));
  const status = words.ours(statusWord(form));
  if (externalId === '' || status === 'unknown' || status === 'underway') return [];
  const code = Number(form.get('ErrorCode')) || 0;
  const error = status === 'failed' ? reasonOf(code, form) : null;
  const block = code === OPTED_OUT && status === 'failed' ? 'opted_out' : null;
  return [{ type: 'status', externalId, status, error, recipient: null, block }];
}

function reasonOf(code: number, form: Map<string, string>): string {
  const told = storable(form.get('ErrorMessage') ?? '');
  if (code) return twilioReason(code, told);
  return statusWord(form) === 'canceled' ? 'It was cancelled at Twilio.' : told || 'Twilio could not deliver it.';
}
