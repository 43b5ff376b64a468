import type { Random } from './random';

export const LEVELS = ['plain', 'typos', 'hard'] as const;
export type Level = (typeof LEVELS)[number];

/** How a customer is hard to follow. */
export interface Manner {
  level: Level;
  /** Share of the long words with a slip in them. */
  typos: number;
  lowerCase: boolean;
  /** "order1234" without a blank. */
  runOn: boolean;
  /** The next wish comes in the same message. */
  twoAtOnce: boolean;
  /** Names another order of theirs first, and says so. */
  wrongOrder: boolean;
  /** Says which item or variant only to correct themselves in the next message. */
  lateCorrection: boolean;
  impatient: boolean;
  /** No to the right question first, then they want it after all. */
  refusesOnce: boolean;
}

const PLAIN: Manner = {
  level: 'plain',
  typos: 0,
  lowerCase: false,
  runOn: false,
  twoAtOnce: false,
  wrongOrder: false,
  lateCorrection: false,
  impatient: false,
  refusesOnce: false,
};

export function mannerOf(level: Level, random: Random): Manner {
  if (level === 'plain') return PLAIN;
  if (level === 'typos') return { ...PLAIN, level, typos: 0.1, lowerCase: random.chance(0.5) };
  return {
    level,
    typos: random.chance(0.5) ? 0.1 : 0,
    lowerCase: random.chance(0.3),
    runOn: random.chance(0.5),
    twoAtOnce: random.chance(0.5),
    wrongOrder: random.chance(0.25),
    lateCorrection: random.chance(0.25),
    impatient: random.chance(0.4),
    refusesOnce: random.chance(0.3),
  };
}

const LONG = 6;

const MARK = '\u0001';
/** Something that nobody mistypes for long: who they are and where they live. */
export const exact = (text: string): string => `${MARK}${text}${MARK}`;

/** Slips in long words, and a careless case. Numbers, names, addresses and short words stay as they are. */
export function garbled(text: string, manner: Manner, random: Random): string {
  const parts = text.split(MARK);
  const said = parts.map((part, index) => (index % 2 === 1 ? part : slipped(part, manner, random))).join('');
  return manner.lowerCase ? said.toLowerCase() : said;
}

function slipped(text: string, manner: Manner, random: Random): string {
  const words = text.split(/(\s+)/).map((word) => {
    if (!/^[a-z]+[,.!?]?$/i.test(word) || word.length < LONG || !random.chance(manner.typos)) return word;
    return slip(word, random);
  });
  return words.join('');
}

/** Inside the word: who misses a key, doubles one, or is too quick with the next. */
function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random.next() * (word.length - 3));
  const [before, here, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  return random.pick([
    `${before}${next}${here}${after}`,
    `${before}${next}${after}`,
    `${before}${here}${here}${next}${after}`,
  ]);
}

export function orderWords(orderId: string, manner: Manner, random: Random): string {
  const bare = orderId.replace(/^#/, '');
  return manner.runOn ? bare : random.pick([orderId, bare, orderId]);
}

/** "order W12" becomes "orderW12". */
export const runOn = (text: string, { runOn: wanted }: Manner): string =>
  wanted ? text.replace(/\b(order) #?([A-Z]?\d)/i, '$1$2') : text;
