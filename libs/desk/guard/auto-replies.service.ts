import { Channels } from '@satchel/connectors';
import { Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AutoReplyQueries, type InboundFacts } from './auto-reply.queries';
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
    const distrusted = await this.distrust(ctx, message);
    if (distrusted || !message) return distrusted;
    const { address, ticketId, connectionId, automated } = message;
    // Without a way out nothing leaves the house; and whoever holds an API key vouches for what came by it.
    if (address === null || connectionId === null || (await this.isLive(ctx, connectionId))) return null;
    const typed = (await this.channels.of(ctx, connectionId))?.traits.subject === false;
    const counts = await this.queries.counts(ctx, { address, ticketId, now: this.clock.now() });
    const answer = mayAutoReply({ ...counts, kind, automated, sender: message.sender ?? 'proven', typed });
    return answer.ok ? null : refused(answer.reason);
  }

  /** Why the sender alone is reason enough, whatever was said before: a flood of spoofed mails ends here and costs little. */
  async refusalOfSender(ctx: Ctx, messageId: string): Promise<Refused | null> {
    return this.distrust(ctx, await this.queries.inbound(ctx, messageId));
  }

  private async distrust(ctx: Ctx, message: InboundFacts | null): Promise<Refused | null> {
    if (!message) return { code: 'gone', reason: 'The message is gone.' };
    const { address, connectionId, automated, sender } = message;
    if (address === null || connectionId === null) return null;
    if (automated !== null) return refused('automated');
    if (sender === 'forged') return refused('forged_sender');
    const isStranger = sender === 'unproven' && (await this.queries.isStranger(ctx, address, this.clock.now()));
    return isStranger && !(await this.isLive(ctx, connectionId)) ? refused('stranger') : null;
  }

  /** People write as fast as programs where both see each other type; such a channel counts by itself. */
  private async isLive(ctx: Ctx, connectionId: string): Promise<boolean> {
    const channel = await this.channels.of(ctx, connectionId);
    return channel?.traits.addressKind === 'visitor';
  }
}

const refused = (code: AutoReplyRefusal): Refused => ({ code, reason: AUTO_REPLY_REFUSALS[code] });
