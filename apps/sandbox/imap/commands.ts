import { append, create, list, select, status } from './folder-commands';
import { copy, expunge, fetch, search, store } from './mail-commands';
import { CAPABILITIES, type Session } from './session';
import { authenticate, login, type Outcome } from './sign-in';
import { textOf, type Token } from './tokens';

const ANYTIME = ['CAPABILITY', 'NOOP', 'LOGOUT', 'ID', 'LOGIN', 'AUTHENTICATE'];
const ON_A_FOLDER = ['SEARCH', 'FETCH', 'STORE', 'COPY', 'MOVE', 'EXPUNGE', 'CHECK', 'CLOSE', 'UNSELECT'];

/** Until the client says DONE, it hears at once what comes and goes. */
function idle(session: Session): Promise<Outcome> {
  const { changes } = session.account.folders;
  const tell = () => session.sync();
  session.sync();
  changes.on('change', tell);
  return new Promise((resolve) => {
    session.onLine = () => {
      session.onLine = null;
      changes.off('change', tell);
      resolve({ ok: 'Enough' });
    };
    session.goAhead('idling');
  });
}

export async function run(session: Session, command: string, args: Token[]): Promise<Outcome> {
  const byUid = command === 'UID';
  const name = byUid ? textOf(args.shift()).toUpperCase() : command;
  if (!session.signedIn && !ANYTIME.includes(name)) return { no: 'Sign in first' };
  if (!session.folder && ON_A_FOLDER.includes(name)) return { bad: 'No mailbox is open' };
  switch (name) {
    case 'CAPABILITY':
      session.untagged(`CAPABILITY ${CAPABILITIES}`);
      return { ok: 'That is all' };
    case 'NOOP':
    case 'CHECK':
      session.sync();
      return { ok: 'Nothing done' };
    case 'ID':
      session.untagged('ID ("name" "sandbox")');
      return { ok: 'Pleased' };
    case 'LOGOUT':
      session.untagged('BYE Until next time');
      session.ended = true;
      return { ok: 'Bye' };
    case 'LOGIN':
      return login(session, args);
    case 'AUTHENTICATE':
      return authenticate(session, args);
    case 'NAMESPACE':
      session.untagged('NAMESPACE (("" "/")) NIL NIL');
      return { ok: 'That is all' };
    case 'LIST':
    case 'LSUB':
      return list(session, args, name);
    case 'SELECT':
    case 'EXAMINE':
      return select(session, args, name === 'EXAMINE');
    case 'STATUS':
      return status(session, args);
    case 'CREATE':
      return create(session, args);
    case 'SUBSCRIBE':
    case 'UNSUBSCRIBE':
      return { ok: 'Noted' };
    case 'APPEND':
      return append(session, args);
    case 'SEARCH':
      return search(session, args, byUid);
    case 'FETCH':
      return fetch(session, args, byUid);
    case 'STORE':
      return store(session, args, byUid);
    case 'COPY':
    case 'MOVE':
      return copy(session, args, byUid, name === 'MOVE');
    case 'EXPUNGE':
      return expunge(session, byUid ? args[0] : undefined);
    case 'CLOSE':
      if (!session.readOnly) expunge(session, undefined);
      session.close();
      return { ok: 'Closed' };
    case 'UNSELECT':
      session.close();
      return { ok: 'Closed' };
    case 'IDLE':
      return idle(session);
    default:
      return { bad: `No command ${name}` };
  }
}
