import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Ctx } from '../ctx/ctx';
import { Database } from '../database/database.service';
import { LockSessions } from '../database/lock-session';
import { DEFAULT_MAX_ATTEMPTS } from '../jobs/define-job';
import { HandlerRegistry } from '../jobs/handler-registry';
import { JobRole } from '../jobs/job-role';
import { Log } from '../log/log';
import { type Cursor, parseCursor } from './cursor';
import { advance, placeOf, type QueuedJob } from './dispatch.queries';
import { EventReader } from './event-reader';
import { EventSignal } from './event-signal';
import type { LoggedEvent } from './logged-event';

/** One dispatcher in the cluster; the others try this often to take its place. */
const STAND_BY_MS = 1_000;
/** "dispatch" as bytes. */
const LOCK_KEY = '7235441219437093736';

/**
 * Turns each event into one job per durable subscriber. The jobs and the reader's place are written in one statement:
 * an event is enqueued exactly once for each subscriber, whatever dies when.
 */
@Injectable()
export class EventDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopped = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventSignal) private readonly signal: EventSignal,
    @Inject(HandlerRegistry) private readonly registry: HandlerRegistry,
    @Inject(LockSessions) private readonly locks: LockSessions,
    @Inject(JobRole) private readonly role: JobRole,
    @Inject(Log) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.role.runsJobs) this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  /** Stands by until the lock is ours, then dispatches until the session or our place is lost, and again. */
  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.term();
      } catch (error) {
        this.log.warn({ err: error }, 'events are not dispatched from here; trying again');
      }
      if (!this.stopped) await this.pause(STAND_BY_MS);
    }
  }

  private async term(): Promise<void> {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const session = await this.locks.open('satchel dispatcher', () => end());
    try {
      if (await session.tryLock(LOCK_KEY)) await this.dispatchUntil(ended, end);
    } finally {
      await session.close();
    }
  }

  private async dispatchUntil(ended: Promise<void>, end: () => void): Promise<void> {
    const ctx = this.database.system('event-dispatcher');
    const reader = new EventReader(
      ctx,
      await placeOf(ctx),
      (events, after) => this.dispatch(ctx, events, after, end),
      (error) => this.log.warn({ err: error }, 'events could not be dispatched; trying again'),
    );
    const unsubscribe = this.signal.subscribe(() => reader.nudge());
    this.wake = end;
    if (this.stopped) end();
    reader.start();
    await ended;
    unsubscribe();
    await reader.stop();
  }

  private async dispatch(ctx: Ctx, events: LoggedEvent[], after: Cursor, giveUp: () => void): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const jobs = events.flatMap((event) => this.jobsOf(event));
    if (await advance(ctx, after, parseCursor(last.cursor), jobs)) return;
    giveUp();
    throw new Error('another dispatcher moved the place in the event log');
  }

  private jobsOf(event: LoggedEvent): QueuedJob[] {
    const payload = { workspaceId: event.workspaceId, requestId: event.requestId, data: event };
    return this.registry.subscribers
      .filter(({ types }) => types.has(event.type))
      .map(({ task }) => ({ task, maxAttempts: DEFAULT_MAX_ATTEMPTS, payload }));
  }

  private async pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
