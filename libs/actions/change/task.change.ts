import { ConnectorError, type Write } from '@satchel/connectors';
import type { MessageBody } from '@satchel/contracts';
import { MessageQueries, ReplyService, TicketQueries, TicketService } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { AnyChange } from './changes';

export interface TaskArgs {
  ticketId: string;
  title: string;
  details: string;
  assigneeId: string | null;
}

/** A task for a person: a note on the ticket, which is opened again and given to whoever shall do it. */
@Injectable()
export class TaskChanges {
  constructor(
    private readonly replies: ReplyService,
    private readonly messages: MessageQueries,
    private readonly tickets: TicketService,
    private readonly ticketQueries: TicketQueries,
  ) {}

  for(ctx: Ctx): AnyChange {
    return {
      perform: (args: TaskArgs, write) => this.put(ctx, args, write),
      find: async (_args: TaskArgs, key) => (await this.noteOf(ctx, key)) ?? 'not_done',
    };
  }

  private async put(ctx: Ctx, { ticketId, title, details, assigneeId }: TaskArgs, write: Write): Promise<object> {
    await write.beforeCommit();
    const { kind, id, name } = ctx.actor;
    return ctx.transaction(async (tx) => {
      const noted = await this.replies.note(tx, {
        ticketId,
        text: details ? `To do: ${title}\n\n${details}` : `To do: ${title}`,
        author: { kind: kind === 'customer' ? 'system' : kind, id, name },
        clientId: clientIdOf(write.key),
      });
      if (!noted.ok) throw new ConnectorError('rejected', noted.message);
      const ticket = await this.ticketQueries.byId(tx, ticketId);
      const asleep = ticket?.status === 'resolved' || ticket?.status === 'closed' || ticket?.status === 'pending';
      if (assigneeId || asleep) {
        const changes = { ...(assigneeId && { assigneeId }), ...(asleep && { status: 'open' as const }) };
        const changed = await this.tickets.update(tx, ticketId, changes);
        if (!changed.ok) throw new ConnectorError('rejected', REFUSED[changed.code]);
      }
      return told(noted.message);
    });
  }

  private async noteOf(ctx: Ctx, key: string): Promise<object | null> {
    const note = await this.messages.byClientId(ctx, clientIdOf(key));
    return note && told(note);
  }
}

const REFUSED = {
  not_found: 'This ticket does not exist in your workspace.',
  stale: 'Somebody changed this ticket just now.',
  unknown_assignee: 'Nobody with this id works in your workspace.',
};

const clientIdOf = (key: string): string => `task:${key}`;
const told = ({ id, ticketId }: MessageBody): object => ({ messageId: id, ticketId });
