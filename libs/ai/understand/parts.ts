import { fold } from '../text/normalise';
import type { Language } from '../text/language';
import { guessesFor } from './guesses';
import type { IntentModel } from './model/intent-model';
import { asksByReport, intentsByRule } from './rules';
import type { Known } from './rules/rules';
import { isSettlement, withoutSettlement } from './settlement';
import { speechActOf } from './speech-act';
import { mended } from './spelling';
import type { IntentGuess, SpeechAct } from './understanding';
import type { Words } from './words';
import { WORDS } from './words';

/** A sentence, or the part of one that holds a request of its own. */
export interface Part {
  text: string;
  folded: string;
  act: SpeechAct;
  ruled: Known[];
  guesses: IntentGuess[];
  conditional: boolean;
}

/** What rules read at once; longer runs without an end are cut. */
const MAX_CHARS = 500;

/** "Cancel the first and change the address of the second" is two parts; "the red and the blue one" is one. */
export function partsOf(sentence: string, language: Language, model: IntentModel): Part[] {
  const words = WORDS[language];
  const line = sentence.slice(0, MAX_CHARS);
  const whole = foldLine(line);
  const wholeAct = speechActOf(whole, line, words);
  const conditional = words.condition.test(whole);
  const read = (text: string): Piece => {
    const folded = foldLine(text);
    return {
      text,
      intents: intentsByRule(foldLine(withoutSettlement(text)), language),
      act: speechActOf(stripJoint(folded), text, words),
    };
  };
  const part = (text: string, inherit: boolean): Part => {
    const folded = foldLine(text);
    const own = speechActOf(stripJoint(folded), text, words);
    // "Can you cancel it and change the address": the second half asks as the first does.
    const act = inherit && own === 'statement' && (wholeAct === 'request' || wholeAct === 'question') ? wholeAct : own;
    const core = withoutSettlement(text);
    const told = foldLine(core);
    const ruled = intentsByRule(told, language);
    return { text, folded, act, ruled, conditional, guesses: guessesFor(told, ruled, model) };
  };
  if (wholeAct === 'thanks') return [{ ...part(line, false), act: 'thanks', ruled: [], guesses: [] }];
  const joined: Piece[] = [];
  for (const piece of piecesOf(line, words.joint)) {
    const before = joined.at(-1);
    const own = read(piece);
    if (before && !standsApart(before, own, words)) Object.assign(before, read(before.text + piece));
    else joined.push(own);
  }
  if (joined.length < 2) return [part(line, false)].map((one) => withCourtesy(one, wholeAct));
  return joined.map(({ text }) => part(text.trim().replace(/^[,;]\s*|[,;]\s*$/g, ''), true));
}

interface Piece {
  text: string;
  intents: Known[];
  act: SpeechAct;
}

/** A piece of its own: another wish than the one before it, or the first that asks or denies behind a mere report. */
function standsApart(before: Piece, own: Piece, words: Words): boolean {
  if (own.intents.length === 0 || isSettlement(own.text)) return false;
  // "If it has not left, cancel it" is one wish with its condition.
  if (words.condition.test(foldLine(before.text)) && !asks(before.act)) return false;
  if (before.intents.length > 0) return !own.intents.some((intent) => before.intents.includes(intent));
  return !asks(before.act) && (asks(own.act) || own.act === 'negation');
}

function asks(act: SpeechAct): boolean {
  return act === 'request' || act === 'question';
}

/** The clause that acts: without the word that joins it on, and without the condition in front of it. */
function stripJoint(folded: string): string {
  return folded
    .replace(/^[,;\s]+/, '')
    .replace(/^(?:and|but|aber|und|maar|en|et|mais|y|pero)\s+/, '')
    .replace(
      /^(?:if|unless|in case|falls|wenn|sofern|als|indien|tenzij|mits|si|s'il|en caso de que)\b[^,]{3,120},\s*(?=\S)/,
      '',
    );
}

/** "Thanks for the refund, ..." is courtesy only while nothing is asked in it. */
function withCourtesy(part: Part, act: SpeechAct): Part {
  if (act !== 'greeting') return part;
  return part.ruled.some(asksByReport) || part.conditional ? { ...part, act: 'statement' } : part;
}

/** "order1234" is two words, and a slip in a keyword hides no wish. */
function foldLine(text: string): string {
  return mended(fold(text).replace(/\s+/g, ' ').trim()).replace(RUN_ON, '$1 $2');
}

const RUN_ON = /\b(order|bestellung|bestelling|commande|pedido)(#?[a-z]{0,3}\d{3,})/g;

/** Cut before each joining word, so that the pieces put together are the sentence. */
function piecesOf(line: string, joint: RegExp): string[] {
  const cuts = [...line.matchAll(new RegExp(joint.source, 'giu'))]
    .map(({ index }) => index ?? 0)
    .filter((at) => at > 0);
  return [0, ...cuts].map((from, at) => line.slice(from, cuts[at]));
}
