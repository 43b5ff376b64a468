import { SIGN_IN_OUTCOMES, type SignInOutcome } from '@satchel/contracts';

/** How a sign-in ended, and what to do now. */
export interface OutcomeWords {
  good: boolean;
  title: string;
  text: string;
}

const AGAIN = 'Nothing was changed.';

const WORDS: Record<SignInOutcome, [title: string, text: string]> = {
  connected: ['Signed in', 'The mailbox is connected and works.'],
  not_working: [
    'Signed in, but it does not work yet',
    'The sign-in is stored. The reason stands at the connection below.',
  ],
  denied: ['You did not give consent', `${AGAIN} Sign in again and allow the access that is asked for.`],
  wrong_account: [
    'Another account signed in',
    `${AGAIN} Its mailbox is not the address of this connection, and may not open it. Sign in again and choose the right account.`,
  ],
  no_refresh_token: [
    'The provider gave no lasting access',
    `${AGAIN} Remove Satchel from the apps of that account, then sign in again.`,
  ],
  no_access: ['The access to the mail was left out', `${AGAIN} Sign in again and leave every box ticked.`],
  bad_client: ['The provider does not know this client', `${AGAIN} Check the OAuth client id and secret.`],
  refused: ['The provider refused the sign-in', `${AGAIN} Check the client and its redirect address, then try again.`],
  unavailable: ['The provider did not answer', `${AGAIN} Try again in a moment.`],
  expired: ['That took longer than ten minutes', `${AGAIN} Sign in again.`],
  unknown_state: ['This sign-in is over', `${AGAIN} Each one works once: begin a new one.`],
  other_session: [
    'This sign-in was begun elsewhere',
    `${AGAIN} Begin it in the browser and the session that you finish it in.`,
  ],
  not_signed_in: ['You were signed out meanwhile', `${AGAIN} Sign in again.`],
  not_allowed: ['Only admins connect mailboxes', `${AGAIN} Ask an admin of this workspace.`],
  address_taken: ['The address is in use', `${AGAIN} It already leads to another connection.`],
  gone: ['The connection is gone', 'Somebody removed it meanwhile. Add it anew.'],
  failed: [
    'The sign-in failed',
    'Something went wrong here. Try again; if it stays so, look into the log of the server.',
  ],
};

/** Null: the address says nothing about a sign-in. */
export function outcomeWords(code: string | null): OutcomeWords | null {
  const outcome = SIGN_IN_OUTCOMES.find((it) => it === code);
  if (!outcome) return null;
  const [title, text] = WORDS[outcome];
  return { good: outcome === 'connected', title, text };
}
