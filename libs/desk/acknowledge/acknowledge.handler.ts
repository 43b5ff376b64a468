import type { EventMap } from '@satchel/contracts';
import { WorkspaceService } from '@satchel/identity';
import { type Ctx, type LoggedEvent, OnEvent } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AutoReplies } from '../guard/auto-replies.service';
import { ThreadQueries } from '../intake/thread.queries';
import { MessageQueries } from '../message/message.queries';
import { ReplyService } from '../reply/reply.service';
import { DeskSettings } from '../settings/desk-settings.service';

/** Tells the sender of a new ticket that it arrived: the merchant's words alone, and nothing of the sender's. */
@Injectable()
export class AcknowledgeHandler {
  constructor(
    private readonly settings: DeskSettings,
    private readonly workspaces: WorkspaceService,
    private readonly messages: MessageQueries,
    private readonly threads: ThreadQueries,
    private readonly guard: AutoReplies,
    private readonly replies: ReplyService,
  ) {}

  @OnEvent({ name: 'desk.acknowledge', types: ['ticket.created'] })
  async run(system: Ctx, event: LoggedEvent): Promise<void> {
    const { acknowledge } = await this.settings.get(system);
    if (!acknowledge.enabled) return;
    const { ticketId } = event.payload as EventMap['ticket.created'];
    const first = (await this.messages.thread(system, ticketId, { limit: 1 })).data[0];
    if (first?.direction !== 'inbound' || !first.destination) return;
    // Most of what must not be answered ends here, without a lock.
    if (await this.guard.whyNot(system, first.id, 'notice')) return;
    const { name } = await this.workspaces.get(system);
    const { address } = first.destination;
    await system.transaction(async (tx) => {
      // Two tickets of one sender at the same moment see each other's answer.
      await this.threads.lockSender(tx, address);
      if (await this.guard.whyNot(tx, first.id, 'notice')) return;
      await this.replies.reply(tx, {
        ticketId,
        text: acknowledge.text,
        subject: acknowledge.subject,
        author: { kind: 'system', id: null, name },
        automated: true,
        notice: true,
        clientId: `ack:${ticketId}`,
      });
    });
  }
}
