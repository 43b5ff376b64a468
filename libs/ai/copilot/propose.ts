import type { OrderBody } from '@satchel/contracts';
import { readAddress } from '../procedures/address';
import { choose, meansAll } from '../procedures/choose';
import { type Condition, holds } from '../procedures/condition';
import type { ProcedureDocument, Slot, Source, Step } from '../procedures/document';
import { orderFact } from '../procedures/facts';
import { cleanLine, fold } from '../text/normalise';
import { orderFacts } from '../tools/order-facts';
import type { Wish } from '../understand/understanding';
import { namedOrders } from './facets';

const MAX_WORDS = 300;
const REASON_CHARS = 200;

/** What a wish comes to, as its procedure would propose it. */
export interface Proposed {
  action: string;
  arguments: Record<string, unknown>;
  order: OrderBody | null;
  /** What the message does not tell, in words; null: nothing. */
  missing: string | null;
}

interface About {
  wish: Wish;
  /** The whole of what the customer wrote last: what one sentence leaves out, another may tell. */
  request: string;
  /** Numbers that the customer named, if not in this wish. */
  numbers: readonly string[];
  orders: readonly OrderBody[];
  now: Date;
}

/** Follows a procedure to the first action that it would propose for this order. Null: it proposes none. Pure. */
export function propose(document: ProcedureDocument, about: About): Proposed | null {
  const order = orderOf(document, about);
  const step = firstProposal(document.steps, factOf(order, about.now));
  if (!step) return null;
  const found: Record<string, unknown> = {};
  const missing: string[] = [];
  for (const [name, source] of Object.entries(step.with)) {
    const value = valueOf(source, { document, order, ...about });
    if (value !== undefined) found[name] = value;
    // Where money goes is the way it came, unless somebody says otherwise.
    else if (!('slot' in source) || document.slots[source.slot]?.kind !== 'method') missing.push(wordOf(name));
  }
  return {
    action: step.action,
    arguments: found,
    order,
    missing: missing.length > 0 ? `Not told yet: ${missing.join(', ')}.` : null,
  };
}

const factOf =
  (order: OrderBody | null, now: Date) =>
  (fact: string): string | number | boolean | null => {
    if (fact === 'customer.assurance') return 3;
    return order ? orderFact(orderFacts(order, now), fact) : null;
  };

/** The order that is named; else the only one to which it can apply. */
function orderOf({ slots }: ProcedureDocument, { wish, numbers, orders, now }: About): OrderBody | null {
  const slot = Object.values(slots).find(({ kind }) => kind === 'order');
  if (!slot) return null;
  const named = wish.entities.orderNumbers.length > 0 ? wish.entities.orderNumbers : numbers;
  if (named.length > 0) return namedOrders(orders, named)[0] ?? null;
  const can = slot.can;
  const able = can ? orders.filter((order) => holds(can, factOf(order, now))) : orders;
  return able.length === 1 ? (able[0] ?? null) : orders.length === 1 ? (orders[0] ?? null) : null;
}

type Proposal = Extract<Step, { do: 'propose' }>;

/** Depth first, through the branches that hold; where a branch ends the conversation, so does this. */
function firstProposal(
  steps: readonly Step[],
  read: (fact: string) => string | number | boolean | null,
): Proposal | null | undefined {
  for (const step of steps) {
    if (step.do === 'propose') return step;
    if (step.do === 'hand_over' || (step.do === 'say' && step.end)) return null;
    if (step.do !== 'check') continue;
    const branch = step.branches.find(({ when }: { when: Condition }) => holds(when, read));
    const found = firstProposal(branch?.steps ?? step.otherwise ?? [], read);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Around extends About {
  document: ProcedureDocument;
  order: OrderBody | null;
}

function valueOf(source: Source, around: Around): unknown {
  const { document, order, wish, request } = around;
  if ('value' in source) return source.value;
  if ('words' in source) return cleanLine(wish.text, MAX_WORDS);
  if ('fact' in source) return undefined;
  if ('lines' in source && !('wanted' in source)) {
    if ('swap' in source) return undefined;
    const lines = linesOf(order, wish.text) ?? linesOf(order, request);
    if (!lines) return undefined;
    if (!source.reason) return lines;
    const slot = document.slots[source.reason];
    const reason = slot && choiceOf(slot, request);
    return reason ? lines.map((line) => ({ ...line, reason })) : undefined;
  }
  if (!('slot' in source)) return undefined;
  const slot = document.slots[source.slot];
  switch (slot?.kind) {
    case 'order':
      return order?.id;
    case 'address':
      return readAddress(request) ?? undefined;
    case 'day':
      return wish.entities.days[0];
    case 'code':
      return wish.entities.codes[0];
    case 'choice':
      return choiceOf(slot, request);
    case 'text':
      return cleanLine(wish.text, REASON_CHARS);
    default:
      return undefined;
  }
}

/** Lines as actions take them: those that are named, all where all is said, or the only one. */
function linesOf(order: OrderBody | null, text: string): { orderLineId: string; quantity: number }[] | undefined {
  const lines = (order?.lines ?? []).flatMap((line) => {
    const most = line.returnable ?? line.quantity;
    return line.id !== null && most > 0 ? [{ ...line, id: line.id, most }] : [];
  });
  const named = lines.map((line) => ({ line, names: [line.title, line.variant ?? '', line.sku ?? ''] }));
  const { hits } = choose(text, named, { listed: false });
  const chosen = hits.length > 0 ? hits.map(({ line }) => line) : lines.length === 1 || meansAll(text) ? lines : [];
  return chosen.length > 0 ? chosen.map(({ id, most }) => ({ orderLineId: id, quantity: most })) : undefined;
}

function choiceOf({ options = [], otherwise }: Slot, text: string): string | undefined {
  const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const said = options.find(({ words }) => words.some((word) => folded.includes(` ${fold(word)} `)));
  return said?.value ?? otherwise;
}

const WORDS: Record<string, string> = {
  order: 'which order',
  lines: 'which items, or why',
  wanted: 'which other variant',
  address: 'the new address',
  reward: 'which reward',
  subscription: 'which subscription',
};
const wordOf = (name: string): string => WORDS[name] ?? name.replace(/([A-Z])/g, ' $1').toLowerCase();
