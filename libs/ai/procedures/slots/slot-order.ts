import { orderWords } from '../../engine/tell-order';
import { WORDINGS } from '../../engine/wording';
import { fold } from '../../text/normalise';
import type { FindOrdersData, OrderFacts } from '../../tools/order-facts';
import { choose } from '../choose';
import { holds } from '../condition';
import type { Slot } from '../document';
import { orderFact } from '../facts';
import { parcelsToTrack, withTracking } from '../parcels';
import { words } from '../speak';
import { failed, hasTool, look, slotOf, type Work } from '../turn';
import type { Resolved } from './resolved';
import { ask, GIVEN, handOver, PENDING_SLOT } from './resolved';

/** Numbers of one message that are looked up; more are more than one question. */
const MAX_NUMBERS = 3;
const MAX_LISTED = 6;
const NEWEST =
  /\b(?:newest|latest|most recent|last|neueste[nr]?|letzte[nr]?|aktuelle[nr]?|nieuwste|laatste|derniere|plus recente|ultimo|mas reciente)\b/;

/** Which of the customer's orders it is about. Never a guess: more than one that it can be are listed. */
export function resolveOrder(work: Work, name: string, slot: Slot): Resolved {
  const numbers = numbersFor(work, name);
  return numbers.length > 0 ? named(work, name, slot, numbers) : chosen(work, name, slot);
}

function numbersFor(work: Work, name: string): string[] {
  const kept = slotOf(work.frame, name);
  const known = Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  const fresh = work.fresh?.entities.orderNumbers ?? [];
  const waited = work.frame.waitsFor === name || work.fresh?.correction === true;
  return (fresh.length > 0 && (waited || known.length === 0) ? fresh : known).slice(0, MAX_NUMBERS);
}

function named(work: Work, name: string, slot: Slot, numbers: string[]): Resolved {
  const asked = (slot.live ? numbers : numbers.slice(0, 1)).map((number) => number.replace(/^#/, ''));
  const answers = asked.map((orderNumber) => look(work.turn, 'find_orders', { orderNumber }));
  if (answers.includes(undefined)) return PENDING_SLOT;
  if (answers.some(isFailed)) return handOver(reasonOf(answers));
  const orders = unique((answers as FindOrdersData[]).flatMap((answer) => answer.orders));
  if (orders.length === 0) {
    delete work.frame.slots[name];
    if ((answers as FindOrdersData[]).some(({ incomplete }) => incomplete)) return handOver('lookup_failed');
    if (mayProve(work)) return { kind: 'identity', needs: 2 };
    return ask(WORDINGS[work.turn.language].askAgain());
  }
  return take(work, name, slot, orders);
}

function chosen(work: Work, name: string, slot: Slot): Resolved {
  const { turn, frame, fresh } = work;
  const data = look(turn, 'find_orders', {});
  if (data === undefined) return PENDING_SLOT;
  if (isFailed(data)) return handOver(reasonOf([data]));
  const { orders, incomplete } = data as FindOrdersData;
  if (orders.length === 0) {
    if (incomplete) return handOver('lookup_failed');
    if (mayProve(work)) return { kind: 'identity', needs: 2 };
    return ask(slot.ask === 'ask_order' ? WORDINGS[turn.language].askNumber() : words(turn, slot.ask));
  }
  const waited = frame.waitsFor === name;
  const text = fresh?.text ?? (typeof frame.slots.wish === 'string' ? frame.slots.wish : '');
  const tracked = byTracking(orders, fresh?.entities.trackingNumbers ?? wishTracking(work));
  if (tracked.length > 0) return take(work, name, slot, tracked);

  const able = slot.can
    ? orders.filter((order) => holds(slot.can ?? { all: [] }, (fact) => orderFact(order, fact)))
    : orders;
  // None that it can apply to: the newest is what a question is about; a change needs to be told which, and why not.
  let candidates = able.length > 0 ? able : slot.live ? orders.slice(0, 1) : orders;
  if (waited && frame.offered) {
    const offered = frame.offered.flatMap((number) => orders.find(({ orderNumber }) => orderNumber === number) ?? []);
    if (offered.length > 0) candidates = offered;
  }
  if (candidates.length > 1) {
    const { hits } = choose(
      text,
      candidates.map((order) => ({
        order,
        names: [order.orderNumber, ...order.lines.flatMap(({ title, variant }) => [title, variant ?? ''])],
      })),
      { listed: waited },
    );
    if (hits.length === 1) candidates = hits.map(({ order }) => order);
    else if (hits.length === 0 && NEWEST.test(fold(text))) candidates = candidates.slice(0, 1);
  }
  if (slot.live) {
    const tracking = track(work, candidates);
    if (tracking) return tracking;
    const live = candidates.map((order) => withTracking(order, turn.view.seen));
    const open = live.filter((order) => holds(slot.can ?? { all: [] }, (fact) => orderFact(order, fact)));
    candidates = open.length > 0 ? open : live.slice(0, 1);
  }
  if (candidates.length > 1) {
    const shown = candidates.slice(0, MAX_LISTED);
    const which = WORDINGS[turn.language].askWhich(shown.map((order) => orderWords(order, turn.language)));
    return ask(
      which,
      shown.map(({ orderNumber }) => orderNumber),
    );
  }
  return take(work, name, slot, candidates);
}

function take(work: Work, name: string, slot: Slot, orders: OrderFacts[]): Resolved {
  if (slot.live) {
    const tracking = track(work, orders);
    if (tracking) return tracking;
  }
  work.orders = slot.live ? orders.map((order) => withTracking(order, work.turn.view.seen)) : orders;
  work.frame.slots[name] = orders.map(({ orderNumber }) => orderNumber);
  return GIVEN;
}

/** Null: the carriers have answered. */
function track(work: Work, orders: OrderFacts[]): Resolved | null {
  if (!hasTool(work.turn, 'track_shipment')) return null;
  const answers = parcelsToTrack(orders, work.turn.view.seen).map((trackingNumber) =>
    look(work.turn, 'track_shipment', { trackingNumber }),
  );
  return answers.includes(undefined) ? PENDING_SLOT : null;
}

const isFailed = (data: unknown): boolean => failed(data) || !Array.isArray((data as FindOrdersData).orders);

function reasonOf(answers: unknown[]): 'too_many_lookups' | 'lookup_failed' {
  return JSON.stringify(answers).includes('Too many order numbers') ? 'too_many_lookups' : 'lookup_failed';
}

/** Somebody who has not shown yet who they are can do so, and then their orders are seen. */
function mayProve({ turn, proved }: Work): boolean {
  return turn.view.assurance < 2 && proved < 2 && hasTool(turn, 'verify_identity');
}

function byTracking(orders: OrderFacts[], trackingNumbers: string[]): OrderFacts[] {
  const wanted = new Set(trackingNumbers.map(key));
  return orders.filter(({ shipments }) => shipments.some(({ trackingNumber }) => wanted.has(key(trackingNumber))));
}

function wishTracking({ frame }: Work): string[] {
  const kept = frame.slots.tracking;
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
}

const key = (trackingNumber: string | null): string => (trackingNumber ?? '').replace(/[\s-]/g, '').toUpperCase();

function unique(orders: OrderFacts[]): OrderFacts[] {
  return [...new Map(orders.map((order) => [order.orderNumber, order])).values()];
}
