import { backoff } from './backoff';
import type { Lock } from './lock';
import type { Outbox, Unsent } from './outbox';
import { Refusal } from './rest';

const RETRY = { firstMs: 1000, mostMs: 30_000 };

export interface CourierDeps {
  outbox: Outbox;
  lock: Lock;
  lockName: string;
  /** Hands one message to the desk; throws a `Refusal`, or anything else when the line does not hold. */
  deliver: (entry: Unsent) => Promise<void>;
  /** The desk no longer knows the session: get another. */
  renew: () => Promise<void>;
  changed: () => void;
  retry?: { firstMs: number; mostMs: number };
}

/** Empties the outbox, in order, from one tab at a time, until the desk has said yes or no to each. */
export class Courier {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private again = false;
  private failures = 0;
  private stopped = false;

  constructor(private readonly deps: CourierDeps) {}

  /** Something is to be sent, or may go through now. */
  kick(): void {
    this.stopped = false;
    clearTimeout(this.timer);
    if (this.running) this.again = true;
    else void this.run();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    this.running = true;
    do {
      this.again = false;
      await this.deps.lock(this.deps.lockName, () => this.empty()).catch(() => this.later(null));
    } while (this.again && !this.stopped);
    this.running = false;
  }

  private async empty(): Promise<void> {
    for (let entry = this.deps.outbox.next(); entry && !this.stopped; entry = this.deps.outbox.next()) {
      try {
        await this.deps.deliver(entry);
        this.settle(entry.clientId, { state: 'sent', problem: undefined });
        this.failures = 0;
      } catch (error) {
        if (!(await this.survives(entry, error))) return;
      }
    }
  }

  /** Whether to go on with the next try at once. */
  private async survives(entry: Unsent, error: unknown): Promise<boolean> {
    if (error instanceof Refusal && error.isSessionGone && this.failures === 0) {
      this.failures = 1;
      return this.deps.renew().then(
        () => true,
        () => (this.later(null), false),
      );
    }
    if (error instanceof Refusal && !error.isPassing && !error.isSessionGone) {
      this.settle(entry.clientId, { state: 'failed', problem: error.message });
      return true;
    }
    this.later(error instanceof Refusal ? error.retryAfterMs : null);
    return false;
  }

  private later(waitMs: number | null): void {
    if (this.stopped) return;
    const wait = waitMs ?? backoff(this.failures, this.deps.retry ?? RETRY);
    this.failures += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.kick(), wait);
  }

  /** Its twin may have come, or the visitor may have taken it back, while the desk was answering. */
  private settle(clientId: string, change: Partial<Unsent>): void {
    const entry = this.deps.outbox.get(clientId);
    if (entry) this.deps.outbox.put({ ...entry, ...change });
    this.deps.changed();
  }
}
