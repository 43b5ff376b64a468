import type { HandoffReason } from '../tools/handoff-reasons';
import type { Detector, Language } from '../text/language';
import { guessLanguage } from '../text/language';
import { clean, fold } from '../text/normalise';
import { splitSentences } from '../text/sentences';
import { guessTopic } from './classifier';
import type { Entities } from './entities';
import { findEntities } from './entities';
import { LEXICONS } from './lexicon';
import type { Blocker, Lexicon } from './lexicon/lexicon';
import { BLOCKER_ORDER } from './lexicon/lexicon';

export interface Analysis {
  language: Language | null;
  entities: Entities;
  /** The customer asks where an order is, perhaps beside other things. */
  asksWhere: boolean;
  decision:
    | { kind: 'answer' }
    /** Nothing to say: a thank-you, a farewell. */
    | { kind: 'no_reply' }
    | { kind: 'hand_over'; reason: HandoffReason };
}

export interface AnalyseOptions {
  prior?: Language | null;
  detect?: Detector;
  /** Our last message asked for the order number. */
  askedForNumber?: boolean;
}

/** Likeness and margin at which the classifier alone, without a rule, may say "where is my order". Set on our own phrasings. */
const SURE_LIKENESS = 0.42;
const SURE_MARGIN = 0.12;
/** Likeness and margin at which the classifier's other opinion outvotes a rule. */
const VETO_LIKENESS = 0.4;
const VETO_MARGIN = 0.15;
/** Longer letters hold more than the rules see. */
const MAX_WORDS = 220;

/**
 * What a message wants, decided so that only a plain "where is my order" is answered: rules must find it, no word may
 * point elsewhere, and the classifier may not see another topic. Everything in doubt is a person's.
 */
export function analyse(message: string, options: AnalyseOptions = {}): Analysis {
  const text = clean(message);
  const { language } = guessLanguage(text, options);
  const entities = findEntities(text, { expected: options.askedForNumber });
  const base = { language, entities, asksWhere: false };
  const handOver = (reason: HandoffReason, asksWhere = false): Analysis => ({
    ...base,
    asksWhere,
    decision: { kind: 'hand_over', reason },
  });

  // Dangers are looked for in every language: an injection in Dutch inside an English mail is one all the same.
  const danger = firstDanger(text);
  if (danger) return handOver(danger);
  const sentences = splitSentences(text).map((sentence) => ({
    folded: fold(sentence).replace(/[\s.…]+$/, ''),
    original: sentence,
  }));
  if (!language)
    return sentences.length > 0 && sentences.every(({ folded }) => isThanks(folded))
      ? { ...base, decision: { kind: 'no_reply' } }
      : handOver('unknown_language');

  const lexicon = LEXICONS[language];
  if (sentences.length > 0 && sentences.every(({ folded }) => isThanks(folded) || isCourtesy(folded, lexicon))) {
    const onlyNumber = entities.orderNumbers.length + entities.trackingNumbers.length > 0;
    if (!onlyNumber)
      return sentences.some(({ folded }) => isThanks(folded))
        ? { ...base, decision: { kind: 'no_reply' } }
        : handOver('smalltalk');
  }

  const folded = fold(text);
  const asksWhere =
    sentences.some((sentence) => lexicon.whereabouts.some((pattern) => pattern.test(sentence.folded))) ||
    lexicon.whereabouts.some((pattern) => pattern.test(folded.replace(/\s+/g, ' ')));
  const blockers = blockersIn(folded, lexicon);
  if (blockers[0]) return handOver(blockers[0], asksWhere);
  if (folded.split(/\s+/).length > MAX_WORDS) return handOver('unclear', asksWhere);

  const topical = sentences.filter((sentence) => !isCourtesy(sentence.folded, lexicon) && !isThanks(sentence.folded));
  const bareNumber = isBareNumber(folded, entities, lexicon);
  if (bareNumber)
    return options.askedForNumber ? { ...base, asksWhere: true, decision: { kind: 'answer' } } : handOver('unclear');

  const votes = topical.map((sentence) => ({ ...sentence, guess: guessTopic(sentence.original, language) }));
  const sureByVote = votes.some(
    ({ guess }) => guess.topic === 'whereabouts' && guess.likeness >= SURE_LIKENESS && guess.margin >= SURE_MARGIN,
  );
  const answered =
    options.askedForNumber === true && entities.orderNumbers.length + entities.trackingNumbers.length > 0;
  if (!asksWhere && !sureByVote && !answered) return handOver('unclear');

  for (const vote of votes) {
    if (lexicon.whereabouts.some((pattern) => pattern.test(vote.folded))) continue;
    const other =
      vote.guess.topic !== 'whereabouts' && vote.guess.likeness >= VETO_LIKENESS && vote.guess.margin >= VETO_MARGIN;
    if (other) return handOver(vote.guess.topic as HandoffReason, true);
    if (isOtherQuestion(vote.original, vote.folded, lexicon) && vote.guess.topic !== 'whereabouts')
      return handOver('several_requests', true);
  }
  return { ...base, asksWhere: true, decision: { kind: 'answer' } };
}

/** Reasons that stop every brain, a language model too: a person reads these first. */
const DANGERS: readonly Blocker[] = ['safety', 'legal', 'human_requested', 'injection'];

export function firstDanger(text: string): Blocker | null {
  const folded = fold(clean(text));
  const found = new Set(Object.values(LEXICONS).flatMap((lexicon) => blockersIn(folded, lexicon, DANGERS)));
  return DANGERS.find((danger) => found.has(danger)) ?? null;
}

function blockersIn(folded: string, lexicon: Lexicon, among: readonly Blocker[] = BLOCKER_ORDER): Blocker[] {
  return among.filter((blocker) => lexicon.blockers[blocker]?.some((pattern) => pattern.test(folded)));
}

/** Whatever language the letter is in: people thank in many. */
function isThanks(folded: string): boolean {
  return Object.values(LEXICONS).some((lexicon) => lexicon.thanks.test(folded));
}

function isCourtesy(folded: string, lexicon: Lexicon): boolean {
  if (lexicon.whereabouts.some((pattern) => pattern.test(folded))) return false;
  return lexicon.courtesy.test(folded) || isName(folded, lexicon);
}

/** A lone name under a mail is a signature. */
function isName(folded: string, lexicon: Lexicon): boolean {
  return /^[a-z]+(?: [a-z.]+){0,2}$/.test(folded) && !lexicon.question.test(folded) && !HAS_TOPIC.test(folded);
}
/** Words that make a short line more than a name. */
const HAS_TOPIC =
  /order|parcel|package|track|deliver|ship|status|help|bestell|paket|pakket|liefer|sendung|commande|colis|livraison|pedido|paquete|envio|refund|return|cancel|where|when|wo\b|wann|waar|wanneer|ou\b|quand|donde|cuando|retour|human|agent|mens|storn|annul|rembours|reembols|update|eta|wismo|arriv|stop|no\b|yes\b|ja\b|nein|nee\b|si\b|oui|non/;

function isBareNumber(folded: string, entities: Entities, lexicon: Lexicon): boolean {
  if (entities.orderNumbers.length + entities.trackingNumbers.length === 0) return false;
  const rest = folded.replace(/[a-z]*-?\d[\da-z-]*/g, ' ').replace(lexicon.orderWord, ' ');
  return (
    (rest.match(/[a-z]{2,}/g) ?? []).length <= 6 &&
    !lexicon.whereabouts.some((pattern) => pattern.test(folded)) &&
    !rest.includes('?')
  );
}

function isOtherQuestion(original: string, folded: string, lexicon: Lexicon): boolean {
  return /\?\s*$/.test(original) || (lexicon.question.test(folded) && folded.split(' ').length >= 4);
}
