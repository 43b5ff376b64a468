import { headerBlock, headerValues } from './headers';
import type { ImapMail } from './folders';
import { inSet } from './sets';
import { BadCommand, textOf, type Token } from './tokens';

type Test = (mail: ImapMail, seq: number) => boolean;

const flags: Record<string, string> = {
  SEEN: '\\Seen',
  ANSWERED: '\\Answered',
  FLAGGED: '\\Flagged',
  DELETED: '\\Deleted',
  DRAFT: '\\Draft',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "20-Nov-2026" as the day's number since 1970. */
function dayOf(text: string): number {
  const [, day, month, year] = /^(\d{1,2})-(\w{3})-(\d{4})$/.exec(text) ?? [];
  const at = months.indexOf((month ?? '').toLowerCase());
  if (!day || at < 0) throw new BadCommand(`no date: ${text}`);
  return Date.UTC(Number(year), at, Number(day)) / 86_400_000;
}
const dayOfMail = (mail: ImapMail) => Math.floor(mail.internalDate.getTime() / 86_400_000);

const header = (name: string, value: string): Test => {
  const wanted = value.toLowerCase();
  return (mail) => headerValues(mail.raw, name).some((one) => one.toLowerCase().includes(wanted));
};

/** Turns the keys of a SEARCH into one test; all of them must hold. */
export function searchTest(tokens: Token[], view: ImapMail[]): Test {
  const rest = [...tokens];
  const tests: Test[] = [];
  while (rest.length > 0) tests.push(key(rest, view));
  return (mail, seq) => tests.every((test) => test(mail, seq));
}

function key(rest: Token[], view: ImapMail[]): Test {
  const token = rest.shift();
  if (!token) throw new BadCommand('a key is missing');
  if ('list' in token) return searchTest(token.list, view);
  const next = () => textOf(rest.shift());
  const word = textOf(token).toUpperCase();
  const flag = flags[word.replace(/^UN/, '')];
  if (flag) return (mail) => mail.flags.has(flag) !== word.startsWith('UN');
  switch (word) {
    case 'ALL':
      return () => true;
    case 'CHARSET':
      next();
      return () => true;
    case 'NOT': {
      const test = key(rest, view);
      return (mail, seq) => !test(mail, seq);
    }
    case 'OR': {
      const [one, other] = [key(rest, view), key(rest, view)];
      return (mail, seq) => one(mail, seq) || other(mail, seq);
    }
    case 'UID': {
      const holds = inSet(next(), view.at(-1)?.uid ?? 0);
      return (mail) => holds(mail.uid);
    }
    case 'SINCE': {
      const day = dayOf(next());
      return (mail) => dayOfMail(mail) >= day;
    }
    case 'BEFORE': {
      const day = dayOf(next());
      return (mail) => dayOfMail(mail) < day;
    }
    case 'ON': {
      const day = dayOf(next());
      return (mail) => dayOfMail(mail) === day;
    }
    case 'LARGER': {
      const size = Number(next());
      return (mail) => mail.raw.length > size;
    }
    case 'SMALLER': {
      const size = Number(next());
      return (mail) => mail.raw.length < size;
    }
    case 'KEYWORD': {
      const keyword = next();
      return (mail) => mail.flags.has(keyword);
    }
    case 'HEADER':
      return header(next(), next());
    case 'FROM':
    case 'TO':
    case 'CC':
    case 'SUBJECT':
      return header(word, next());
    case 'TEXT':
    case 'BODY': {
      const wanted = next().toLowerCase();
      const from = (mail: ImapMail) => (word === 'BODY' ? headerBlock(mail.raw).length : 0);
      return (mail) => mail.raw.subarray(from(mail)).toString('utf8').toLowerCase().includes(wanted);
    }
    default: {
      const holds = inSet(word, view.length);
      return (_mail, seq) => holds(seq);
    }
  }
}
