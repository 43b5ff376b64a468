import type { AiReplayBody, AiReplayRequest } from '@satchel/contracts';
import { Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { procedureFor } from '../procedures/frames';
import { Procedures } from '../procedures/procedure.service';
import { compared, type Read } from './compare';
import { ReplayedQueries } from './replay.queries';

const DAY_MS = 24 * 3600_000;
/** Reading hundreds of letters must not keep others in this process waiting. */
const AT_ONCE = 10;

/** What the AI would have made of tickets that people resolved. Nothing is asked outside, and nothing is written. */
@Injectable()
export class AiReplay {
  constructor(
    private readonly queries: ReplayedQueries,
    private readonly procedures: Procedures,
    private readonly clock: Clock,
  ) {}

  async run(ctx: Ctx, { days = 30, limit = 500 }: AiReplayRequest): Promise<AiReplayBody> {
    const now = this.clock.now();
    const [tickets, procedures] = await Promise.all([
      this.queries.resolved(ctx, new Date(now.getTime() - days * DAY_MS), limit),
      this.procedures.active(ctx),
    ]);
    const { understand } = await import('../understand');
    const { detect } = await import('tinyld');
    const read: Read[] = [];
    for (const [index, ticket] of tickets.entries()) {
      if (index % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
      const text = [ticket.subject, ticket.text].filter((one) => one.trim()).join('\n\n');
      const meaning = understand(text, { prior: null, detect, now, expected: null });
      const [wish] = meaning.wishes;
      const danger = meaning.danger !== null;
      read.push({
        ticket,
        intent: wish?.intent ?? 'other',
        procedure: wish && !danger && meaning.language ? (procedureFor(wish, procedures)?.document ?? null) : null,
      });
    }
    return compared(read);
  }
}
