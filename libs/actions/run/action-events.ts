import type { EventMap } from '@satchel/contracts';
import { type Ctx, EventLog } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { RunRow } from './run-row';

type ActionEvent = Extract<keyof EventMap, `action.${string}`>;
type Facts = 'runId' | 'action' | 'summary' | 'ticketId' | 'customerId' | 'orderId';

/** What the log says of runs. Look-ups change nothing and are not in it. */
@Injectable()
export class ActionEvents {
  constructor(private readonly log: EventLog) {}

  async append<K extends ActionEvent>(ctx: Ctx, run: RunRow, type: K, more: Omit<EventMap[K], Facts>): Promise<void> {
    if (run.risk === 'read') return;
    const { ticketId, customerId, orderId } = run;
    const summary = run.state === 'done' || run.state === 'undone' ? run.summary.done : run.summary.ahead;
    const payload = { runId: run.id, action: run.name, summary, ticketId, customerId, orderId, ...more } as EventMap[K];
    await this.log.append<EventMap, K>(ctx, type, payload, { ticketId: ticketId ?? undefined });
  }
}
