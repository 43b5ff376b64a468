import { storable } from '../../vendor/storable';

/** Answer and forward marks of the mail programs our customers use; "Re[2]:" counts too. */
const MARKS =
  /^\s*(?:(?:re|fw|fwd|aw|wg|sv|vs|vb|tr|rv|rif|r|odp|ynt|回复|答复|转发|返信)\s*(?:\[\d+\])?\s*[:：]\s*)+/iu;
/** RFC 5322 2.1.1 allows 998; anything near that is not a subject. */
const MAX_CHARS = 400;

/** Stable over the whole thread (mail programs group by it) and with one "Re:" at most. */
export function outgoingSubject(subject: string, isAnswer: boolean): string {
  const bare = bareSubject(subject);
  return isAnswer ? `Re: ${bare}`.trim() : bare;
}

export function bareSubject(subject: string): string {
  return headerText(headerText(subject).replace(MARKS, ''), MAX_CHARS);
}

/** Words for a header field: one line, whole characters, and nothing that the reader's program would decode. */
export function headerText(text: string, maxChars = Infinity): string {
  const line = storable(text)
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ')
    .replace(/=\?/g, '= ?')
    .trim();
  // A character that the cut went through goes with it.
  return line
    .slice(0, maxChars)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
