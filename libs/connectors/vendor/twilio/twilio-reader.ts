import type { InboundItem, InboundMessage, RawInbound } from '../../port';
import { filesOf } from './twilio-files';
import { formOf, statusWord } from './twilio-hook';
import { readStatus, type twilioStatuses } from './twilio-status';

export type Form = Map<string, string>;
type Consent = NonNullable<InboundMessage['consent']>;
type Told = 'from' | 'text' | 'automated' | 'consent' | 'sender';

/** What a channel makes of a customer's words; the rest is the same for all that Twilio carries. */
export type Heard = Pick<InboundMessage, Told> & Partial<Pick<InboundMessage, 'notices' | 'thread'>>;

const OPT_OUT_TYPES: Readonly<Record<string, Consent>> = { STOP: 'stop', START: 'start', HELP: 'help' };

/** A call of Twilio's, understood. One that names no sender (`hear` answers null) says nothing. */
export async function readCall(
  { externalId, raw }: RawInbound,
  words: ReturnType<typeof twilioStatuses>,
  hear: (form: Form) => Promise<Heard | null>,
): Promise<InboundItem[]> {
  const form = formOf(raw);
  if (statusWord(form) !== null) return readStatus(form, words);
  const heard = await hear(form);
  if (!heard) return [];
  const message: InboundMessage = {
    type: 'message',
    externalId,
    replyTo: null,
    subject: null,
    fullText: heard.text,
    html: null,
    files: filesOf(form),
    sentAt: null,
    cc: [],
    notices: [],
    thread: { ticketId: null, externalIds: [] },
    ...heard,
  };
  return [message];
}

/** What a messaging service with Advanced Opt-Out tells: it knows its own words best. */
export function optOutOf(form: Form): Consent | null {
  const type = form.get('OptOutType')?.trim().toUpperCase() ?? '';
  return (Object.hasOwn(OPT_OUT_TYPES, type) && OPT_OUT_TYPES[type]) || null;
}
