import { Injectable } from '@nestjs/common';
import type { EventMap } from '@satchel/contracts';
import type { Ctx, JobInfo, LoggedEvent } from '@satchel/kernel';
import { JobHandler, Jobs, Log, OnEvent } from '@satchel/kernel';
import { type TurnJob, turnJob } from './turn.job';
import { TurnService } from './turn.service';

@Injectable()
export class TurnHandlers {
  constructor(
    private readonly jobs: Jobs,
    private readonly turns: TurnService,
    private readonly log: Log,
  ) {}

  @OnEvent({ name: 'ai.turn', types: ['message.received'] })
  async received(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { ticketId, messageId, automated } = event.payload as EventMap['message.received'];
    if (automated) return;
    const admitted = await this.turns.admit(ctx, ticketId, messageId);
    if (admitted === null) return;
    await this.jobs.enqueue(ctx, turnJob, { ticketId, messageId, admitted }, { key: `ai.turn:${ticketId}` });
  }

  @JobHandler(turnJob)
  async take(ctx: Ctx, { ticketId, asked, admitted }: TurnJob, info: JobInfo): Promise<void> {
    try {
      await this.turns.take(ctx, ticketId, { asked, admitted, signal: info.signal });
    } catch (error) {
      if (info.attempt < info.maxAttempts) throw error;
      // The customer must not wait for a turn that cannot be taken: a person gets the ticket.
      this.log.error({ err: error, ticketId }, 'the AI gave up on a turn');
      await this.turns.giveUp(ctx, ticketId, asked);
    }
  }
}
