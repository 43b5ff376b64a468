import { queuedCharge } from '../subscriptions';
import type { World } from '../world';
import { scanAsPlanned } from './parcel';
import { settleRefund } from './refund';
import { charge } from './subscription';

interface Happening {
  at: Date;
  happen: () => void;
}

/** No more than this happens in one move of the clock: a guard against a rhythm of nothing. */
const MOST = 200_000;

/** What is due by `until`, the next of each. */
function due(world: World, until: Date): Happening[] {
  const list: Happening[] = [];
  for (const parcel of world.parcels.values()) {
    const next = parcel.ahead[0];
    if (next && next.at <= until) list.push({ at: next.at, happen: () => scanAsPlanned(world, parcel) });
  }
  for (const refund of world.refunds.rows) {
    const { settlesAt } = refund;
    if (refund.status === 'pending' && settlesAt && settlesAt <= until)
      list.push({ at: settlesAt, happen: () => void settleRefund(world, refund, settlesAt) });
  }
  for (const subscription of world.subscriptions.rows) {
    const at = subscription.status === 'active' ? queuedCharge(subscription)?.scheduledAt : undefined;
    if (at && at <= until) list.push({ at, happen: () => void charge(world, subscription, at) });
  }
  return list.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Lets everything happen that was due up to the world's now, each at its own time and in that order. */
export function catchUp(world: World): number {
  const until = world.now();
  let count = 0;
  for (let list = due(world, until); list.length > 0 && count < MOST; list = due(world, until)) {
    // A charge may come due twice; what follows from this round waits for the next one, but never overtakes it.
    const first = list[0]?.at.getTime() ?? 0;
    const round = list.filter(({ at }) => at.getTime() < first + ROUND);
    for (const { happen } of round) happen();
    count += round.length;
  }
  return count;
}

/** Within an hour nothing follows from itself. */
const ROUND = 3_600_000;
