import type { Ctx } from '../ctx/ctx';
import type { Cursor } from './cursor';
import { parseCursor } from './cursor';
import { selectEvents, someHeldBack } from './event.queries';
import type { LoggedEvent } from './logged-event';

/** Without any wake-up: the longest that an event waits. */
export const POLL_MS = 1_000;
/** A younger commit waits for an older transaction: look again this soon. */
const HELD_BACK_MS = 15;
/** Reads begin at least this far apart: a busy log is read in batches, not once per commit. The first event never waits. */
const READ_EVERY_MS = 20;
export const PAGE = 500;

/**
 * Follows the log from a cursor: `handle` gets every event in order, in batches, one batch at a time. A batch that
 * fails comes again. Wakes on `nudge()`, polls while rows are held back, and every second anyway.
 */
export class EventReader {
  private stopped = false;
  private nudged = false;
  private waking: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private readAt = 0;

  constructor(
    private readonly ctx: Ctx,
    private cursor: Cursor,
    private readonly handle: (events: LoggedEvent[], after: Cursor) => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  nudge(): void {
    this.nudged = true;
    this.waking?.();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.nudge();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.gap();
      this.nudged = false;
      this.readAt = performance.now();
      try {
        const events = await selectEvents(this.ctx, this.cursor, PAGE);
        const last = events.at(-1);
        if (last) {
          await this.handle(events, this.cursor);
          this.cursor = parseCursor(last.cursor);
          if (events.length === PAGE) this.readAt = 0;
          continue;
        }
        const held = await someHeldBack(this.ctx, this.cursor);
        await this.rest(held ? HELD_BACK_MS : POLL_MS, held);
      } catch (error) {
        if (this.stopped) return;
        this.onError(error);
        await this.rest(POLL_MS, true);
      }
    }
  }

  private async gap(): Promise<void> {
    const left = this.readAt + READ_EVERY_MS - performance.now();
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, left));
  }

  /** Held back: a nudge changes nothing before the time is up, so the log is not asked once per commit. */
  private async rest(ms: number, deaf: boolean): Promise<void> {
    if (this.stopped || (this.nudged && !deaf)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.waking = () => {
        if (deaf && !this.stopped) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.waking = undefined;
  }
}
