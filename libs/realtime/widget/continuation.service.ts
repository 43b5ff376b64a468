import { Channels } from '@satchel/connectors';
import { ReplyService } from '@satchel/desk';
import { WorkspaceService } from '@satchel/identity';
import { Clock, type Ctx, Jobs, JobHandler, Log, type LoggedEvent, OnEvent } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { continueByMailJob } from './continuation.job';
import { ContinuationQueries, type Unseen } from './continuation.queries';
import type { Whose } from './widget-message.queries';

/** How long a visitor has for coming back to the page. */
const UNSEEN_MS = 5 * 60_000;
/** A socket says every minute that its visitor is still here. */
const HERE_MS = 2 * 60_000;
/** A mail is no archive: the oldest of a long silence are read in the chat. */
const MOST = 50;

/** What was said to a visitor who is gone reaches them by mail, once, on the same ticket. */
@Injectable()
export class Continuation {
  constructor(
    private readonly queries: ContinuationQueries,
    private readonly replies: ReplyService,
    private readonly channels: Channels,
    private readonly workspaces: WorkspaceService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @OnEvent({ name: 'widget-continuation', types: ['message.appended'] })
  async said(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { messageId, direction, kind } = event.payload as { messageId: string; direction: string; kind: string };
    if (direction !== 'outbound' || kind !== 'reply') return;
    const whose = await this.queries.listenerOf(ctx, messageId);
    if (whose) await this.lookLater(ctx, whose);
  }

  @JobHandler(continueByMailJob)
  async look(ctx: Ctx, whose: { connectionId: string; visitorId: string }): Promise<void> {
    await ctx.transaction(async (tx) => {
      const away = await this.queries.lock(tx, whose);
      const unseen = away?.email ? await this.queries.unseen(tx, whose, MOST) : [];
      const last = unseen.at(-1);
      if (!away?.email || !last) return;
      const now = this.clock.now().getTime();
      const isHere = now - away.lastSeenAt.getTime() < HERE_MS;
      if (isHere || now - last.createdAt.getTime() < UNSEEN_MS) return this.lookLater(tx, whose);
      if (await this.mail(tx, last.ticketId, away.email, unseen))
        await this.queries.markMailed(tx, whose, last.createdAt);
    });
  }

  private lookLater(ctx: Ctx, { connectionId, visitorId }: Whose): Promise<void> {
    return this.jobs.enqueue(
      ctx,
      continueByMailJob,
      { connectionId, visitorId },
      {
        key: `widget.continue:${connectionId}:${visitorId}`,
        runAt: new Date(this.clock.now().getTime() + UNSEEN_MS),
      },
    );
  }

  /** Our side's words alone: nobody has proven that the address is the visitor's. False: there is no way. */
  private async mail(tx: Ctx, ticketId: string, address: string, unseen: readonly Unseen[]): Promise<boolean> {
    const way = (await this.channels.list(tx)).find(({ traits }) => traits.addressKind === 'email');
    if (!way) return false;
    const { name } = await this.workspaces.get(tx);
    const result = await this.replies.reply(tx, {
      ticketId,
      text: digest(unseen),
      author: { kind: 'system', id: null, name },
      automated: true,
      to: { connectionId: way.connectionId, address },
      continues: true,
    });
    if (!result.ok) this.log.warn({ ticketId, code: result.code }, 'a chat could not go on by mail');
    return result.ok;
  }
}

function digest(unseen: readonly Unseen[]): string {
  return unseen
    .map(({ text, files }) => [
      text,
      ...(files > 0 ? [`[${files} ${files === 1 ? 'file' : 'files'} in the chat]`] : []),
    ])
    .map((lines) => lines.filter((line) => line.trim() !== '').join('\n'))
    .join('\n\n');
}
