import { fetched, itemsOf } from './fetch';
import type { Folder, ImapMail } from './folders';
import { searchTest } from './search';
import type { Session } from './session';
import { chosen } from './sets';
import type { Outcome } from './sign-in';
import { listOf, textOf, type Token } from './tokens';

const READ_ONLY: Outcome = { no: '[READ-ONLY] The mailbox is open for reading only' };

export function search(session: Session, tokens: Token[], byUid: boolean): Outcome {
  const test = searchTest(tokens, session.view);
  const found = session.view.flatMap((mail, index) => (test(mail, index + 1) ? [byUid ? mail.uid : index + 1] : []));
  session.untagged(['SEARCH', ...found].join(' '));
  return { ok: 'Searched' };
}

export function fetch(session: Session, [set, ...what]: Token[], byUid: boolean): Outcome {
  const items = itemsOf(what);
  const all = byUid && !items.some((item) => item.toUpperCase() === 'UID') ? ['UID', ...items] : items;
  for (const { mail, seq } of chosen(session.view, textOf(set), byUid))
    session.write(fetched(mail, seq, all, session.readOnly));
  return { ok: 'Fetched' };
}

export function store(session: Session, [set, how, ...rest]: Token[], byUid: boolean): Outcome {
  if (session.readOnly) return READ_ONLY;
  const [, sign = '', silent] = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(textOf(how)) ?? [];
  const flags = rest.flatMap(listOf).map(textOf);
  for (const { mail, seq } of chosen(session.view, textOf(set), byUid)) {
    if (sign === '') mail.flags = new Set(flags);
    else for (const flag of flags) mail.flags[sign === '+' ? 'add' : 'delete'](flag);
    if (!silent) session.write(fetched(mail, seq, byUid ? ['UID', 'FLAGS'] : ['FLAGS'], true));
  }
  return { ok: 'Stored' };
}

function copies(session: Session, mails: ImapMail[], to: Folder): string {
  const { folders } = session.account;
  const made = mails.map((mail) => folders.append(to, mail.raw, mail.flags, mail.internalDate));
  const uids = (some: ImapMail[]) => some.map(({ uid }) => uid).join(',');
  return `[COPYUID ${to.uidValidity} ${uids(mails)} ${uids(made)}]`;
}

export function copy(session: Session, [set, name]: Token[], byUid: boolean, move: boolean): Outcome {
  if (move && session.readOnly) return READ_ONLY;
  const to = session.account.folders.find(textOf(name));
  if (!to) return { no: '[TRYCREATE] No such mailbox' };
  const mails = chosen(session.view, textOf(set), byUid).map(({ mail }) => mail);
  if (mails.length === 0) return { ok: 'Nothing to do' };
  const code = copies(session, mails, to);
  if (!move) return { ok: `${code} Copied` };
  session.untagged(`OK ${code} Moved`);
  if (session.folder) session.account.folders.remove(session.folder, mails);
  session.sync();
  return { ok: 'Moved' };
}

/** With a set, only those of it (UIDPLUS). */
export function expunge(session: Session, set: Token | undefined): Outcome {
  if (session.readOnly) return READ_ONLY;
  const among = set ? chosen(session.view, textOf(set), true).map(({ mail }) => mail) : session.view;
  const gone = among.filter((mail) => mail.flags.has('\\Deleted'));
  if (session.folder) session.account.folders.remove(session.folder, gone);
  session.sync();
  return { ok: 'Expunged' };
}
