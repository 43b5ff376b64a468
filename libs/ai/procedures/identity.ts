import type { IdentityData } from '../tools/tool-data';
import { orderNumberOf, say } from './speak';
import type { Ran, Work } from './turn';
import { ASKED, failed, hasTool, look, NEXT, PENDING } from './turn';

/** What a frame waits for while somebody shows who they are. */
export const DETAILS = 'identity_details';
export const CODE = 'identity_code';

/** Questions of each kind before a person takes over. */
const MAX_ASKS = 2;

/** Their answer to one of the questions below. `next`: they are who they must be, and the wish goes on. */
export function answerIdentity(work: Work): Ran {
  return work.frame.waitsFor === CODE ? answerCode(work) : answerDetails(work);
}

/** Asks for what is missing to be sure enough of who writes. */
export function askIdentity(work: Work, needs: 2 | 3): Ran {
  const { turn } = work;
  if (needs === 2 && hasTool(turn, 'verify_identity')) return details(work, 'ask_identity');
  if (!hasTool(turn, 'send_code')) return toPerson(work);
  return sendCode(work);
}

function details(work: Work, phrase: 'ask_identity' | 'ask_identity_again'): Ran {
  const { frame, turn } = work;
  // What they wrote on their own may be all that is needed.
  if (phrase === 'ask_identity' && numberOf(work) && proofOf(work)) return answerDetails(work);
  if (!count(work, DETAILS)) return toPerson(work);
  frame.waitsFor = DETAILS;
  say(turn, phrase);
  return ASKED;
}

function answerDetails(work: Work): Ran {
  const { turn, frame } = work;
  const orderNumber = numberOf(work);
  const proof = proofOf(work);
  if (!orderNumber || !proof) {
    if (orderNumber) frame.slots.provedNumber = orderNumber;
    return details(work, 'ask_identity');
  }
  const data = look(turn, 'verify_identity', { orderNumber, ...proof });
  if (data === undefined) return PENDING;
  if (failed(data)) return toPerson(work);
  if ((data as IdentityData).verified) return passed(work, (data as IdentityData).assurance);
  delete frame.slots.provedNumber;
  if ((data as IdentityData).triesLeft <= 0) return toPerson(work);
  return details(work, 'ask_identity_again');
}

function sendCode(work: Work): Ran {
  const { turn, frame } = work;
  if (!count(work, CODE)) return toPerson(work);
  const data = look(turn, 'send_code', {});
  if (data === undefined) return PENDING;
  const sentTo = failed(data) ? null : (data as IdentityData).sentTo;
  if (!sentTo) return toPerson(work);
  frame.waitsFor = CODE;
  say(turn, 'code_sent', { sentTo });
  return ASKED;
}

function answerCode(work: Work): Ran {
  const { turn, frame } = work;
  const code = work.fresh?.entities.oneTimeCodes[0];
  const again = (phrase: 'code_wrong' | 'code_needed' = 'code_wrong'): Ran => {
    // A message without a code was no try.
    if (!count(work, phrase === 'code_needed' ? phrase : CODE)) return toPerson(work);
    frame.waitsFor = CODE;
    say(turn, phrase);
    return ASKED;
  };
  if (!code) return again('code_needed');
  const data = look(turn, 'check_code', { code });
  if (data === undefined) return PENDING;
  if (failed(data)) return toPerson(work);
  if ((data as IdentityData).verified) return passed(work, (data as IdentityData).assurance);
  return (data as IdentityData).triesLeft > 0 ? again() : toPerson(work);
}

function passed(work: Work, assurance: IdentityData['assurance']): Ran {
  work.frame.waitsFor = null;
  work.proved = assurance;
  return NEXT;
}

function numberOf(work: Work): string | undefined {
  const { fresh, frame } = work;
  const kept = frame.slots.provedNumber;
  const known = typeof kept === 'string' ? kept : (orderNumberOf(work) ?? undefined);
  return (fresh?.entities.orderNumbers[0] ?? known)?.replace(/^#/, '');
}

function proofOf({ fresh }: Work): { email: string } | { postcode: string } | null {
  const [email] = fresh?.entities.emails ?? [];
  // Two bare numbers in answer to "order number and postcode" stand in that order.
  const postcode = fresh?.entities.postcodes[0] ?? fresh?.entities.orderNumbers[1];
  return email ? { email } : postcode ? { postcode } : null;
}

/** False: it was asked often enough. */
function count({ frame }: Work, what: string): boolean {
  const before = frame.asked[what] ?? 0;
  frame.asked[what] = before + 1;
  return before < MAX_ASKS;
}

const toPerson = (work: Work): Ran => ({ kind: 'hand_over', reason: work.document.reason });
