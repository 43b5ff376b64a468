import type { Session } from './session';
import { textOf, type Token } from './tokens';

export type Outcome = { ok: string } | { no: string } | { bad: string };

const WRONG: Outcome = { no: '[AUTHENTICATIONFAILED] Invalid credentials' };

function enter(session: Session, right: boolean): Outcome {
  if (!right) return WRONG;
  session.signedIn = true;
  return { ok: 'Signed in' };
}

const known = ({ account }: Session, user: string) => user.toLowerCase() === account.user;

export function login(session: Session, [user, password]: Token[]): Outcome {
  const right = known(session, textOf(user)) && textOf(password) === session.account.password;
  return enter(session, right);
}

/** The client's next line, after the server said "+". */
const lineOf = (session: Session, prompt: string) =>
  new Promise<string>((resolve) => {
    session.onLine = (line) => {
      session.onLine = null;
      resolve(line);
    };
    session.goAhead(prompt);
  });

export async function authenticate(session: Session, [mechanism, initial]: Token[]): Promise<Outcome> {
  const method = textOf(mechanism).toUpperCase();
  if (method !== 'PLAIN' && method !== 'XOAUTH2') return { no: 'No such mechanism' };
  const response = initial ? textOf(initial) : await lineOf(session, '');
  if (response === '*') return { bad: 'Cancelled' };
  const plain = Buffer.from(response, 'base64').toString('utf8');
  if (method === 'PLAIN') {
    const [, user = '', password = ''] = plain.split('\0');
    return enter(session, known(session, user) && password === session.account.password);
  }
  const [, user = '', token = ''] = /^user=([^\x01]*)\x01auth=Bearer ([^\x01]*)\x01\x01$/i.exec(plain) ?? [];
  if (known(session, user) && session.account.tokens.valid(token, user)) return enter(session, true);
  // The reason comes as a challenge, which the client answers with an empty line before it is refused.
  const reason = { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' };
  await lineOf(session, Buffer.from(JSON.stringify(reason)).toString('base64'));
  return WRONG;
}
