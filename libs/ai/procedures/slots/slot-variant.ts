import { fold } from '../../text/normalise';
import type { OrderLineFacts, VariantFacts } from '../../tools/tool-data';
import { choose } from '../choose';
import type { Slot } from '../document';
import { fitting, optionsIn } from '../options';
import { optionsOf } from '../../tools/variant-options';
import { match } from '../match';
import { behind, titlesIn, tokens, withoutValues } from '../titles';
import { lineWords, listed, orderNumberOf, words } from '../speak';
import { slotOf, type Work } from '../turn';
import type { Resolved } from './resolved';
import { ask, GIVEN, handOver } from './resolved';
import { keptLines, readLines, wishOf } from './slot-lines';

/** What takes the place of which line, as it is remembered. */
export type Swap = { lineId: string; variantId: string };

/** Which other variant of its product takes the place of each chosen line. One question is about one line. */
export function resolveVariant(work: Work, name: string, slot: Slot): Resolved {
  const waiting = readLines(work);
  if (waiting) return waiting;
  const { turn, frame, fresh } = work;
  const lines = work.lines?.lines ?? [];
  const chosen = keptLines(slotOf(frame, slot.of ?? 'lines'), lines).flatMap(
    ({ lineId }) => lines.find((line) => line.lineId === lineId) ?? [],
  );
  if (chosen.length === 0) return handOver(work.document.reason);

  const waited = frame.waitsFor === name;
  const swaps = new Map(keptSwaps(slotOf(frame, name)).map(({ lineId, variantId }) => [lineId, variantId]));
  for (const line of chosen) {
    const own = slot.same && line.own ? [line.own] : [];
    const others = [...line.variants.filter(({ title }) => fold(title) !== fold(line.variant ?? '')), ...own];
    if (others.length === 0) return handOver(work.document.reason);
    const kept = others.find(({ variantId }) => variantId === swaps.get(line.lineId));
    const asked = waited && frame.slots.asksLine === line.lineId;
    const considers = fresh && (asked || fresh.correction || (!kept && !waited));
    const said = considers ? fresh.text : kept ? null : wishOf(work);
    // A question was about one line; whatever else is said is looked through for what belongs to each.
    const text = said === null ? null : about(said, line, { chosen, lines, asked });
    const listing = asked ? frame.offered : undefined;
    const wish = considers && !asked && !kept ? about(wishOf(work), line, { chosen, lines, asked: false }) : null;
    const hit =
      (text === null ? null : wanted(text, others, line, listing)) ??
      (wish ? wanted(wish, others, line) : null) ??
      kept ??
      null;
    if (hit && hit.available !== false) {
      swaps.set(line.lineId, hit.variantId);
      continue;
    }
    swaps.delete(line.lineId);
    keep(work, name, swaps, chosen);
    return askFor(work, slot, { line, gone: hit, there: others.filter(({ available }) => available !== false), turn });
  }
  keep(work, name, swaps, chosen);
  delete frame.slots.asksLine;
  return GIVEN;
}

function askFor(
  work: Work,
  slot: Slot,
  {
    line,
    gone,
    there,
    turn,
  }: { line: OrderLineFacts; gone: VariantFacts | null; there: VariantFacts[]; turn: Work['turn'] },
): Resolved {
  if (there.length === 0) return handOver(work.document.reason);
  work.frame.slots.asksLine = line.lineId;
  const sorry = gone ? `${words(turn, 'variant_unavailable', { variant: gone.title })} ` : '';
  const list = listed(
    turn,
    there.map(({ title }) => title),
    'or',
  );
  return ask(
    sorry + words(turn, slot.ask, { list, item: lineWords(line), order: orderNumberOf(work) ?? '' }),
    there.map(({ variantId }) => variantId),
  );
}

function keep(work: Work, name: string, swaps: Map<string, string>, chosen: OrderLineFacts[]): void {
  const kept = chosen.flatMap(({ lineId }): Swap[] => {
    const variantId = swaps.get(lineId);
    return variantId === undefined ? [] : [{ lineId, variantId }];
  });
  work.frame.slots[name] = kept.length > 0 ? kept.map((swap) => ({ ...swap })) : null;
  const titles = kept.flatMap(({ lineId, variantId }) => {
    const line = chosen.find((each) => each.lineId === lineId);
    const variant = line?.variants.find((each) => each.variantId === variantId);
    return variant ? [chosen.length > 1 && line ? `${line.title} (${variant.title})` : variant.title] : [];
  });
  work.frame.slots.toldVariant = listed(work.turn, titles, 'and');
}

export function keptSwaps(value: unknown): Swap[] {
  const list = (Array.isArray(value) ? value : []) as ({ lineId?: unknown; variantId?: unknown } | null)[];
  return list.flatMap((one) => {
    const { lineId, variantId } = one ?? {};
    return typeof lineId === 'string' && typeof variantId === 'string' ? [{ lineId, variantId }] : [];
  });
}

/** The parts of a text that speak of one line: from behind its title to where another's stands. */
function about(
  text: string,
  line: OrderLineFacts,
  { chosen, lines, asked }: { chosen: OrderLineFacts[]; lines: OrderLineFacts[]; asked: boolean },
): string {
  const told = withoutValues(titlesIn(text, lines));
  const own = behind(told, line);
  if (own.length > 0 && chosen.filter(({ title }) => title === line.title).length === 1) return own.join(' ');
  if (chosen.length === 1 || (asked && told.mentions.length === 0)) return text;
  return told.mentions.some(({ thing }) => chosen.includes(thing)) ? '' : partsAbout(text, line, chosen);
}

/** Where no title is written out: the parts in which a word of this one stands, and those that follow. */
function partsAbout(text: string, line: OrderLineFacts, chosen: OrderLineFacts[]): string {
  const named = chosen.map((each) => ({ each, names: [each.title] }));
  let of: string | null = null;
  const own = text.split(/(?<=[,;.\n])|\b(?=and\b|und\b|en\b|et\b|y\b)/i).filter((part) => {
    of = match(part, named).hits[0]?.each.lineId ?? of;
    return of === line.lineId;
  });
  return own.join(' ');
}

/** Behind these words stands what they want, before them what they have. */
const INSTEAD =
  /\b(?:for|to|into|gegen|auf|voor|naar|contre|pour|por)\b(?!.*\b(?:for|to|into|gegen|auf|voor|naar|contre|pour|por)\b)/;

function wanted(text: string, variants: VariantFacts[], line: OrderLineFacts, listing?: string[]): VariantFacts | null {
  const exact = byOptions(text, variants, line);
  if (exact) return exact;
  const offered = listing?.flatMap((id) => variants.find(({ variantId }) => variantId === id) ?? []) ?? [];
  const among = (offered.length > 0 ? offered : variants).map((variant) => ({ variant, names: namesOf(variant) }));
  const all = variants.map((variant) => ({ variant, names: namesOf(variant) }));
  const split = INSTEAD.exec(fold(text));
  const tail = split ? fold(text).slice(split.index + split[0].length) : null;
  for (const part of [tail, text]) {
    if (part === null) continue;
    for (const [things, listed] of [
      [among, offered.length > 0],
      [all, false],
    ] as const) {
      const found = choose(part, things, { listed });
      if (found.hits.length === 1) return found.hits[0]?.variant ?? null;
      // "The red one": the size stays as it is.
      const same = found.among.filter(({ variant }) => keepsRest(variant, line, part));
      if (same.length === 1) return same[0]?.variant ?? null;
    }
  }
  return null;
}

const SAME =
  /\b(?:same one|very same|identical|derselbe|dieselbe|dasselbe|hetzelfde|dezelfde|le meme|la meme|el mismo|la misma)\b/;

/** Options by their names and values; what is not named stays as it is. */
function byOptions(text: string, variants: VariantFacts[], line: OrderLineFacts): VariantFacts | null {
  const now = line.own?.options ?? optionsOf(line.variant ?? '');
  const named = optionsIn(tokens(text), [...variants.map(({ options }) => options), now]);
  if (!named) return null;
  if (Object.keys(named).length === 0)
    return line.own && variants.includes(line.own) && SAME.test(fold(text)) ? line.own : null;
  return fitting(named, variants, now);
}

const YES = /^(?:yes|true|ja|oui|si)$/i;
const NO = /^(?:no|none|false|nein|nee|non|keine?)$/i;

/** A yes or no is told by what it is about: "waterproof" means the one whose option of that name says yes. */
function namesOf({ title, options }: VariantFacts): string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [title];
  return entries.flatMap(([name, value]) => (YES.test(value) ? [name] : NO.test(value) ? [] : [value]));
}

/** Every option that was not spoken of is that of the line they have. */
function keepsRest(variant: VariantFacts, line: OrderLineFacts, text: string): boolean {
  const current = line.variants.find(({ title }) => fold(title) === fold(line.variant ?? ''));
  const now = current
    ? Object.values(current.options).map((option) => fold(option))
    : fold(line.variant ?? '').split(/\s*[/,|-]\s*/);
  const options = Object.values(variant.options).map((option) => fold(option));
  const said = fold(text);
  return options.length > 1 && options.every((option) => now.includes(option) || said.includes(option));
}
