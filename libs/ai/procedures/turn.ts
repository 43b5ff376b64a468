import type { Frame, SlotValue } from '../conversation/memory';
import type { EngineView } from '../engine/engine-view';
import type { Language } from '../text/language';
import type { HandoffReason } from '../tools/handoff-reasons';
import type { OrderFacts } from '../tools/order-facts';
import type { ActionToolData, OrderLinesData } from '../tools/tool-data';
import type { Entities, Understanding } from '../understand/understanding';
import type { FactValue } from './condition';
import type { ProcedureDocument } from './document';
import { orderFact } from './facts';

/** One turn as it is worked: what is known, what was called for and what will be said. */
export interface Turn {
  view: EngineView;
  meaning: Understanding;
  language: Language;
  calls: { name: string; args: Record<string, unknown> }[];
  said: string[];
}

/** One wish at work. */
export interface Work {
  turn: Turn;
  document: ProcedureDocument;
  frame: Frame;
  /** What this message answers or corrects; null: it was about something else. */
  fresh: { text: string; entities: Entities; correction: boolean } | null;
  orders: OrderFacts[];
  lines: OrderLinesData['order'];
  action: ActionToolData | null;
  /** What was shown in this very turn; the server knows it too, and decides. */
  proved: number;
  results: Map<string, unknown>;
}

/** How a step, a slot or a wish ended: go on, wait for a tool or for the customer, or give it to a person. */
export type Ran =
  | { kind: 'next' }
  | { kind: 'end'; outcome: string }
  | { kind: 'pending' }
  | { kind: 'asked' }
  | { kind: 'hand_over'; reason: HandoffReason; words?: string };

export const NEXT: Ran = { kind: 'next' };
export const PENDING: Ran = { kind: 'pending' };
export const ASKED: Ran = { kind: 'asked' };

/** What a tool answered in this turn; undefined: it is called for now, and the turn goes on when it answered. */
export function look(turn: Turn, name: string, args: Record<string, unknown>): unknown {
  const same = sameCall(name, args);
  const seen = turn.view.seen.find(({ tool, args: given }) => sameCall(tool, given) === same);
  if (seen) return seen.data ?? {};
  if (!turn.calls.some((call) => sameCall(call.name, call.args) === same)) turn.calls.push({ name, args });
  return undefined;
}

function sameCall(name: string, args: Record<string, unknown>): string {
  return JSON.stringify([name, Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

export function hasTool(turn: Turn, name: string): boolean {
  return turn.view.tools.includes(name);
}

/** A look-up that went wrong answers with fixed words instead of its data. */
export function failed(data: unknown): boolean {
  return typeof data !== 'object' || data === null || 'error' in data;
}

export function slotOf(frame: Frame, name: string): SlotValue {
  return frame.slots[name] ?? null;
}

/** The value behind a fact's name, from what tools returned in this turn. */
export function factOf(work: Work, fact: string): FactValue {
  const { turn, orders, action, results } = work;
  if (fact.startsWith('slot.')) {
    const value = slotOf(work.frame, fact.slice('slot.'.length));
    return typeof value === 'object' ? (value === null ? null : true) : value;
  }
  if (fact.startsWith('order.')) return orders[0] ? orderFact(orders[0], fact) : null;
  const found = (tool: string): FactValue => numberIn(results.get(tool), 'found');
  switch (fact) {
    case 'articles.found':
      return found('search_articles');
    case 'products.found':
      return found('find_products');
    case 'points.known':
      return flagIn(results.get('points'), 'found');
    case 'rewards.affordable':
      return countAffordable(results.get('points'));
    case 'refunds.found':
      return listIn(results.get('refund_status'), 'refunds');
    case 'discount.works':
      return flagIn((results.get('explain_discount') as { result?: unknown } | undefined)?.result, 'works');
    case 'action.state':
      return action?.state ?? null;
    case 'action.offer':
      return action ? action.state === 'denied' && action.offer !== null : null;
    case 'customer.assurance':
      return turn.view.assurance;
    case 'message.heat':
      return turn.meaning.heat;
    default:
      return null;
  }
}

function numberIn(data: unknown, key: string): number | null {
  const value = (data as Record<string, unknown> | null | undefined)?.[key];
  return typeof value === 'number' ? value : null;
}

function flagIn(data: unknown, key: string): boolean | null {
  const value = (data as Record<string, unknown> | null | undefined)?.[key];
  return typeof value === 'boolean' ? value : null;
}

function listIn(data: unknown, key: string): number | null {
  const value = (data as { result?: Record<string, unknown> } | null | undefined)?.result?.[key];
  return Array.isArray(value) ? value.length : null;
}

function countAffordable(data: unknown): number | null {
  const rewards = (data as { rewards?: unknown } | null | undefined)?.rewards;
  return Array.isArray(rewards)
    ? rewards.filter((one: { affordable?: unknown }) => one.affordable === true).length
    : null;
}
