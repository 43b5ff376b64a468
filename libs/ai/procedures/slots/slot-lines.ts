import type { SlotValue } from '../../conversation/memory';
import { fold } from '../../text/normalise';
import type { OrderLineFacts, OrderLinesData } from '../../tools/tool-data';
import { choose, meansAll } from '../choose';
import type { Slot } from '../document';
import { optionsIn } from '../options';
import { optionsOf } from '../../tools/variant-options';
import { lineWords, listed, orderNumberOf, words } from '../speak';
import { failed, hasTool, look, slotOf, type Work } from '../turn';
import { behind, isPlural, titlesIn, withoutValues } from '../titles';
import type { Resolved } from './resolved';
import { ask, GIVEN, handOver, PENDING_SLOT } from './resolved';

/** One chosen line, as it is remembered. */
export type ChosenLine = { lineId: string; quantity: number };

/** Reads the order's lines. Null: they are there. */
export function readLines(work: Work): Resolved | null {
  if (work.lines) return null;
  const orderNumber = orderNumberOf(work)?.replace(/^#/, '');
  if (!orderNumber || !hasTool(work.turn, 'order_lines')) return handOver(work.document.reason);
  const data = look(work.turn, 'order_lines', { orderNumber });
  if (data === undefined) return PENDING_SLOT;
  const order = failed(data) ? null : (data as OrderLinesData).order;
  if (!order) return handOver('lookup_failed');
  work.lines = order;
  return null;
}

/** Which lines of the order are meant: by their words, all of them, or the only one. */
export function resolveLines(work: Work, name: string, slot: Slot): Resolved {
  const waiting = readLines(work);
  if (waiting) return waiting;
  const { turn, frame, fresh } = work;
  const all = (work.lines?.lines ?? []).filter(({ quantity }) => quantity > 0);
  const able = all.filter(({ returnable }) => returnable !== 0);
  const lines = able.length > 0 ? able : all;
  if (lines.length === 0) return handOver(work.document.reason);

  const waited = frame.waitsFor === name;
  const kept = keptLines(slotOf(frame, name), lines);
  const text =
    fresh && (waited || fresh.correction || kept.length === 0) ? fresh.text : kept.length > 0 ? null : wishOf(work);
  const found = text === null ? [] : pick(text, offeredFirst(lines, frame.offered, waited), waited);
  // An answer to another question names none; the wish itself may.
  const hits = found.length > 0 || waited || kept.length > 0 ? found : pick(wishOf(work), lines, false);
  if (hits.length === 0 && kept.length > 0) return remember(work, name, kept, lines);
  if (hits.length > 0)
    return remember(
      work,
      name,
      hits.map((line) => amountOf(line, text ?? '')),
      lines,
    );
  const [only] = lines;
  if (lines.length === 1 && only && slot.from.includes('only'))
    return remember(work, name, [amountOf(only, text ?? '')], lines);
  return ask(
    words(turn, slot.ask, {
      order: orderNumberOf(work) ?? '',
      list: listed(
        turn,
        lines.map((line) => lineWords(line)),
        'or',
      ),
    }),
    lines.map(({ lineId }) => lineId),
  );
}

function pick(text: string, lines: OrderLineFacts[], waited: boolean): OrderLineFacts[] {
  const titled = byTitle(text, lines);
  if (titled) return titled;
  const named = lines.map((line) => ({ line, names: [line.title, line.variant ?? '', line.sku ?? ''] }));
  const { hits } = choose(text, named, { listed: waited });
  if (hits.length > 0) return hits.map(({ line }) => line);
  return meansAll(text) ? lines : [];
}

/** Whole titles say which lines; of two with one title, the options behind it. Null: no title, or no telling which. */
function byTitle(text: string, lines: OrderLineFacts[]): OrderLineFacts[] | null {
  const told = withoutValues(titlesIn(text, lines));
  const found = lines.filter((line) => told.mentions.some(({ thing, denied }) => thing === line && !denied));
  const hits = found.filter((line) => {
    const twins = found.filter(({ title }) => fold(title) === fold(line.title));
    const alike = twins.every(({ variant }) => fold(variant ?? '') === fold(line.variant ?? ''));
    return alike || meansAll(text) || isOf(untilSwap(behind(told, line)), line, twins);
  });
  const titles = new Set(found.map(({ title }) => fold(title)));
  if (hits.length > 0 && !meansAll(text)) dropAlike(hits, told);
  return hits.length > 0 && [...titles].every((title) => hits.some((line) => fold(line.title) === title)) ? hits : null;
}

/** Of lines that are the same in everything, as many as were named: "the lamp" is one of two. */
function dropAlike(hits: OrderLineFacts[], told: ReturnType<typeof titlesIn<OrderLineFacts>>): void {
  const name = ({ title, variant }: OrderLineFacts): string => fold(`${title}\n${variant ?? ''}`);
  for (const line of [...hits]) {
    const alike = hits.filter((other) => name(other) === name(line));
    const named = told.mentions.filter(({ thing, denied }) => thing === line && !denied);
    if (alike.length < 2 || alike[0] !== line || named.some(({ to }) => isPlural(told.words[to - 1] ?? '', line.title)))
      continue;
    for (const more of alike.slice(Math.max(1, named.length))) hits.splice(hits.indexOf(more), 1);
  }
}

/** Behind these words stands what it shall become. */
const SWAP = /^(?:to|for|into|gegen|auf|naar|voor|contre|pour|por)$/;

function untilSwap(words: string[]): string[] {
  const at = words.findIndex((word) => SWAP.test(word));
  return at < 0 ? words : words.slice(0, at);
}

/** The first options named behind the title are those that the line has. */
function isOf(words: string[], line: OrderLineFacts, twins: OrderLineFacts[]): boolean {
  const all = twins.map(({ variant }) => optionsOf(variant ?? ''));
  const named = optionsIn(words, all);
  const own = optionsOf(line.variant ?? '');
  const told = Object.entries(named ?? {});
  return told.length > 0 && told.every(([name, value]) => fold(own[name] ?? '') === fold(value));
}

/** A list that was put before them just now is chosen from in its own order. */
function offeredFirst(lines: OrderLineFacts[], offered: string[] | undefined, waited: boolean): OrderLineFacts[] {
  if (!waited || !offered) return lines;
  const found = offered.flatMap((id) => lines.find(({ lineId }) => lineId === id) ?? []);
  return found.length > 0 ? found : lines;
}

const SOME = /\b(\d{1,2})\s*(?:x|×|of (?:the|them|those)|stuck|st\b|stuks|pieces?|pcs|unidades|pieces)/;
const ONE = /\b(?:just|only|nur|alleen|slechts|seulement|solo) (?:one|eine?[sn]?|een|une?|uno|una)\b/;

function amountOf(line: OrderLineFacts, text: string): ChosenLine {
  const most = line.returnable ?? line.quantity;
  const folded = fold(text);
  const said = ONE.test(folded) ? 1 : Number(SOME.exec(folded)?.[1] ?? most);
  return { lineId: line.lineId, quantity: Math.max(1, Math.min(most, said || most)) };
}

function remember(work: Work, name: string, chosen: ChosenLine[], lines: OrderLineFacts[]): Resolved {
  work.frame.slots[name] = chosen.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const told = chosen.flatMap(({ lineId, quantity }) => {
    const line = lines.find((each) => each.lineId === lineId);
    return line ? [lineWords(line, quantity)] : [];
  });
  work.frame.slots.toldLines = listed(work.turn, told, 'and');
  return GIVEN;
}

export function keptLines(value: SlotValue, lines: readonly OrderLineFacts[]): ChosenLine[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return [];
    const { lineId, quantity } = one;
    const known = typeof lineId === 'string' && lines.some((line) => line.lineId === lineId);
    return known && typeof quantity === 'number' ? [{ lineId, quantity }] : [];
  });
}

export function wishOf({ frame }: Work): string {
  return typeof frame.slots.wish === 'string' ? frame.slots.wish : '';
}
