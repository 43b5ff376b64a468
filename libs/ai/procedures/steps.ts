import type { SlotValue } from '../conversation/memory';
import type { ActionToolData, ToldFact } from '../tools/tool-data';
import type { Values } from '../engine/wording/fill';
import { holds } from './condition';
import type { Source, Step } from './document';
import { askIdentity } from './identity';
import { productWords } from './search-words';
import { resolve } from './slots/resolve';
import { keptLines, readLines } from './slots/slot-lines';
import { keptSwaps } from './slots/slot-variant';
import { phraseFor, say, valuesOf, words } from './speak';
import { tell } from './tell';
import type { Ran, Work } from './turn';
import { ASKED, factOf, failed, hasTool, look, NEXT, PENDING, slotOf } from './turn';

/** Times the same question is asked before a person takes over. */
export const MAX_ASKS = 2;
/** Corrections put the same act before them again; after so many of them a person settles it. */
const MAX_CONFIRMS = 4;

type Doing<K extends Step['do']> = Extract<Step, { do: K }>;

/** Runs steps in order until one ends them or waits. */
export function runSteps(work: Work, steps: readonly Step[]): Ran {
  for (const step of steps) {
    const ran = runStep(work, step);
    if (ran.kind !== 'next') return ran;
  }
  return NEXT;
}

/** Goes on behind the proposal of an action, with what became of it. */
export function resume(work: Work, steps: readonly Step[], action: string): Ran | null {
  for (const [index, step] of steps.entries()) {
    if (step.do === 'propose' && step.action === action) return runSteps(work, steps.slice(index + 1));
    if (step.do !== 'check') continue;
    for (const inner of [...step.branches.map((branch) => branch.steps), step.otherwise ?? []]) {
      const ran = resume(work, inner, action);
      if (ran) return ran.kind === 'next' ? runSteps(work, steps.slice(index + 1)) : ran;
    }
  }
  return null;
}

function runStep(work: Work, step: Step): Ran {
  switch (step.do) {
    case 'need':
    case 'ask':
      return need(work, step.slot);
    case 'check':
      return check(work, step);
    case 'look_up':
      return lookUp(work, step);
    case 'propose':
      return propose(work, step);
    case 'confirm':
      return confirm(work, step);
    case 'execute':
      return execute(work, step);
    case 'say':
      return speak(work, step);
    case 'hand_over':
      if (step.words) say(work.turn, step.words, valuesOf(work));
      return { kind: 'hand_over', reason: step.reason };
  }
}

function need(work: Work, name: string): Ran {
  const { frame, document } = work;
  const slot = document.slots[name];
  if (!slot) return { kind: 'hand_over', reason: document.reason };
  const found = resolve(work, name, slot);
  switch (found.kind) {
    case 'given':
      if (frame.waitsFor === name) frame.waitsFor = null;
      return NEXT;
    case 'pending':
      return PENDING;
    case 'identity':
      return askIdentity(work, found.needs);
    case 'hand_over':
      return { kind: 'hand_over', reason: found.reason };
    case 'ask': {
      const before = frame.asked[name] ?? 0;
      if (before >= MAX_ASKS)
        return { kind: 'hand_over', reason: slot.kind === 'order' ? 'order_not_found' : document.reason };
      frame.asked[name] = before + 1;
      frame.waitsFor = name;
      frame.offered = found.offered;
      work.turn.said.push(found.text);
      return ASKED;
    }
  }
}

function check(work: Work, { branches, otherwise }: Doing<'check'>): Ran {
  const taken = branches.find(({ when }) => holds(when, (fact) => factOf(work, fact)));
  return runSteps(work, taken?.steps ?? otherwise ?? []);
}

function lookUp(work: Work, { tool, with: sources }: Doing<'look_up'>): Ran {
  if (!hasTool(work.turn, tool)) return { kind: 'hand_over', reason: work.document.reason };
  if (tool === 'order_lines') {
    const waiting = readLines(work);
    if (waiting?.kind === 'hand_over') return { kind: 'hand_over', reason: waiting.reason };
    return waiting ? PENDING : NEXT;
  }
  const args = argumentsOf(work, sources);
  if (!args) return { kind: 'hand_over', reason: work.document.reason };
  if (tool === 'find_products' && typeof args.query === 'string') args.query = productWords(args.query);
  const data = look(work.turn, tool, args);
  if (data === undefined) return PENDING;
  if (failed(data)) return { kind: 'hand_over', reason: 'lookup_failed' };
  const action = data as Partial<Extract<ActionToolData, { state: 'denied' }>>;
  if (action.state === 'denied' && action.needs)
    return work.proved < action.needs
      ? askIdentity(work, action.needs)
      : { kind: 'hand_over', reason: work.document.reason };
  work.results.set(tool, data);
  return NEXT;
}

function propose(work: Work, { action, with: sources }: Doing<'propose'>): Ran {
  const { turn, document } = work;
  if (!hasTool(turn, action)) return { kind: 'hand_over', reason: document.reason };
  const args = argumentsOf(work, sources);
  if (!args) return { kind: 'hand_over', reason: document.reason };
  const data = look(turn, action, args);
  if (data === undefined) return PENDING;
  if (failed(data)) return { kind: 'hand_over', reason: 'lookup_failed' };
  work.action = data as ActionToolData;
  if (work.action.state === 'denied' && work.action.needs !== null) {
    if (work.proved >= work.action.needs) return { kind: 'hand_over', reason: document.reason };
    return askIdentity(work, work.action.needs);
  }
  return NEXT;
}

function confirm(work: Work, { words: given }: Doing<'confirm'>): Ran {
  const { turn, frame, action, document } = work;
  if (action?.state !== 'awaiting_confirmation') return NEXT;
  const waits = `confirm:${action.action}`;
  const before = frame.asked[waits] ?? 0;
  if (before >= MAX_CONFIRMS) return { kind: 'hand_over', reason: document.reason };
  frame.asked[waits] = before + 1;
  const values = valuesOf(work);
  const phrase = phraseFor('do', action.action);
  // The server's own words are in English; in the other languages the same action is named from the same values.
  const summary = turn.language === 'en' || !phrase ? action.summary : words(turn, phrase, values);
  const text = given ? words(turn, given, values) : words(turn, 'step', { summary: lower(summary.replace(/\.$/, '')) });
  const amount = values.amount && !text.includes(values.amount) ? words(turn, 'money_back', values) : '';
  const facts = action.facts.filter(isTold).map(({ label, value }) => `${labelOf(label, turn.language)}: ${value}`);
  turn.said.push(
    [[text, action.action === 'cancel_order' ? amount : ''].filter(Boolean).join(' '), ...facts].join('\n'),
  );
  say(turn, 'confirm_ask');
  frame.waitsFor = waits;
  return ASKED;
}

/** What a customer has no use for: raw states, ids, and what the sentence says already. */
const UNTOLD = new Set(['Order', 'Sending', 'Payment', 'Left to refund', 'Instead', 'Paid back by']);
const isTold = ({ label, value }: ToldFact): boolean => !UNTOLD.has(label) && value !== '';

const LABELS: Record<string, Partial<Record<string, string>>> = {
  Amount: { de: 'Betrag', nl: 'Bedrag', fr: 'Montant', es: 'Importe' },
  'Goes to': { de: 'Geht an', nl: 'Gaat naar', fr: 'Vers', es: 'Se abona en' },
  'Goes back': { de: 'Geht zurück', nl: 'Gaat terug', fr: 'Retour', es: 'Se devuelve' },
  Now: { de: 'Bisher', nl: 'Nu', fr: 'Actuellement', es: 'Ahora' },
  New: { de: 'Neu', nl: 'Nieuw', fr: 'Nouveau', es: 'Nuevo' },
};
const labelOf = (label: string, language: string): string => LABELS[label]?.[language] ?? label;

const lower = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

function execute(work: Work, { words: given }: Doing<'execute'>): Ran {
  const { turn, action, document } = work;
  const told = valuesOf(work);
  // The record of a deed names what went by its title; what it looked like was read in another turn.
  const values: Values = { ...told, lines: told.lines?.replace(/ \([^()]*\)/g, '') };
  switch (action?.state) {
    case 'done': {
      const own = phraseFor('done', action.action);
      say(turn, given ?? own ?? 'done_other', values);
      if (values.newCode && !turn.said.at(-1)?.includes(values.newCode)) say(turn, 'your_code', values);
      if (action.action === 'cancel_order' && values.amount) say(turn, 'money_back', values);
      return NEXT;
    }
    case 'awaiting_approval':
      say(turn, 'needs_approval');
      return { kind: 'end', outcome: 'awaiting_approval' };
    case 'denied':
      return denied(work, action);
    case 'uncertain':
      say(turn, 'uncertain');
      return { kind: 'hand_over', reason: document.reason };
    case 'cannot':
      if (action.code === 'not_enough') {
        say(turn, 'not_enough');
        return { kind: 'end', outcome: 'cannot' };
      }
      say(turn, 'cannot');
      return { kind: 'hand_over', reason: document.reason };
    case 'awaiting_confirmation':
    case undefined:
      say(turn, 'cannot');
      return { kind: 'hand_over', reason: document.reason };
  }
}

function denied(work: Work, { customerText, offer }: Extract<ActionToolData, { state: 'denied' }>): Ran {
  const { turn, document } = work;
  // The rules want something offered first; the procedure's own steps say how it goes on.
  if (offer) {
    if (!work.frame.slots.offered) say(turn, 'offer', { offer: offer.text });
    work.frame.slots.offered = true;
    return NEXT;
  }
  if (!customerText) {
    say(turn, 'denied');
    return { kind: 'hand_over', reason: document.reason };
  }
  turn.said.push(customerText);
  say(turn, 'denied_more');
  return { kind: 'end', outcome: 'denied' };
}

function speak(work: Work, { words: given, tell: what, end }: Doing<'say'>): Ran {
  if (given) say(work.turn, given, valuesOf(work));
  const trouble = what ? tell(work, what) : null;
  if (trouble) return { kind: 'hand_over', reason: trouble };
  return end ? { kind: 'end', outcome: 'told' } : NEXT;
}

/** The arguments of a call; null: one of them is not known, and nothing is made up. */
export function argumentsOf(work: Work, sources: Record<string, Source>): Record<string, unknown> | null {
  const args: Record<string, unknown> = {};
  for (const [name, source] of Object.entries(sources)) {
    const value = valueOf(work, source);
    // What nobody named stays as it was.
    if (value === null && 'slot' in source && work.document.slots[source.slot]?.kind === 'method') continue;
    if (value === null) return null;
    args[name] = value;
  }
  return args;
}

function valueOf(work: Work, source: Source): unknown {
  const { frame, lines } = work;
  if ('value' in source) return source.value;
  if ('fact' in source) return factOf(work, source.fact);
  if ('words' in source)
    return typeof frame.slots.wish === 'string' ? frame.slots.wish.replace(/\s+/g, ' ').trim().slice(0, 200) : null;
  if ('slot' in source) {
    const value = slotOf(frame, source.slot);
    // An order is one; where several were named, each has a wish of its own.
    return work.document.slots[source.slot]?.kind === 'order' ? firstOf(value) : value;
  }
  const chosen = keptLines(slotOf(frame, source.lines), lines?.lines ?? []);
  if (chosen.length === 0) return null;
  if ('wanted' in source || 'swap' in source) {
    const swaps = keptSwaps(slotOf(frame, 'wanted' in source ? source.wanted : source.swap));
    const becomes = chosen.flatMap(({ lineId, quantity }) => {
      const variantId = swaps.find((swap) => swap.lineId === lineId)?.variantId;
      return variantId === undefined ? [] : [{ orderLineId: lineId, variantId, quantity }];
    });
    if (becomes.length < chosen.length) return null;
    return 'swap' in source ? becomes : becomes.map(({ variantId, quantity }) => ({ variantId, quantity }));
  }
  const reason = source.reason === undefined ? undefined : slotOf(frame, source.reason);
  return chosen.map(({ lineId, quantity }) => ({
    orderLineId: lineId,
    quantity,
    ...(typeof reason === 'string' && { reason }),
  }));
}

function firstOf(value: SlotValue): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : null;
}
