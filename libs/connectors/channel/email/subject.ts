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
  return subject
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(MARKS, '')
    .trim()
    .slice(0, MAX_CHARS);
}
