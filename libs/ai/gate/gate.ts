import { clean, hasHidden } from '../text/normalise';
import { guessLanguage } from '../text/language';
import { collectFacts } from './facts';
import { findPromises } from './promises';
import { findStatements } from './statements';
import { Mask } from './mask';
import type { GateProblem } from './problem';

export interface GateInput {
  /** What would be sent, without the lines that the house itself adds. */
  reply: string;
  /** The data of every tool call of this turn that succeeded. */
  results: readonly unknown[];
  /** Lines of the shop's own: its name, the signature. */
  ownTexts: readonly string[];
  /** Order and tracking numbers that the customer wrote themselves: they may be named back, as numbers of orders only. */
  echoes: readonly string[];
  today: Date;
}

export interface GateResult {
  passed: boolean;
  problems: GateProblem[];
}

/** From this many words on, at least this part of them must be common words of a language that we read. */
const LANGUAGE_WORDS = 6;
const LANGUAGE_SHARE = 0.2;
/** Nobody needs a longer answer to "where is my order"; a longer one is a model that lost its way. */
const MAX_CHARS = 4_000;

/**
 * The last door before a customer: every number, date, amount, link, address and code in a reply must have been returned
 * by a tool in this turn, and no act may be claimed that nobody performed. Needs no model and trusts none. Pure.
 */
export function checkReply(input: GateInput): GateResult {
  const problems: GateProblem[] = [];
  if (input.reply.trim() === '') problems.push({ kind: 'empty', text: '' });
  if (input.reply.length > MAX_CHARS) problems.push({ kind: 'length', text: `${input.reply.length} characters` });
  if (hasHidden(input.reply.replace(/\r/g, '')))
    problems.push({ kind: 'hidden', text: 'characters that cannot be seen' });

  const reply = clean(input.reply, MAX_CHARS);
  const { language, share } = guessLanguage(reply);
  // What we cannot read we cannot check.
  const words = reply.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (words > 0 && (language === null || (words >= LANGUAGE_WORDS && share < LANGUAGE_SHARE)))
    problems.push({ kind: 'language', text: 'not a language that the gate reads' });

  const facts = collectFacts(input.results);
  const mask = new Mask(reply);
  for (const text of input.ownTexts) mask.hideText(clean(text));
  problems.push(...findPromises(mask.text, facts.claims));
  problems.push(...findStatements(mask, { facts, language, echoes: input.echoes, today: input.today }));
  return { passed: problems.length === 0, problems };
}
