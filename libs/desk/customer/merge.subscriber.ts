import type { EventMap } from '@satchel/contracts';
import { type Ctx, type LoggedEvent, OnEvent } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { DeskEvents } from '../desk-events';
import { MergeQueries } from './merge.queries';

/** Tickets follow their customer into a merge and out of it. Events may come late, twice and in any order. */
@Injectable()
export class MergeSubscriber {
  constructor(
    private readonly queries: MergeQueries,
    private readonly events: DeskEvents,
  ) {}

  @OnEvent({ name: 'desk.customer-merged', types: ['customer.merged', 'customer.unmerged'] })
  async follow(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { mergeId } = event.payload as EventMap['customer.merged' | 'customer.unmerged'];
    await ctx.transaction((tx) => (event.type === 'customer.merged' ? this.join(tx, mergeId) : this.part(tx, mergeId)));
  }

  /** On to whoever the survivor was merged into meanwhile: that merge's own event may have been handled already. */
  private async join(tx: Ctx, mergeId: string): Promise<void> {
    let next: string | null = mergeId;
    while (next) {
      const merge = await this.queries.standing(tx, next);
      if (!merge) return;
      const moved = await this.queries.moveTickets(tx, merge);
      await this.tell(tx, moved, merge.mergedId, merge.survivorId);
      next = await this.queries.onwards(tx, merge.survivorId);
    }
  }

  /** And back to whoever they came from before, when that was undone first. */
  private async part(tx: Ctx, mergeId: string): Promise<void> {
    const merge = await this.queries.undone(tx, mergeId);
    if (!merge) return;
    const moved = await this.queries.moveBack(tx, merge);
    await this.tell(tx, moved, merge.survivorId, merge.mergedId);
    if (moved.length === 0) return;
    for (const earlier of await this.queries.leftBehind(tx, merge.mergedId)) await this.part(tx, earlier);
  }

  private async tell(tx: Ctx, ticketIds: string[], from: string, to: string): Promise<void> {
    for (const ticketId of ticketIds) await this.events.append(tx, 'ticket.customer_changed', { ticketId, from, to });
  }
}
