import type { Session } from './session';
import type { Outcome } from './sign-in';
import { listOf, textOf, type Token } from './tokens';

const FLAGS = '\\Answered \\Flagged \\Deleted \\Seen \\Draft';
const NONE: Outcome = { no: '[NONEXISTENT] No such mailbox' };

export function list(session: Session, tokens: Token[], answer: 'LIST' | 'LSUB'): Outcome {
  const pattern = textOf(tokens.filter((token) => !('list' in token))[1]);
  if (pattern === '') {
    session.untagged(`${answer} (\\Noselect) "/" ""`);
    return { ok: 'Listed' };
  }
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/[*%]/g, '.*');
  const matches = new RegExp(`^${escaped}$`, 'i');
  for (const { name, use } of session.account.folders.list()) {
    if (!matches.test(name)) continue;
    session.untagged(`${answer} (\\HasNoChildren${use ? ` \\${use}` : ''}) "/" ${session.mailbox(name)}`);
  }
  return { ok: 'Listed' };
}

export function select(session: Session, [name]: Token[], readOnly: boolean): Outcome {
  const folder = session.account.folders.find(textOf(name));
  session.close();
  if (!folder) return NONE;
  session.open(folder, readOnly);
  session.untagged(`FLAGS (${FLAGS})`);
  session.untagged(`${folder.mails.length} EXISTS`);
  session.untagged('0 RECENT');
  session.untagged(`OK [PERMANENTFLAGS (${readOnly ? '' : `${FLAGS} \\*`})] Flags`);
  session.untagged(`OK [UIDVALIDITY ${folder.uidValidity}] Validity`);
  session.untagged(`OK [UIDNEXT ${folder.uidNext}] Next`);
  return { ok: readOnly ? '[READ-ONLY] Opened' : '[READ-WRITE] Opened' };
}

export function status(session: Session, [name, items]: Token[]): Outcome {
  const folder = session.account.folders.find(textOf(name));
  if (!folder) return NONE;
  const known: Record<string, number> = {
    MESSAGES: folder.mails.length,
    RECENT: 0,
    UIDNEXT: folder.uidNext,
    UIDVALIDITY: folder.uidValidity,
    UNSEEN: folder.mails.filter((mail) => !mail.flags.has('\\Seen')).length,
  };
  const asked = listOf(items).map((item) => textOf(item).toUpperCase());
  const told = asked.filter((item) => item in known).map((item) => `${item} ${known[item]}`);
  session.untagged(`STATUS ${session.mailbox(folder.name)} (${told.join(' ')})`);
  return { ok: 'Told' };
}

export function create(session: Session, [name]: Token[]): Outcome {
  return session.account.folders.create(textOf(name)) ? { ok: 'Created' } : { no: '[ALREADYEXISTS] It is there' };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "20-Nov-2026 10:00:00 +0100" */
function dateOf(text: string): Date | undefined {
  const [, day, month = '', year, time, zone = ''] =
    /^\s?(\d{1,2})-(\w{3})-(\d{4}) ([\d:]{8}) ([+-]\d{4})$/.exec(text) ?? [];
  if (!day) return undefined;
  const at = String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  return new Date(`${year}-${at}-${day.padStart(2, '0')}T${time}${zone.slice(0, 3)}:${zone.slice(3)}`);
}

export function append(session: Session, tokens: Token[]): Outcome {
  const folder = session.account.folders.find(textOf(tokens[0]));
  if (!folder) return { no: '[TRYCREATE] No such mailbox' };
  const content = tokens.at(-1);
  if (!content || !('data' in content)) return { bad: 'The mail is missing' };
  const flags = tokens.slice(1, -1).flatMap((token) => ('list' in token ? token.list.map(textOf) : []));
  const date = tokens.slice(1, -1).find((token) => 'data' in token);
  const mail = session.account.folders.append(folder, content.data, flags, date && dateOf(textOf(date)));
  return { ok: `[APPENDUID ${folder.uidValidity} ${mail.uid}] Kept` };
}
