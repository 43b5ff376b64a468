import { Injectable } from '@nestjs/common';
import type { CustomerMergeBody, EventMap } from '@satchel/contracts';
import { Clock, type Ctx, EventLog, Ids, type Refused } from '@satchel/kernel';
import {
  addressesOf,
  hand,
  handBack,
  insertMerge,
  lockCustomers,
  markUndone,
  mergeById,
  mergesOf,
  toBody,
} from './merge.queries';

const REFUSALS = {
  not_found: 'There is no such customer in this workspace.',
  no_such_merge: 'There is no such merge in this workspace.',
  same_customer: 'These are one customer already: name another one in otherId.',
  already_merged:
    'One of the two was merged into another customer already. Merge with that one, or undo that merge first.',
  already_undone: 'This merge was undone already.',
  survivor_merged: 'The customer who took over was merged further since. Undo that later merge first.',
  people_only: 'Whether two customers are one person is decided by people, not by programs of the house.',
} as const;
type Code = keyof typeof REFUSALS;
export type MergeRefusal = Refused<Code>;
type MergeResult = { ok: true; merge: CustomerMergeBody } | MergeRefusal;

const refused = (code: Code): MergeRefusal => ({ ok: false, code, message: REFUSALS[code] });

/**
 * One person who wrote from several addresses, made one customer, because somebody said so. Nothing does it by itself: a
 * shared address would hand one person's mail to another.
 */
@Injectable()
export class MergeService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly events: EventLog,
  ) {}

  /** The other customer's addresses go to the survivor; other rooms follow by the event. */
  async merge(ctx: Ctx, survivorId: string, otherId: string): Promise<MergeResult> {
    if (!['person', 'api'].includes(ctx.actor.kind)) return refused('people_only');
    if (survivorId === otherId) return refused('same_customer');
    return ctx.transaction(async (tx) => {
      const locked = await lockCustomers(tx, [survivorId, otherId]);
      const survivor = locked.find(({ id }) => id === survivorId);
      const merged = locked.find(({ id }) => id === otherId);
      if (!survivor || !merged) return refused('not_found');
      if (survivor.mergedInto ?? merged.mergedInto) return refused('already_merged');
      const [id, at] = [this.ids.next(), this.clock.now()];
      const snapshot = {
        survivor: { name: survivor.name, locale: survivor.locale },
        merged: { name: merged.name, locale: merged.locale, addresses: await addressesOf(tx, otherId) },
      };
      await insertMerge(tx, { id, survivorId, mergedId: otherId, snapshot, at });
      await hand(tx, otherId, survivorId, merged, at);
      const happened = { customerId: survivorId, mergedId: otherId, mergeId: id };
      await this.events.append<EventMap, 'customer.merged'>(tx, 'customer.merged', happened);
      return this.answer(tx, id);
    });
  }

  /** Both customers as they were, with what each was given since. */
  async undo(ctx: Ctx, mergeId: string): Promise<MergeResult> {
    if (!['person', 'api'].includes(ctx.actor.kind)) return refused('people_only');
    return ctx.transaction(async (tx) => {
      const row = await mergeById(tx, mergeId);
      if (!row) return refused('no_such_merge');
      const locked = await lockCustomers(tx, [row.survivorId, row.mergedId]);
      if (locked.find(({ id }) => id === row.survivorId)?.mergedInto) return refused('survivor_merged');
      const at = this.clock.now();
      if (!(await markUndone(tx, mergeId, at))) return refused('already_undone');
      await handBack(tx, row, at);
      const happened = { customerId: row.survivorId, restoredId: row.mergedId, mergeId };
      await this.events.append<EventMap, 'customer.unmerged'>(tx, 'customer.unmerged', happened);
      return this.answer(tx, mergeId);
    });
  }

  /** The merges that a customer took part in, newest first. */
  ofCustomer(ctx: Ctx, customerId: string): Promise<CustomerMergeBody[]> {
    return mergesOf(ctx, customerId);
  }

  private async answer(tx: Ctx, id: string): Promise<MergeResult> {
    const row = await mergeById(tx, id);
    return row ? { ok: true, merge: toBody(row) } : refused('no_such_merge');
  }
}
