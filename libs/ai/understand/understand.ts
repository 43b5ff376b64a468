import type { Detector, Language } from '../text/language';
import { LANGUAGES, guessLanguage } from '../text/language';
import { clean, fold } from '../text/normalise';
import { splitSentences } from '../text/sentences';
import { firstDanger } from './dangers';
import type { Expected } from './entities/expected';
import { findEntities } from './entities/find-entities';
import { heatOf } from './heat';
import { unsigned } from './signature';
import { type Part, partsOf } from './parts';
import type { IntentModel } from './model/intent-model';
import { ownModel } from './model/own-model';
import type { Understanding } from './understanding';
import { intentsByRule } from './rules';
import { wishesIn } from './wishes';
import { WORDS } from './words';
import { yesOrNo } from './yes-or-no';

export interface UnderstandOptions {
  /** The language of an earlier message or the customer's locale. */
  prior?: Language | null;
  detect?: Detector;
  /** What our last message asked for. */
  expected?: Expected;
  /** For days without a year. */
  now?: Date;
  /** Above the first message of a mail: it says what the message leaves open, and wants nothing beside it. */
  subject?: string;
  /** A shop's own model; without it, the one of our own sentences. */
  model?: IntentModel;
}

/** Longer messages hold more than a program should act on; what follows is still searched for dangers. */
const MAX_SENTENCES = 40;
const SHORT_CHARS = 80;

/** What a message means. Pure: the same text and options give the same answer. */
export function understand(message: string, { subject, ...options }: UnderstandOptions = {}): Understanding {
  const alone = read(message, options);
  if (!subject?.trim() || isBeginning(subject, message)) return alone;
  const whole = read(`${subject}\n\n${message}`, { ...options, prior: alone.language ?? options.prior });
  const danger = whole.danger ?? alone.danger;
  // Thanks under a subject that wants something are the end of a letter.
  const thanks = alone.nothingToAnswer && whole.wishes.length === 0;
  if (alone.wishes.length === 0 && alone.answer === null && !thanks) return { ...whole, danger };
  const nothingToAnswer = thanks && !danger;
  return { ...alone, danger, nothingToAnswer, entities: whole.entities, heat: Math.max(alone.heat, whole.heat) };
}

/** Where nobody writes subjects, the first words of the message stand for one, cut in the middle of a number maybe. */
function isBeginning(subject: string, message: string): boolean {
  const flat = (text: string): string =>
    clean(text)
      .replace(/\s+/g, ' ')
      .replace(/(?:…|\.{3})$/, '')
      .trim();
  return flat(message).startsWith(flat(subject));
}

function read(message: string, options: UnderstandOptions): Understanding {
  const { expected = null, now } = options;
  const text = clean(message);
  const language = readable(text, options);
  const danger = firstDanger(text);
  const lines = splitSentences(text).slice(0, MAX_SENTENCES);
  const entities = findEntities(text, { expected, language, now });
  const words = WORDS[language ?? 'en'];
  const model = options.model ?? ownModel();
  const said = unsigned(lines).length;
  const read = language ? lines.map((line) => partsOf(line, language, model)) : [];
  const parts = read.flat();
  const folded = fold(text);
  const answer = yesOrNo(text, { asked: expected === 'yes_no' });
  const courteous =
    lines.length > 0 &&
    (language
      ? read.every((line, at) => line.every(at < said ? isCourtesy : isSignature))
      : lines.every(isThanksAnywhere));
  const thanks = language ? parts.some(({ act }) => act === 'thanks') : courteous;
  const bare = entities.orderNumbers.length + entities.trackingNumbers.length + entities.emails.length > 0;
  return {
    language,
    danger,
    sentences: parts.map(({ text: sentence, act, guesses }) => ({ text: sentence, act, guesses })),
    wishes: answer || !language ? [] : wishesIn(parts, { language, expected, now }),
    answer,
    correction: answer === null && words.correction.test(folded),
    heat: heatOf(text, folded, words),
    nothingToAnswer: !danger && ((courteous && thanks && !bare) || isOnlySigns(text)) && (expected === null || !answer),
    entities,
  };
}

/** A few words that are of no language in particular are read by the one language whose rules know them. */
function readable(text: string, options: UnderstandOptions): Language | null {
  const { language, sure } = guessLanguage(text, options);
  if (language || sure || text.length > SHORT_CHARS) return language;
  const folded = fold(text);
  const known = LANGUAGES.filter((one) => intentsByRule(folded, one).length > 0);
  return known.includes('en') ? 'en' : (known[0] ?? null);
}

function isCourtesy({ act }: Part): boolean {
  return act === 'thanks' || act === 'greeting';
}

/** A lone word under a letter may be a wish as well as a name. */
function isSignature(part: Part): boolean {
  return isCourtesy(part) || (part.act !== 'question' && part.guesses.length === 0);
}

/** People thank in many languages, whatever else they write in. */
function isThanksAnywhere(line: string): boolean {
  const folded = fold(line).replace(/[\s.…]+$/, '');
  return Object.values(WORDS).some(({ thanks }) => thanks.test(folded));
}

/** Emoji and punctuation, but no question mark. */
function isOnlySigns(text: string): boolean {
  return text !== '' && !/[\p{L}\p{N}?]/u.test(text);
}
