import type { EvidenceSpanBody } from '@satchel/contracts';
import type { Decided } from '../engine/engine-view';
import { type Voice, wordsIn } from '../engine/wording/fixed';
import { clean, fold, hasHidden } from '../text/normalise';
import { checkActs, foldedSentences, patternsFor } from './acts';
import { checkAddresses } from './addresses';
import { checkAmounts } from './amounts';
import { checkSizes, checkTerms } from './attributes';
import { Binding } from './binding';
import { Check } from './check';
import { takeCitations } from './citations';
import { checkClaims } from './claims';
import { checkCodes, hideEchoes, hideSentences, hideTexts } from './codes';
import { collectFacts } from './collect';
import { checkDays, checkTimes } from './days';
import { checkLinks } from './links';
import { Mask } from './mask';
import { checkNames } from './names';
import { checkNumbers } from './numbers';
import { checkPolicy } from './policy';
import { checkCards, checkNumbersOfPeople } from './secrets';
import type { GateProblem } from './problem';
import { readable } from './readable';
import { sentenceAt, sentenceSpans } from './sentences';
import { checkTone } from './tone';

export interface GateInput {
  /** What would be sent, without the lines that the house itself adds. */
  reply: string;
  /** The data of every tool call of this turn that succeeded. */
  results: readonly unknown[];
  /** Which tool gave each of them; without it that is told by their shape. */
  tools?: readonly string[];
  /** What became of the proposal that waited for the customer's yes. */
  decided?: Decided | null;
  /** Lines of the shop's own: its name, the signature. */
  ownTexts: readonly string[];
  /** Where the built-in engine speaks: its fixed sentences are checked already, and its words are known. */
  voice?: Voice;
  /** Order and tracking numbers that the customer wrote themselves: they may be named back, as numbers of orders only. */
  echoes: readonly string[];
  /** The shop's own sites; a link may lead there, or to where a tool's answer leads. */
  hosts?: readonly string[];
  /** The customer's name and those of colleagues who may be named. Without any, names are not looked at. */
  names?: readonly string[];
  /** What the customer wrote, to be asked back in their words. */
  said?: string;
  today: Date;
}

export interface GateResult {
  passed: boolean;
  problems: GateProblem[];
  /** The reply as it was checked and may be sent: cleaned, without the marks of citations. */
  text: string;
  /** What each checked piece rests on, in the order of `text`. */
  evidence: EvidenceSpanBody[];
}

/** Nobody needs a longer answer to "where is my order"; a longer one is a model that lost its way. */
const MAX_CHARS = 4_000;

/**
 * The last door before a customer: every number, date, amount, link, address and code in a reply must have been returned
 * by a tool in this turn, for what the sentence speaks of; no act may be claimed that nobody performed, and no rule of
 * the shop told that no passage holds. Needs no model and trusts none. Pure.
 */
export function checkReply(input: GateInput): GateResult {
  const whole: GateProblem[] = [];
  if (input.reply.trim() === '') whole.push({ kind: 'empty', text: '' });
  if (input.reply.length > MAX_CHARS) whole.push({ kind: 'length', text: `${input.reply.length} characters` });
  if (hasHidden(input.reply.replace(/\r/g, ''))) whole.push({ kind: 'hidden', text: 'characters that cannot be seen' });

  const facts = collectFacts([
    ...input.results.map((data, index) => ({ tool: input.tools?.[index], data })),
    ...(input.decided?.outcome ? [{ tool: input.decided.action, data: input.decided.outcome }] : []),
  ]);
  const known = new Set(facts.passages.flatMap(({ cite }) => (cite === null ? [] : [cite])));
  const { text, marks, problems } = takeCitations(clean(input.reply, MAX_CHARS), known);
  whole.push(...problems);

  const prose = new Mask(text);
  for (const own of input.ownTexts) prose.hideText(clean(own));
  // The longest first: the name of a variant holds the names of its options.
  for (const told of [...facts.keys('text')].sort((a, b) => b.length - a.length)) prose.hideText(told);
  // What is quoted from an article may be in another language than the sentence around it.
  for (const { text: passage } of facts.passages)
    for (const { from, to } of sentenceSpans(passage)) prose.hideText(passage.slice(from, to));
  const { language, ok } = readable(text, prose.text);
  if (!ok && !speaksAs(input.voice, prose.text))
    whole.push({ kind: 'language', text: 'not a language that the gate reads' });

  const sentences = sentenceSpans(text);
  const check = new Check({
    text,
    mask: new Mask(text),
    facts,
    sentences,
    binding: new Binding(text, sentences, facts, input.echoes, marks),
    language,
    echoes: input.echoes,
    names: input.names ?? [],
    hosts: input.hosts ?? [],
    said: fold(clean(input.said ?? '')),
    today: input.today,
  });
  checkAll(
    check,
    [...input.ownTexts, ...(input.voice?.sentences ?? [])],
    new Set(marks.map(({ at }) => sentenceAt(sentences, Math.max(0, at - 1)))),
  );
  const found = [...whole, ...check.problems];
  return {
    passed: found.length === 0,
    problems: found,
    text,
    evidence: check.evidence.sort((a, b) => a.from - b.from || b.to - a.to),
  };
}

const VOICE_SHARE = 0.6;

function speaksAs(voice: Voice | undefined, prose: string): boolean {
  if (!voice) return false;
  const words = wordsIn(prose.replace(/https?:\S+/g, ' '));
  return words.filter((word) => voice.words.has(word)).length >= VOICE_SHARE * words.length;
}

/** Each rule blanks what it understood, so the order counts. */
function checkAll(check: Check, ownTexts: readonly string[], marked: ReadonlySet<number>): void {
  const { mask } = check.on;
  for (const text of ownTexts) mask.hideText(clean(text));
  // The number of a line in a list counts nothing.
  mask.take(/^[ \t]*\d{1,2}[.)](?=\s)/gmu);
  hideSentences(check);
  const languages = patternsFor(mask.text);
  const folded = foldedSentences(check);
  for (const sentence of folded) {
    checkActs(check, sentence, languages);
    checkClaims(check, sentence, languages);
    checkTone(check, sentence);
  }
  checkCards(check);
  checkLinks(check);
  hideEchoes(check);
  hideTexts(check);
  checkNames(check);
  checkCodes(check);
  checkNumbersOfPeople(check);
  checkAmounts(check);
  checkAddresses(check);
  checkSizes(check);
  mask.fold();
  checkTerms(check);
  checkDays(check);
  checkTimes(check);
  checkNumbers(check);
  for (const sentence of folded) checkPolicy(check, sentence, languages, marked.has(sentence.index));
}
