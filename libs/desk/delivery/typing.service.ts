import { setTimeout as pause } from 'node:timers/promises';
import { ConnectionService } from '@satchel/connectors';
import { Clock, type Ctx, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { DestinationService } from '../destination/destination.service';
import { DeliveryQueries } from './delivery.queries';

/** Vendors show it for 20 to 25 seconds, or until the message comes. */
const TELL_EVERY_MS = 20_000;
/** How long an answer that is ready waits for a vendor who has not yet taken that it is being written. */
const LAST_WORD_MS = 1_000;

/** Tells a customer's program, through its vendor, that an answer is being written. Best effort: it never throws. */
@Injectable()
export class TypingService {
  /** The oldest first. */
  private readonly toldAt = new Map<string, number>();

  constructor(
    private readonly destinations: DestinationService,
    private readonly queries: DeliveryQueries,
    private readonly connections: ConnectionService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** On the ticket's own way, where its channel can and may write just now; at most once in twenty seconds per ticket. */
  async tell(ctx: Ctx, ticketId: string): Promise<void> {
    if (!this.isDue(`${ctx.workspaceId}:${ticketId}`)) return;
    try {
      await this.signal(ctx, ticketId);
    } catch (error) {
      this.log.debug({ err: error, ticketId }, 'that somebody types could not be told');
    }
  }

  /** As long as this work goes on. What it answers is not overtaken by the word that it is still being written. */
  async during<T>(ctx: Ctx, ticketId: string, work: () => Promise<T>): Promise<T> {
    let told = this.tell(ctx, ticketId);
    const timer = setInterval(() => {
      told = this.tell(ctx, ticketId);
    }, TELL_EVERY_MS).unref();
    try {
      return await work();
    } finally {
      clearInterval(timer);
      await Promise.race([told, pause(LAST_WORD_MS, undefined, { ref: false })]);
    }
  }

  private async signal(ctx: Ctx, ticketId: string): Promise<void> {
    const way = (await this.destinations.options(ctx, ticketId))?.find(({ current }) => current);
    if (!way?.traits.typing || way.blocked || way.window?.open === false) return;
    const { connectionId, address } = way;
    const adapter = await this.connections.adapter(ctx, connectionId, 'channel');
    if (!adapter.signal) return;
    const externalId = await this.queries.lastHeard(ctx, { ticketId, connectionId, address });
    await adapter.signal({ address, name: null }, { type: 'typing', externalId });
  }

  private isDue(key: string): boolean {
    const now = this.clock.now().getTime();
    for (const [known, at] of this.toldAt) {
      if (now - at < TELL_EVERY_MS) break;
      this.toldAt.delete(known);
    }
    if (this.toldAt.has(key)) return false;
    this.toldAt.set(key, now);
    return true;
  }
}
