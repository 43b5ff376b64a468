import { fold } from '../text/normalise';
import { isWord, tokens } from './titles';

/** What a thing can be chosen by: "material" is "oak", or "option 1" is "L". */
export type Options = Record<string, string>;

/** Values that say nothing without the name of what they are a value of. */
const BARE = /^(?:yes|no|none|true|false|ja|nein|nee|oui|non|si|\d+|[smlx]{1,3}|low|medium|high|small|large)$/;

/**
 * The options that some words name, of those that there are: "2000 pieces", "size L", "oak". A value that more than one
 * option has must stand beside the option's name. Null: something is named that may mean more than one.
 */
export function optionsIn(words: readonly string[], all: readonly Options[]): Options | null {
  const values = new Map<string, { name: string; value: string; parts: string[] }>();
  for (const options of all)
    for (const [name, value] of Object.entries(options))
      values.set(`${name}\n${fold(value)}`, { name, value, parts: tokens(value) });
  const some = [...values.values()].filter(({ parts }) => parts.length > 0);
  some.sort((a, b) => b.parts.join(' ').length - a.parts.join(' ').length);
  const taken = new Set<number>();
  const found: Options = {};
  for (let round = 0; round < 2; round += 1) {
    for (const one of some) {
      const named = tokens(one.name);
      const places = placesOf(words, one.parts, taken);
      const beside = places.find((from) => isBeside(words, named, from, one.parts.length));
      const shared = some.some((other) => other.name !== one.name && fold(other.value) === fold(one.value));
      // First what stands beside its name, then what needs none.
      const place = round === 0 ? beside : shared || BARE.test(fold(one.value)) ? undefined : places[0];
      if (place === undefined) {
        if (round === 1 && shared && places.length > 0) return null;
        continue;
      }
      if (found[one.name] !== undefined && found[one.name] !== one.value) return null;
      found[one.name] = one.value;
      one.parts.forEach((_, at) => taken.add(place + at));
    }
  }
  return found;
}

function placesOf(words: readonly string[], parts: readonly string[], taken: ReadonlySet<number>): number[] {
  const places: number[] = [];
  for (let from = 0; from + parts.length <= words.length; from += 1)
    if (parts.every((part, at) => !taken.has(from + at) && isWord(words[from + at] ?? '', part))) places.push(from);
  return places;
}

/** "Size L", "L size", "pieces: 500", "500 pieces". */
function isBeside(words: readonly string[], name: readonly string[], from: number, length: number): boolean {
  const last = name.at(-1);
  if (!last || /^option$/.test(name[0] ?? '')) return false;
  const before = words[from - 1];
  const after = words[from + length];
  return (before !== undefined && isWord(before, last)) || (after !== undefined && isWord(after, name[0] ?? last));
}

/** The one that has all that was named and keeps what was not; else the only one that has all that was named. */
export function fitting<T extends { options: Options }>(named: Options, things: readonly T[], now: Options): T | null {
  const having = things.filter(({ options }) =>
    Object.entries(named).every(([name, value]) => fold(options[name] ?? '') === fold(value)),
  );
  const keeping = having.filter(({ options }) =>
    Object.entries(options).every(([name, value]) => name in named || fold(now[name] ?? '') === fold(value)),
  );
  if (keeping.length === 1) return keeping[0] ?? null;
  return having.length === 1 ? (having[0] ?? null) : null;
}
