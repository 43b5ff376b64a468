import { writeInstant } from '../text/calendar';
import type { Detector, Language } from '../text/language';
import type { FindOrdersData, OrderFacts, ShipmentFacts, TrackShipmentData } from '../tools/order-facts';
import type { HandoffReason } from '../tools/handoff-reasons';
import type { Analysis } from './analyse';
import { analyse } from './analyse';
import { orderWords, tellOrder } from './tell-order';
import { WORDINGS } from './wording';

/** What the engine sees of a conversation; a chat model of its own makes it from messages. */
export interface EngineView {
  message: string;
  prior: Language | null;
  /** How often our own messages in this conversation asked for the order number. */
  timesAsked: number;
  /** Our newest message was that question. */
  justAsked: boolean;
  detect?: Detector;
  /** Results of this turn's tool calls, in order. */
  seen: { tool: string; args: Record<string, unknown>; data: unknown }[];
}

export interface EngineStep {
  text: string;
  calls: { name: string; args: Record<string, unknown> }[];
  intent: string;
}

/** Orders that a question without a number can mean; more parcels than this are not looked up one by one. */
const MAX_PARCELS = 3;
const MAX_NUMBERS = 3;
/** After this many questions for the number without an answer that helps, a person takes over. */
const MAX_ASKS = 2;

/** One step of the procedure "where is my order": pure, so each step can be taken again with the same outcome. */
export function nextStep(view: EngineView): EngineStep {
  const analysis = analyse(view.message, { prior: view.prior, detect: view.detect, askedForNumber: view.justAsked });
  const language = analysis.language ?? view.prior ?? 'en';
  const { decision, entities } = analysis;
  const intent =
    decision.kind === 'answer' ? 'where_is_my_order' : decision.kind === 'no_reply' ? 'thanks' : decision.reason;
  const step = (partial: Partial<EngineStep>): EngineStep => ({ text: '', calls: [], intent, ...partial });
  const handOver = (reason: HandoffReason, text = ''): EngineStep =>
    step({ text, calls: [{ name: 'hand_over', args: { reason, summary: summarise(view.message) } }] });

  if (decision.kind === 'no_reply') return handOver('no_reply_needed');
  const reason = decision.kind === 'hand_over' ? decision.reason : null;
  if (reason && !DRAFT_WITH_FACTS.has(reason)) return handOver(reason, acknowledgement(reason, language));

  const found = view.seen.filter(({ tool }) => tool === 'find_orders');
  if (found.length === 0) {
    const numbers = entities.orderNumbers.slice(0, MAX_NUMBERS);
    const searches = numbers.length > 0 ? numbers.map((orderNumber) => ({ orderNumber })) : [{}];
    return step({ calls: searches.map((args) => ({ name: 'find_orders', args })) });
  }

  const answers = found.map(({ data }) => data as FindOrdersData);
  const failed = answers.some((answer) => !Array.isArray(answer.orders));
  if (failed) return handOver(reason ?? lookupReason(answers), acknowledgement(reason, language));
  const orders = answers.flatMap((answer) => answer.orders);
  if (orders.length === 0) {
    if (reason) return handOver(reason, acknowledgement(reason, language));
    if (answers.some((answer) => answer.incomplete)) return handOver('lookup_failed', acknowledgement(null, language));
    if (view.timesAsked >= MAX_ASKS) return handOver('order_not_found', acknowledgement(null, language));
    const words = WORDINGS[language];
    return step({
      text: paragraph(entities.orderNumbers.length > 0 ? words.askAgain() : words.askNumber(), language),
      intent: 'ask_order_number',
    });
  }

  const meant = entities.orderNumbers.length > 0 ? orders : (byTracking(orders, analysis) ?? openOrders(orders));
  const untracked = numbersToTrack(meant, view);
  if (untracked.length > 0)
    return step({ calls: untracked.map((trackingNumber) => ({ name: 'track_shipment', args: { trackingNumber } })) });

  const live = meant.map((order) => withTracking(order, view));
  const open = entities.orderNumbers.length > 0 ? live : openOrders(live);
  if (open.length > 1 && entities.orderNumbers.length === 0) {
    if (reason) return handOver(reason, acknowledgement(reason, language));
    if (view.timesAsked >= MAX_ASKS) return handOver('order_not_found', acknowledgement(null, language));
    const which = WORDINGS[language].askWhich(open.map((order) => orderWords(order, language)));
    return step({ text: paragraph(which, language), intent: 'ask_order_number' });
  }

  const told = open.map((order) => tellOrder(order, language));
  const facts = told.map(({ text }) => text);
  const trouble = told.find((each) => each.handOver)?.handOver ?? null;
  const closing = reason || trouble ? null : WORDINGS[language].closing();
  const stale = staleLine(open, language);
  const lead = reason ? WORDINGS[language].acknowledge() : null;
  const text = [lead, ...facts, stale, closing]
    .filter((part): part is string => Boolean(part))
    .map((part) => paragraph(part, language))
    .join('\n\n');
  return reason || trouble ? handOver(reason ?? trouble ?? 'other', text) : step({ text });
}

/** Handoffs in which the person is helped by the order's state, ready to send. */
const DRAFT_WITH_FACTS: ReadonlySet<HandoffReason> = new Set<HandoffReason>([
  'refund',
  'return',
  'cancel',
  'change_order',
  'missing_parcel',
  'damaged_or_wrong',
  'complaint',
  'condition',
  'several_requests',
]);
/** Handoffs in which any ready text would be the wrong one. */
const NO_DRAFT: ReadonlySet<HandoffReason> = new Set<HandoffReason>([
  'safety',
  'legal',
  'injection',
  'unknown_language',
  'smalltalk',
]);

function acknowledgement(reason: HandoffReason | null, language: Language): string {
  return reason && NO_DRAFT.has(reason) ? '' : paragraph(WORDINGS[language].acknowledge(), language);
}

function lookupReason(answers: unknown[]): HandoffReason {
  return JSON.stringify(answers).includes('Too many order numbers') ? 'too_many_lookups' : 'lookup_failed';
}

/** After a greeting with a comma German goes on in lower case; the others start a new sentence. */
function paragraph(text: string, language: Language): string {
  return language === 'de'
    ? text
    : text.replace(/^(["'¿¡«\s]*)(\p{Ll})/u, (_all, before: string, letter: string) => before + letter.toUpperCase());
}

function summarise(message: string): string {
  const flat = message.replace(/\s+/g, ' ').trim();
  return flat.length <= 300 ? flat : `${flat.slice(0, 299)}…`;
}

function byTracking(orders: OrderFacts[], { entities }: Analysis): OrderFacts[] | null {
  const wanted = new Set(entities.trackingNumbers);
  const hits = orders.filter((order) => order.shipments.some((shipment) => wanted.has(key(shipment.trackingNumber))));
  return hits.length > 0 ? hits : null;
}

/** Orders still on their way to the customer; when none is, the newest one is meant. */
function openOrders(orders: OrderFacts[]): OrderFacts[] {
  const open = orders.filter(isOpen);
  return open.length > 0 ? open : orders.slice(0, 1);
}

function isOpen(order: OrderFacts): boolean {
  if (order.cancelledAt || order.fulfilment === 'cancelled') return false;
  if (order.payment === 'refunded' || order.payment === 'voided') return false;
  if (order.fulfilment !== 'fulfilled') return true;
  return (
    order.shipments.length === 0 ||
    order.shipments.some((shipment) => shipment.status !== 'delivered' && shipment.status !== 'returned')
  );
}

function numbersToTrack(orders: OrderFacts[], view: EngineView): string[] {
  const asked = new Set(
    view.seen.filter(({ tool }) => tool === 'track_shipment').map(({ args }) => key(String(args.trackingNumber))),
  );
  const numbers = orders
    .flatMap((order) => (order.cancelledAt ? [] : order.shipments))
    .flatMap(({ trackingNumber }) => (trackingNumber ? [key(trackingNumber)] : []));
  const all = [...new Set(numbers)].slice(0, MAX_PARCELS);
  return asked.size > 0 ? [] : all;
}

/** The carrier knows better than the shop where a parcel is; what it does not know stays as the shop told it. */
function withTracking(
  order: OrderFacts,
  view: EngineView,
): OrderFacts & { shipments: (ShipmentFacts & { asOf: string | null })[] } {
  const reports = new Map<string, TrackShipmentData>();
  for (const { tool, args, data } of view.seen)
    if (tool === 'track_shipment') reports.set(key(String(args.trackingNumber)), data as TrackShipmentData);
  return {
    ...order,
    shipments: order.shipments.map((shipment) => {
      const report = reports.get(key(shipment.trackingNumber));
      if (!report) return { ...shipment, asOf: null };
      // An error holds no `found`: then the shop's word is all there is, as of its reading.
      if (report.found === undefined) return { ...shipment, asOf: order.readAt };
      return report.shipment
        ? {
            ...shipment,
            ...report.shipment,
            trackingUrl: report.shipment.trackingUrl ?? shipment.trackingUrl,
            asOf: null,
          }
        : { ...shipment, asOf: null };
    }),
  };
}

/** Says when the facts were read, once, if any of them is not from now. */
function staleLine(orders: (OrderFacts & { shipments: ShipmentFacts[] })[], language: Language): string | null {
  const old = orders.flatMap((order) => [
    ...(order.stale ? [order.readAt] : []),
    ...order.shipments.flatMap((shipment) =>
      'asOf' in shipment && typeof shipment.asOf === 'string' ? [shipment.asOf] : [],
    ),
  ]);
  const oldest = old.sort()[0];
  const written = oldest ? writeInstant(oldest, language) : null;
  return written && WORDINGS[language].stale(written);
}

function key(trackingNumber: string | null): string {
  return (trackingNumber ?? '').replace(/[\s-]/g, '').toUpperCase();
}
