import type { Language } from '../text/language';
import { LANGUAGES } from '../text/language';
import { fold } from '../text/normalise';
import { WORDS } from './words';

export type Answer = 'yes' | 'no';

/** What answers is short. */
const LONGEST = 160;

const GAP = String.raw`[\s,.!;:)(~*"-]*`;
/** People answer in English or with a sign whatever the conversation's language is. */
const UNIVERSAL = { yes: 'yes|yep|yeah', no: 'nope' };
/** "Okay" agrees only when a yes or no was asked for; otherwise it says that something was read. */
const NODS = 'ok|okay|okey|oke|okej|alright|all right|vale|in ordnung|entendu';
const NODDED = new RegExp(String.raw`^(?:${NODS})\b`);
const YES_SIGNS = /^[👍👌✅☑✔🏻-🏿\ufe0f\s]+$/u;
const NO_SIGNS = /^[👎❌✖🚫🏻-🏿\ufe0f\s]+$/u;

interface Grammar {
  yes: RegExp;
  no: RegExp;
  nod: RegExp;
}

const grammars = new Map<Language, Grammar>();

/**
 * An unambiguous yes or no and nothing else: a question, a condition, a change or another wish makes it none. Whole
 * messages are matched against what an answer may be made of, so that a word nobody thought of means "not an answer".
 */
export function answerIn(text: string, expectsYesNo: boolean): Answer | null {
  if (text.length > LONGEST) return null;
  if (expectsYesNo && YES_SIGNS.test(text)) return 'yes';
  if (expectsYesNo && NO_SIGNS.test(text)) return 'no';
  const folded = fold(text)
    .replace(/\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = new Set(LANGUAGES.flatMap((one) => verdict(folded, grammarOf(one), expectsYesNo) ?? []));
  // "No" is a word of several languages and means the same in each; two meanings make it no answer.
  const [answer] = found;
  if (found.size !== 1 || !answer) return null;
  return answer === 'no' && NODDED.test(folded) ? null : answer;
}

function verdict(folded: string, grammar: Grammar, expectsYesNo: boolean): Answer | null {
  if (expectsYesNo && grammar.nod.test(folded)) return 'yes';
  const [yes, no] = [grammar.yes.test(folded), grammar.no.test(folded)];
  if (yes === no) return null;
  return yes ? 'yes' : 'no';
}

function grammarOf(language: Language): Grammar {
  const known = grammars.get(language);
  if (known) return known;
  const { yes, no, beside } = WORDS[language];
  const whole = (core: string): RegExp =>
    new RegExp(
      String.raw`^${GAP}(?:(?:${beside})\b${GAP})*(?:${core})\b${GAP}(?:(?:${core}|${beside})\b${GAP})*$`,
      'u',
    );
  const grammar: Grammar = {
    yes: whole(`${longestFirst(yes)}|${UNIVERSAL.yes}`),
    no: whole(`${longestFirst(no)}|${UNIVERSAL.no}`),
    nod: new RegExp(String.raw`^${GAP}(?:(?:${NODS})\b${GAP})+$`, 'u'),
  };
  grammars.set(language, grammar);
  return grammar;
}

function longestFirst(alternatives: string): string {
  return alternatives
    .split(/\|(?![^(]*\))/)
    .sort((a, b) => b.length - a.length)
    .join('|');
}
