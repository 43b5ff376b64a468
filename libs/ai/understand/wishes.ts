import type { Language } from '../text/language';
import type { Expected } from './entities/expected';
import { findEntities } from './entities/find-entities';
import type { Part } from './parts';
import { asksByReport } from './rules';
import { WORDS } from './words';
import type { Entities, Intent, SpeechAct, Wish } from './understanding';

export interface WishOptions {
  language: Language;
  expected: Expected;
  now?: Date;
}

/** What the parts of a message ask for, in their order; the same wish said twice is one. */
export function wishesIn(parts: readonly Part[], options: WishOptions): Wish[] {
  const found: Wish[] = [];
  const ahead: Part[] = [];
  parts.forEach((part, at) => {
    // "If not, ..." makes what stands right before it depend as well.
    const before = found.at(-1);
    if (part.conditional && before && at > 0 && startsElse(part.folded)) before.conditional = true;
    const wishes = wishesOf(part, options).filter((wish) => !before || !isDetail(wish, before));
    if (wishes.length === 0 && tells(part)) {
      if (before && !leadsTo(part, parts[at + 1], before)) belong(before, part, options);
      else ahead.push(part);
    }
    const [next] = wishes;
    if (next) for (const told of ahead.splice(0)) belong(next, told, options, 'before');
    for (const wish of wishes) {
      const same = found.find((other) => isSame(other, wish));
      if (same) merge(same, wish);
      else found.push(wish);
    }
  });
  const reasons = found.filter((wish) => isReason(wish, found, parts, options.language));
  for (const reason of reasons) {
    const meant = found.find((one) => CHANGES.has(one.intent) && concerns(one, reason.entities.orderNumbers[0]));
    if (meant?.entities.orderNumbers.length === 0) meant.entities.orderNumbers = reason.entities.orderNumbers;
  }
  const beside = found.filter((wish) => wish.intent !== 'complaint' && !reasons.includes(wish));
  // Anger is told by `heat`; it is a wish only where there is no other.
  return beside.length > 0 ? beside : found;
}

/** Sentences that want nothing and say more of what is wanted beside them: why, which order, what of it. */
const TELLS: ReadonlySet<SpeechAct> = new Set(['statement', 'complaint', 'request']);
/** "Hi, I made a mistake when I ordered it" greets and tells. */
const GREETING_WORDS = 5;
const tells = ({ act, folded }: Part): boolean =>
  TELLS.has(act) || (act === 'greeting' && folded.split(' ').length > GREETING_WORDS);
const SWAPS: ReadonlySet<Intent> = new Set(['change_items', 'exchange']);
const OF_ITEMS: ReadonlySet<Intent> = new Set([...SWAPS, 'product_question', 'stock_question', 'damaged_or_wrong']);

/** "Can I still change something? I want another version of it": the second says what the first one wants. */
function isDetail(wish: Wish, before: Wish): boolean {
  return (
    !wish.sure &&
    before.sure &&
    SWAPS.has(before.intent) &&
    OF_ITEMS.has(wish.intent) &&
    wish.entities.orderNumbers.length === 0
  );
}

const SO = /^(?:so|therefore|that's why|deshalb|daher|darum|dus|daarom|donc|alors|asi que|por eso)\b/;

/** "Also my order 12 goes to ..., please change the address": it tells of what comes behind it. */
function leadsTo({ guesses: [guess] }: Part, next: Part | undefined, before: Wish): boolean {
  if (next && SO.test(next.folded)) return true;
  return guess !== undefined && guess.intent !== before.intent && next?.guesses[0]?.intent === guess.intent;
}

function belong(wish: Wish, part: Part, { language, now }: WishOptions, where: 'before' | 'behind' = 'behind'): void {
  const entities = findEntities(part.text, { language, now });
  keepWith(wish, { text: part.text, entities }, where);
}

/** Its words, and its order where the wish names none itself. */
function keepWith(wish: Wish, { text, entities }: Pick<Wish, 'text' | 'entities'>, where = 'behind'): void {
  wish.text = where === 'behind' ? `${wish.text} ${text}` : `${text} ${wish.text}`;
  if (wish.entities.orderNumbers.length === 0) wish.entities.orderNumbers = entities.orderNumbers;
}

/** What only tells why: "it has not left yet, please cancel it", "I took the wrong one, please change it to blue". */
const CHANGES: ReadonlySet<Intent> = new Set(['cancel_order', 'change_items', 'change_address', 'change_payment']);
const REASONS: ReadonlySet<Intent> = new Set(['where_is_my_order', 'damaged_or_wrong']);

function isReason(wish: Wish, found: readonly Wish[], parts: readonly Part[], language: Language): boolean {
  if (!REASONS.has(wish.intent)) return false;
  // "No, please: it hasn't left yet" begins as a request, and reports all the same.
  const reports = ({ act, folded }: Part): boolean =>
    act === 'complaint' || (act === 'request' && WORDS[language].trouble.test(folded));
  const reported = !wish.sure || parts.some((part) => wish.text.includes(part.text) && reports(part));
  const [mine] = wish.entities.orderNumbers;
  return reported && found.some((one) => CHANGES.has(one.intent) && concerns(one, mine));
}

const concerns = ({ entities }: Wish, order: string | undefined): boolean =>
  order === undefined || entities.orderNumbers.every((number) => number === order);

/** "The order is 1234" names an order and wants nothing. */
const NAMES_ONLY =
  /^(?:(?:it|that|this|the|my|was|is|it's|that's|from|for|of|in|order|number|no|nr|die|das|ist|es|meine|bestellung|bestellnummer|nummer|de|het|mijn|bestelling|la|le|ma|c'est|est|commande|numero|el|mi|pedido|n°|and|und|en|et|y)\b[\s:.,]*|#?[a-z]{0,6}-?\d{3,12}[\s:.,!]*)+$/;

/** Below it even what a rule found is another thing's word, unless nothing else is there. */
const LIKELY = 0.25;
/** Both opinions agree: on sentences not seen before, about nineteen of twenty such are right. */
const SURE = 0.7;
/** Less will do where nothing else comes near: one rule, and the classifier far from any other. */
const ENOUGH = 0.5;
const FAR = 0.35;
/** Without a rule the classifier must be more right than wrong. */
const ALONE = 0.5;

function wishesOf(part: Part, { language, expected, now }: WishOptions): Wish[] {
  const asks = part.act === 'request' || part.act === 'question';
  if ((!asks && part.act !== 'complaint') || (NAMES_ONLY.test(part.folded) && /\d/.test(part.folded))) return [];
  const ruled = (intent: Intent): boolean => part.ruled.some((one) => one === intent);
  const possible = part.guesses
    .filter(({ intent }) => intent !== 'smalltalk' && intent !== 'other')
    .filter(({ intent }) => asks || asksByReport(intent));
  const named = possible.filter(({ intent }) => ruled(intent));
  const likely = named.filter(({ score }) => score >= LIKELY);
  const meant = likely.length > 0 ? likely : named.slice(0, 1);
  const [best] = part.guesses;
  if (meant.length === 0 && best && best.score >= ALONE)
    meant.push(...possible.filter(({ intent }) => intent === best.intent));
  if (meant.length === 0) return [];
  const entities = findEntities(part.text, { language, now, expected: expected === 'order_number' ? expected : null });
  // "Sorry, wrong one, it is 1004" is said of the number that was asked for.
  const numbered = expected === 'order_number' && entities.orderNumbers.length > 0;
  return meant
    .filter(({ intent }) => !((numbered || isSlipOfTheirs(part)) && intent === 'damaged_or_wrong'))
    .map(({ intent, score, margin }) => ({
      intent,
      score,
      margin,
      // Two opinions formed apart, and nothing else in the same breath that may be meant instead.
      sure:
        ruled(intent) &&
        best?.intent === intent &&
        meant.length === 1 &&
        (score >= SURE || (score >= ENOUGH && margin >= FAR && part.ruled.length === 1)),
      conditional: part.conditional,
      text: part.text,
      entities,
    }));
}

/** "Sorry, that was the wrong one, it is #1004": of the number they gave before, and of no parcel. */
function isSlipOfTheirs({ folded }: Part): boolean {
  return /\bwrong (?:one|number|order)\b.{0,25}\bit(?:'s| is) #?[a-z]{0,6}\d/.test(folded);
}

function startsElse(folded: string): boolean {
  return /^(?:if not|otherwise|or else|else|in that case|falls nicht|wenn nicht|sonst|ansonsten|andernfalls|zo niet|anders|als (?:het|dat) niet|sinon|si non|si ce n'est|si no|de lo contrario|if (?:it|that|this) (?:is|isn't|is not|has|hasn't))/.test(
    folded,
  );
}

/** Two orders to cancel are two wishes; the same order named twice is one. */
function isSame(one: Wish, other: Wish): boolean {
  if (one.intent !== other.intent) return false;
  const [mine, theirs] = [one.entities.orderNumbers, other.entities.orderNumbers];
  return mine.length === 0 || theirs.length === 0 || mine.some((number) => theirs.includes(number));
}

function merge(into: Wish, from: Wish): void {
  into.text = into.text.includes(from.text) ? into.text : `${into.text} ${from.text}`;
  into.score = Math.max(into.score, from.score);
  into.margin = Math.max(into.margin, from.margin);
  into.sure ||= from.sure;
  into.conditional ||= from.conditional;
  for (const key of Object.keys(into.entities) as (keyof Entities)[]) {
    const values = [...into.entities[key], ...from.entities[key]] as { amount: number }[];
    const seen = new Set<string>();
    (into.entities as Record<keyof Entities, unknown[]>)[key] = values.filter((value) => {
      const name = JSON.stringify(value);
      return !seen.has(name) && seen.add(name);
    });
  }
}
