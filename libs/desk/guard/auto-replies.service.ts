import { Channels } from '@satchel/connectors';
import { Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AutoReplyQueries } from './auto-reply.queries';
import { AUTO_REPLY_REFUSALS, type AutoReplyFacts, mayAutoReply } from './may-auto-reply';

/** Asked before any program writes to a customer: the AI, an acknowledgement, later rules and surveys. */
@Injectable()
export class AutoReplies {
  constructor(
    private readonly queries: AutoReplyQueries,
    private readonly channels: Channels,
    private readonly clock: Clock,
  ) {}

  /** Null: a program may answer this message. Else why not, in a sentence for people. */
  async whyNot(ctx: Ctx, messageId: string, kind: AutoReplyFacts['kind']): Promise<string | null> {
    const message = await this.queries.inbound(ctx, messageId);
    if (!message) return 'The message is gone.';
    const { address, ticketId, connectionId, automated } = message;
    // Without a way out nothing leaves the house; and whoever holds an API key vouches for what came by it.
    if (address === null || connectionId === null) return null;
    if (await this.isLive(ctx, connectionId)) return automated === null ? null : AUTO_REPLY_REFUSALS.automated;
    const counts = await this.queries.counts(ctx, { address, ticketId, now: this.clock.now() });
    const answer = mayAutoReply({ ...counts, kind, automated, sender: message.sender ?? 'proven' });
    return answer.ok ? null : AUTO_REPLY_REFUSALS[answer.reason];
  }

  /** People write as fast as programs where both see each other type; such a channel counts by itself. */
  private async isLive(ctx: Ctx, connectionId: string): Promise<boolean> {
    const channel = await this.channels.of(ctx, connectionId);
    return channel?.traits.addressKind === 'visitor';
  }
}
