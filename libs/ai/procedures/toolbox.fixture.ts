import type { Money } from '@satchel/contracts';
import type { Decided, EngineStep, EngineView } from '../engine/engine-view';
import type { Memory } from '../conversation/memory';
import { NO_MEMORY } from '../conversation/memory';
import type { OrderFacts, ShipmentFacts } from '../tools/order-facts';
import type { ActionToolData, OrderLineFacts, PointsData, SearchArticlesData } from '../tools/tool-data';
import type { Entities, Intent, Understanding, Wish } from '../understand/understanding';
import { BUILT_IN } from './built-in';
import type { ActiveProcedure } from './frames';
import { interpret } from './interpreter';

export const euro = (amount: number): Money => ({ amount, currency: 'EUR' });

export const aParcel = (more: Partial<ShipmentFacts> = {}): ShipmentFacts => ({
  trackingNumber: '1Z999AA10123456784',
  carrier: 'UPS',
  trackingUrl: 'https://www.ups.com/track',
  status: 'in_transit',
  estimatedDelivery: '2026-11-22',
  estimateHasPassed: false,
  deliveredAt: null,
  lastScan: null,
  ...more,
});

export const anOrder = (orderNumber: string, more: Partial<OrderFacts> = {}): OrderFacts => ({
  orderNumber,
  placedAt: '2026-11-15T09:12:00Z',
  cancelledAt: null,
  payment: 'paid',
  fulfilment: 'unfulfilled',
  total: euro(12950),
  refunded: euro(0),
  lines: [],
  shipments: [],
  readAt: '2026-11-20T10:00:00Z',
  stale: false,
  ...more,
});

export const aLine = (
  lineId: string,
  title: string,
  variant: string | null,
  more: Partial<OrderLineFacts> = {},
): OrderLineFacts => ({
  lineId,
  title,
  variant,
  sku: null,
  quantity: 1,
  unitPrice: euro(4995),
  returnable: 1,
  variants: [],
  ...more,
});

const NONE: Entities = {
  orderNumbers: [],
  trackingNumbers: [],
  emails: [],
  postcodes: [],
  amounts: [],
  days: [],
  phones: [],
  oneTimeCodes: [],
  codes: [],
};

/** What a message would be understood as; the understanding itself is tested elsewhere. */
export interface Said extends Partial<Omit<Understanding, 'wishes' | 'entities'>> {
  wants?: (Intent | ({ intent: Intent } & Partial<Omit<Wish, 'entities'>> & { entities?: Partial<Entities> }))[];
  entities?: Partial<Entities>;
}

export function meaning(text: string, said: Said = {}): Understanding {
  const { wants = [], entities, ...rest } = said;
  const all = { ...NONE, ...entities };
  return {
    language: 'en',
    danger: null,
    sentences: [{ text, act: 'request', guesses: [] }],
    wishes: wants.map((each) => {
      const { entities: own, ...wish } = typeof each === 'string' ? { intent: each, entities: undefined } : each;
      return { score: 0.9, margin: 0.5, sure: true, conditional: false, text, ...wish, entities: { ...all, ...own } };
    }),
    answer: null,
    correction: false,
    heat: 0,
    nothingToAnswer: false,
    ...rest,
    entities: all,
  };
}

/** What a customer can buy and what the house can do for them, in memory, with the rules of the real one. */
export class FakeHouse {
  orders: OrderFacts[] = [];
  lines: Record<string, OrderLineFacts[]> = {};
  points: PointsData = { found: false, programme: null, points: null, tier: null, rewards: [], incomplete: false };
  passages: SearchArticlesData['passages'] = [];
  products: unknown = { found: 0, products: [], incomplete: false };
  refunds: unknown[] = [];
  discounts: Record<string, { works: boolean; reasons: string[] }> = {};
  assurance: 0 | 1 | 2 | 3 = 2;
  /** How sure each action must be. */
  needs: Record<string, 2 | 3> = {};
  /** What the policy answers instead of asking for a yes. */
  verdicts: Record<string, (args: Record<string, unknown>) => ActionToolData | null> = {};
  missing: string[] = [];
  broken: string[] = [];
  proofs: Record<string, string> = {};
  code = '482913';
  tries = 3;
  amounts: Record<string, Money> = {};

  /** Everything that really happened. */
  readonly happened: { action: string; args: Record<string, unknown> }[] = [];
  readonly called: { name: string; args: Record<string, unknown> }[] = [];
  waiting: { action: string; args: Record<string, unknown>; summary: string } | null = null;

  get tools(): string[] {
    return TOOL_NAMES.filter((name) => !this.missing.includes(name));
  }

  call(name: string, args: Record<string, unknown>): unknown {
    this.called.push({ name, args });
    if (!this.tools.includes(name)) return { error: 'There is no such tool.' };
    if (this.broken.includes(name)) return { error: 'This look-up is not available right now.' };
    const find = (number: unknown): OrderFacts | undefined =>
      this.orders.find(({ orderNumber }) => bare(orderNumber) === bare(String(number)));
    switch (name) {
      case 'find_orders': {
        const own = this.assurance === 0 ? [] : this.orders;
        const found = args.orderNumber === undefined ? own : own.filter((each) => each === find(args.orderNumber));
        return { found: found.length, orders: found, incomplete: false };
      }
      case 'order_lines': {
        const order = find(args.orderNumber);
        if (!order || this.assurance === 0) return { found: false, order: null, incomplete: false };
        const { orderNumber, placedAt, fulfilment, payment, total } = order;
        const lines = this.lines[orderNumber] ?? [];
        return { found: true, order: { orderNumber, placedAt, fulfilment, payment, total, lines }, incomplete: false };
      }
      case 'track_shipment': {
        const shipment = this.orders
          .flatMap(({ shipments }) => shipments)
          .find(({ trackingNumber }) => trackingNumber === args.trackingNumber);
        return { found: shipment !== undefined, shipment: shipment ?? null, incomplete: false };
      }
      case 'points':
        return this.points;
      case 'search_articles':
        return { found: this.passages.length, passages: this.passages };
      case 'find_products':
        return this.products;
      case 'refund_status':
        return {
          state: 'done',
          action: name,
          summary: 'Looked',
          result: { refunds: this.refunds },
          evidence: [],
          amount: null,
        };
      case 'explain_discount': {
        const found = this.discounts[String(args.code)];
        if (!found) return { state: 'cannot', action: name, code: 'not_found', reason: 'no such code' };
        return { state: 'done', action: name, summary: 'Looked', result: { ...found }, evidence: [], amount: null };
      }
      case 'verify_identity': {
        const right = this.proofs[bare(String(args.orderNumber))];
        const verified = right !== undefined && (right === args.email || right === args.postcode);
        if (verified) this.assurance = Math.max(this.assurance, 2) as 2 | 3;
        return { verified, assurance: this.assurance, sentTo: null, triesLeft: (this.tries -= 1) };
      }
      case 'send_code':
        return { verified: false, assurance: this.assurance, sentTo: 'a...a@e...e.com', triesLeft: this.tries };
      case 'check_code': {
        const verified = args.code === this.code;
        if (verified) this.assurance = 3;
        return { verified, assurance: this.assurance, sentTo: null, triesLeft: (this.tries -= 1) };
      }
      default:
        return this.propose(name, args);
    }
  }

  private propose(action: string, args: Record<string, unknown>): ActionToolData {
    const needs = this.needs[action] ?? 2;
    if (this.assurance < needs)
      return {
        state: 'denied',
        action,
        reason: 'who are you',
        rule: 'ai.assurance',
        customerText: null,
        needs,
        offer: null,
      };
    const verdict = this.verdicts[action]?.(args);
    if (verdict) return verdict;
    const summary = [
      action.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase()),
      this.titlesOf(args),
      typeof args.order === 'string' ? args.order : '',
    ]
      .filter(Boolean)
      .join(' ');
    this.waiting = { action, args, summary };
    return {
      state: 'awaiting_confirmation',
      action,
      summary,
      facts: this.factsOf(args),
      amount: this.amounts[action] ?? null,
    };
  }

  /** What the server would put before the customer. */
  private factsOf(args: Record<string, unknown>): { label: string; value: string }[] {
    const { address, nextChargeOn, rewardId } = args as {
      address?: { name?: string; lines: string[]; postcode: string; city: string; country: string };
      nextChargeOn?: string;
      rewardId?: string;
    };
    const variantIds = [...JSON.stringify(args).matchAll(/"variantId":"([^"]+)"/g)].map(([, id]) => id);
    const variants = Object.values(this.lines).flatMap((lines) => lines.flatMap((line) => line.variants));
    const reward = this.points.rewards.find((one) => one.rewardId === rewardId)?.title;
    return [
      ...(address
        ? [[address.name, ...address.lines, `${address.postcode} ${address.city}`, address.country].join(', ')]
        : []),
      ...(nextChargeOn ? [nextChargeOn] : []),
      ...(reward ? [reward] : []),
      ...variants.flatMap(({ variantId, title }) => (variantIds.includes(variantId) ? [title] : [])),
    ].map((value) => ({ label: 'New', value }));
  }

  private titlesOf({ order, lines }: Record<string, unknown>): string {
    const wanted = Array.isArray(lines) ? lines.map((line: { orderLineId?: string }) => line.orderLineId) : [];
    return (this.lines[String(order)] ?? [])
      .filter(({ lineId }) => wanted.includes(lineId))
      .map(({ title }) => title)
      .join(', ');
  }

  /** What the server makes of the customer's next message, before the engine sees it. */
  decide(understood: Understanding): Decided | null {
    const { waiting } = this;
    if (!waiting) return null;
    this.waiting = null;
    const { action, args } = waiting;
    const summary = [waiting.summary, ...this.factsOf(args).map(({ value }) => value)].join(', ');
    if (understood.answer === 'no') return { answer: 'no', action, summary, outcome: null };
    if (understood.answer !== 'yes') return { answer: 'void', action, summary, outcome: null };
    this.happened.push({ action, args });
    const order = this.orders.find(({ orderNumber }) => orderNumber === args.order);
    if (action === 'cancel_order' && order) order.cancelledAt = '2026-11-21T20:00:00Z';
    const result = action === 'create_discount' || action === 'redeem_reward' ? { code: 'SORRY-7F3K' } : {};
    return {
      answer: 'yes',
      action,
      summary,
      outcome: { state: 'done', action, summary, result, evidence: [], amount: this.amounts[action] ?? null },
    };
  }
}

const TOOL_NAMES = [
  'find_orders',
  'track_shipment',
  'hand_over',
  'order_lines',
  'find_products',
  'points',
  'search_articles',
  'verify_identity',
  'send_code',
  'check_code',
  'refund_status',
  'explain_discount',
  'cancel_order',
  'change_address',
  'change_items',
  'change_payment',
  'start_return',
  'exchange',
  'refund',
  'redeem_reward',
  'skip_subscription',
  'reschedule_subscription',
  'swap_subscription',
  'cancel_subscription',
  'resend_confirmation',
  'create_discount',
  'grant_points',
];

const bare = (number: string): string => number.replace(/^#/, '').toUpperCase();
/** As the loop allows a model. */
const MAX_STEPS = 6;
const MAX_CALLS = 8;

export interface Reply {
  text: string;
  handedOver: string | null;
  calls: { name: string; args: Record<string, unknown> }[];
  memory: Memory;
  /** What its words can rest on. */
  seen: { tool: string; data: unknown }[];
  decided: Decided | null;
}

/** A whole conversation: the engine against the house, turn by turn. */
export class Conversation {
  memory: Memory = NO_MEMORY;
  constructor(
    readonly house: FakeHouse,
    private readonly options: { procedures?: readonly ActiveProcedure[]; view?: Partial<EngineView> } = {},
  ) {}

  says(text: string, said: Said = {}): Reply {
    const understood = meaning(text, said);
    const decided = this.house.decide(understood);
    const seen: { tool: string; args: Record<string, unknown>; data: unknown }[] = [];
    const calls: Reply['calls'] = [];
    const assurance = this.house.assurance;
    for (let count = 0; count < MAX_STEPS; count += 1) {
      const step: EngineStep = interpret(
        {
          message: text,
          history: [],
          prior: null,
          memory: this.memory,
          decided,
          assurance,
          tools: this.house.tools,
          brief: true,
          now: new Date('2026-11-21T20:00:00Z'),
          ...this.options.view,
          seen,
        },
        understood,
        this.options.procedures ?? BUILT_IN.map((document) => ({ document, version: 0 })),
      );
      const over = step.calls.find(({ name }) => name === 'hand_over');
      if (over || step.calls.length === 0) {
        this.memory = step.memory;
        return {
          text: step.text,
          handedOver: over ? String(over.args.reason) : null,
          calls,
          memory: step.memory,
          seen,
          decided,
        };
      }
      for (const call of step.calls) {
        if (seen.some(({ tool, args }) => tool === call.name && JSON.stringify(args) === JSON.stringify(call.args)))
          throw new Error(`the same call twice: ${call.name}`);
        calls.push(call);
        if (calls.length > MAX_CALLS) throw new Error('too many tool calls');
        seen.push({ tool: call.name, args: call.args, data: this.house.call(call.name, call.args) });
      }
    }
    throw new Error('too many steps');
  }
}
