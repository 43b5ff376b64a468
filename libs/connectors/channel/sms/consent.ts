import type { InboundMessage } from '../../port';

type Consent = NonNullable<InboundMessage['consent']>;

/**
 * Words that Twilio itself acts on when they are the whole message (long codes and toll-free numbers): it blocks, or
 * unblocks, or answers by itself, and hands the message on.
 */
const WORDS: Readonly<Record<string, Consent>> = {
  STOP: 'stop',
  STOPALL: 'stop',
  UNSUBSCRIBE: 'stop',
  CANCEL: 'stop',
  END: 'stop',
  QUIT: 'stop',
  REVOKE: 'stop',
  OPTOUT: 'stop',
  START: 'start',
  UNSTOP: 'start',
  YES: 'start',
  HELP: 'help',
  INFO: 'help',
};

/** `told` by a messaging service, which knows its own words best. */
export function consentOf(text: string, told: Consent | null): { consent: Consent | null; automated: string | null } {
  const word = text.trim().toUpperCase();
  const consent = told ?? (Object.hasOwn(WORDS, word) ? WORDS[word] : undefined) ?? null;
  // A bare "yes" undoes a STOP at Twilio, and far more often answers what we asked: it still wants an answer.
  const isAnswer = !told && word === 'YES';
  return { consent, automated: consent && !isAnswer ? 'opt-out keyword' : null };
}
