import type { Log } from '@satchel/kernel';
import { ConnectorError, type InboundSink } from '../port';

/** What one listener needs from the house. */
export interface ListenerHouse {
  listen(sink: InboundSink, stop: AbortSignal): Promise<void>;
  sink: InboundSink;
  /** `error` null: it is connected. */
  report(error: unknown): Promise<unknown>;
  log: Pick<Log, 'warn'>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** A look may end many times a second while mail pours in. */
const TELL_EVERY_MS = 5_000;
/** A refused password will be refused again, and asking often locks accounts; a change of the settings starts anew. */
const REFUSED_PAUSE_MS = 5 * 60_000;

/** Keeps one connection's listener alive: starts it again, later each time, until it is told to stop. */
export class ListenerRun {
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;
  private pause = FIRST_PAUSE_MS;

  constructor(
    readonly version: string,
    private readonly house: ListenerHouse,
  ) {
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.house.listen(this.watched(), signal);
        if (!signal.aborted) throw new Error('the listener ended by itself');
      } catch (error) {
        if (signal.aborted) return;
        const pauseMs = error instanceof ConnectorError && error.code === 'auth' ? REFUSED_PAUSE_MS : this.pause;
        this.house.log.warn({ err: error, pauseMs }, 'a listener failed; it will be started again');
        await this.house.report(error).catch(() => undefined);
        await wait(pauseMs, signal);
        this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /** A good look means that all is well: the next failure is a first one. Told at most every few seconds. */
  private watched(): InboundSink {
    const { sink } = this.house;
    let toldAt = -Infinity;
    return {
      ...(sink.announce && { announce: (found) => sink.announce?.(found) ?? Promise.resolve() }),
      push: (inbound) => sink.push(inbound),
      loadCursor: () => sink.loadCursor(),
      saveCursor: (cursor) => sink.saveCursor(cursor),
      alive: async () => {
        this.pause = FIRST_PAUSE_MS;
        if (performance.now() - toldAt < TELL_EVERY_MS) return;
        toldAt = performance.now();
        await sink.alive();
      },
    };
  }
}

function wait(ms: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stop.addEventListener('abort', done, { once: true });
  });
}
