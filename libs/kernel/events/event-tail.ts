import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.service';
import { Log } from '../log/log';
import { selectHead } from './event.queries';
import { EventReader } from './event-reader';
import { EventSignal } from './event-signal';
import type { LoggedEvent } from './logged-event';

type TailHandler = (events: LoggedEvent[]) => Promise<void> | void;

/** Every event of every workspace after this process started, in order, in batches, to whoever stands by in memory. */
@Injectable()
export class EventTail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly handlers = new Set<TailHandler>();
  private reader: EventReader | undefined;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventSignal) private readonly signal: EventSignal,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** A handler that throws is logged and does not get the batch again: its clients resume by cursor. */
  subscribe(handler: TailHandler): () => void {
    this.handlers.add(handler);
    return () => this.handlers.delete(handler);
  }

  async onApplicationBootstrap(): Promise<void> {
    const ctx = this.database.system('event-tail');
    this.reader = new EventReader(
      ctx,
      await selectHead(ctx),
      (events) => this.deliver(events),
      (error) => this.log.warn({ err: error }, 'cannot read the event log; trying again'),
    );
    this.signal.subscribe(() => this.reader?.nudge());
    this.reader.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.reader?.stop();
  }

  private async deliver(events: LoggedEvent[]): Promise<void> {
    for (const handler of this.handlers) {
      try {
        await handler(events);
      } catch (error) {
        this.log.error({ err: error }, 'a follower of the event log failed on a batch');
      }
    }
  }
}
