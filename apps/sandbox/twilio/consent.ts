export type Consent = 'stop' | 'start' | 'help';

const STOP = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'];
const START = ['START', 'UNSTOP'];
const HELP = ['HELP', 'INFO'];

/** What a text asks of the carrier, when it is its only word. YES means it only to somebody who stopped. */
export function consentOf(text: string, stopped: boolean): Consent | null {
  const word = text.trim().toUpperCase();
  if (STOP.includes(word)) return 'stop';
  if (START.includes(word) || (stopped && word === 'YES')) return 'start';
  return HELP.includes(word) ? 'help' : null;
}

export const consentAnswer: Record<Consent, string> = {
  stop: 'You will get no more messages from this number. Reply START to get them again.',
  start: 'You will get messages from this number again. Reply HELP for help, STOP to end them.',
  help: 'Reply STOP to get no more messages. Message and data rates may apply.',
};
