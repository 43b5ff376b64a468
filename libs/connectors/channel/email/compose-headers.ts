import type { Outbound } from '../../port';
import { normaliseId, type Sign } from './message-ids';
import { bareSubject, headerText } from './subject';
import { threadIndex } from './thread-index';

/** Some servers cut or refuse longer References headers; the first and the newest ids tell the thread. */
export const MAX_REFERENCES_CHARS = 1500;
/** What an id may be made of to stand in a header of ours (RFC 5322 3.6.4, generously). */
const WRITABLE_ID = /^[\x21-\x3b\x3d\x3f-\x7e]+$/;
/** Ids that we made up for mails without one: nobody else knows them. */
const MADE_UP = /@synthetic\.local$/;

/** What Outlook groups by, beside References; the same for each mail of a ticket. */
export function conversation(outbound: Outbound, sign: Sign): Record<string, string> {
  return { 'Thread-Topic': bareSubject(outbound.subject), 'Thread-Index': threadIndex(sign, outbound) };
}

/**
 * The marks by which other programs know not to answer (RFC 3834). An answer that a program wrote is still an answer,
 * so it is not filed as bulk; an acknowledgement is, and it carries our mark in case it comes back in a circle.
 */
export function automatedMarks(outbound: Outbound, loopMark: string): Record<string, string> {
  if (outbound.notice) {
    return {
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      Precedence: 'bulk',
      'X-Loop': headerText(loopMark),
    };
  }
  return outbound.automated ? { 'Auto-Submitted': 'auto-generated' } : {};
}

/** The answered id as a header may carry it. */
export function answeredId(raw: string | null): string | null {
  const id = normaliseId(raw);
  return id !== null && WRITABLE_ID.test(id) && !MADE_UP.test(id) && id.length < MAX_REFERENCES_CHARS / 2 ? id : null;
}

/** The thread's first id and as many of the newest as fit; the answered one is always the last. */
export function chooseReferences(references: string[], inReplyTo: string | null): string[] {
  const answered = answeredId(inReplyTo);
  const known = references.map(answeredId).filter((id): id is string => id !== null && id !== answered);
  const ids = [...new Set(answered ? [...known, answered] : known)];
  const [first, ...rest] = ids;
  if (first === undefined) return [];
  const chosen: string[] = [];
  let left = MAX_REFERENCES_CHARS - bracket(first).length;
  for (const id of rest.reverse()) {
    left -= bracket(id).length + 1;
    if (left < 0) break;
    chosen.unshift(id);
  }
  return [first, ...chosen];
}

export const bracket = (id: string): string => `<${id}>`;
