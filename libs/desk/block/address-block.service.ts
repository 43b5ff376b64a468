import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { DeskEvents } from '../desk-events';
import { AddressBlockQueries, type BlockReason } from './address-block.queries';

@Injectable()
export class AddressBlockService {
  constructor(
    private readonly queries: AddressBlockQueries,
    private readonly events: DeskEvents,
  ) {}

  /** From now on nothing is sent there; doing it twice changes nothing. */
  async block(
    ctx: Ctx,
    at: { connectionId: string; address: string },
    reason: BlockReason,
    detail: string | null,
  ): Promise<void> {
    await ctx.transaction(async (tx) => {
      if (await this.queries.block(tx, at, reason, detail))
        await this.events.append(tx, 'address.blocked', { ...at, reason });
    });
  }

  unblock(ctx: Ctx, at: { connectionId: string; address: string }): Promise<boolean> {
    return ctx.transaction(async (tx) => {
      const was = await this.queries.unblock(tx, at);
      if (was) await this.events.append(tx, 'address.unblocked', at);
      return was;
    });
  }

  /** The sentence for a message that must not go there, or null. */
  async why(ctx: Ctx, connectionId: string, address: string): Promise<string | null> {
    const block = await this.queries.of(ctx, connectionId, address);
    if (!block) return null;
    return block.reason === 'opted_out'
      ? 'Not sent: the customer asked not to be written to here.'
      : 'Not sent: mail to this address came back before.';
  }
}
