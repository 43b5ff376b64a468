import { Injectable } from '@nestjs/common';
import type { EventMap } from '@satchel/contracts';
import { MessageQueries } from '@satchel/desk';
import type { Ctx, LoggedEvent } from '@satchel/kernel';
import { OnEvent } from '@satchel/kernel';
import { containment } from './likeness';
import { Verdicts } from './verdicts.service';

/** This much of a draft stands in what was sent, and not much beside it: it was right. */
const AS_IT_WAS = 0.9;

/** Listens to how people and customers take what the AI wrote. */
@Injectable()
export class VerdictHandlers {
  constructor(
    private readonly verdicts: Verdicts,
    private readonly messages: MessageQueries,
  ) {}

  /** What a person sends is held against what was proposed. */
  @OnEvent({ name: 'ai.verdict.sent', types: ['message.appended'] })
  async sent(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { ticketId, messageId, direction, kind } = event.payload as EventMap['message.appended'];
    if (direction !== 'outbound' || kind !== 'reply') return;
    const open = await this.verdicts.openDraft(ctx, ticketId);
    if (!open?.said) return;
    const [message] = await this.messages.byIds(ctx, [messageId]);
    if (!message || message.author.kind === 'ai' || message.author.kind === 'system') return;
    const asItWas = containment(open.said, message.text) >= AS_IT_WAS && containment(message.text, open.said) >= 0.5;
    await this.verdicts.judge(ctx, open.turnId, asItWas ? 'right' : 'wrong', asItWas ? 'sent_as_is' : 'edited');
  }

  @OnEvent({ name: 'ai.verdict.discarded', types: ['draft.discarded'] })
  async discarded(ctx: Ctx, event: LoggedEvent): Promise<void> {
    if (event.actor.kind !== 'person' && event.actor.kind !== 'api') return;
    const { ticketId } = event.payload as EventMap['draft.discarded'];
    const open = await this.verdicts.openDraft(ctx, ticketId);
    if (open) await this.verdicts.judge(ctx, open.turnId, 'wrong', 'discarded');
  }

  /** Whoever asks for a person, or complains, after a reply of ours was not helped by it. */
  @OnEvent({ name: 'ai.verdict.customer', types: ['ai.handed_over'] })
  async handedOver(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { ticketId, turnId, reason } = event.payload as EventMap['ai.handed_over'];
    if (reason !== 'human_requested' && reason !== 'complaint') return;
    const open = await this.verdicts.openReply(ctx, ticketId, turnId);
    if (open) await this.verdicts.judge(ctx, open.turnId, 'wrong', 'customer');
  }

  @OnEvent({ name: 'ai.verdict.plan', types: ['ai.turn_finished'] })
  async finished(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { outcome } = event.payload as EventMap['ai.turn_finished'];
    if (outcome === 'sent') await this.verdicts.planQuietLook(ctx);
  }
}
