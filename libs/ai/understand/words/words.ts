/** How one language asks, reports, denies and thanks. Every pattern reads folded text: lower case, no accents, straight apostrophes. */
export interface Words {
  /** Starts of a sentence that asks, when nobody typed a question mark. */
  question: RegExp;
  /** Asks us to do something: "could you", "I want to", "please". */
  request: RegExp;
  /** A sentence that begins with the deed: "cancel my order". */
  imperative: RegExp;
  /** What a customer can want done, as stems. With a "no" or "do not" before it, it is not wanted. */
  negated: RegExp;
  /** Tells that something was done: "I got the refund", "my order is cancelled". */
  report: RegExp;
  /** Tells that something is not as it should be: "has not arrived", "is broken". A report that asks for help. */
  trouble: RegExp;
  /** Whole sentences that say nothing but thanks or a farewell. */
  thanks: RegExp;
  /** Whole sentences that only greet, sign or are polite. */
  courtesy: RegExp;
  anger: RegExp;
  /** A condition, a choice or a preference hangs on the sentence. */
  condition: RegExp;
  /** Takes back or corrects what was said before. */
  correction: RegExp;
  /** Where one sentence may hold two requests. */
  joint: RegExp;
  /** Alternatives of which whole answers are made: an agreement, a refusal, and words that add nothing to either. */
  yes: string;
  no: string;
  beside: string;
}
