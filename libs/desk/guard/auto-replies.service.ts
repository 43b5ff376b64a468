import { Channels } from '@satchel/connectors';
import { Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AutoReplyQueries } from './auto-reply.queries';
import { AUTO_REPLY_REFUSALS, type AutoReplyFacts, type AutoReplyRefusal, mayAutoReply } from './may-auto-reply';

export interface Refused {
  code: AutoReplyRefusal | 'gone';
  reason: string;
}

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
    return (await this.refusal(ctx, messageId, kind))?.reason ?? null;
  }

  /** The same with a word for programs. */
  async refusal(ctx: Ctx, messageId: string, kind: AutoReplyFacts['kind']): Promise<Refused | null> {
    const message = await this.queries.inbound(ctx, messageId);
    if (!message) return { code: 'gone', reason: 'The message is gone.' };
    const { address, ticketId, connectionId, automated } = message;
    // Without a way out nothing leaves the house; and whoever holds an API key vouches for what came by it.
    if (address === null || connectionId === null) return null;
    // What needs no counting comes first: a flood of forged mails must cost little.
    if (automated !== null) return refused('automated');
    if (message.sender === 'forged') return refused('forged_sender');
    if (await this.isLive(ctx, connectionId)) return null;
    const counts = await this.queries.counts(ctx, { address, ticketId, now: this.clock.now() });
    const answer = mayAutoReply({ ...counts, kind, automated, sender: message.sender ?? 'proven' });
    return answer.ok ? null : refused(answer.reason);
  }

  /** People write as fast as programs where both see each other type; such a channel counts by itself. */
  private async isLive(ctx: Ctx, connectionId: string): Promise<boolean> {
    const channel = await this.channels.of(ctx, connectionId);
    return channel?.traits.addressKind === 'visitor';
  }
}

const refused = (code: AutoReplyRefusal): Refused => ({ code, reason: AUTO_REPLY_REFUSALS[code] });
