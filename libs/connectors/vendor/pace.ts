import { ConnectorError } from '../port';

export interface PaceClock {
  /** Milliseconds that only grow; the house's own clock may stand still in tests. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

const REAL: PaceClock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms).unref()),
};

/** Somebody waits for the answer; whoever would stand in line longer than this is told to come again. */
const LONGEST_WAIT_MS = 5_000;

/**
 * A limit that a vendor documents, obeyed before a request leaves: `burst` at once, and `perSecond` in the long run. One
 * for each connection and process.
 */
export class Pace {
  private tokens: number;
  /** Until when `tokens` counts; in the future after "slow down". */
  private at: number;

  constructor(
    private readonly vendor: string,
    private readonly limit: { burst: number; perSecond: number },
    private readonly clock: PaceClock = REAL,
  ) {
    this.tokens = limit.burst;
    this.at = clock.now();
  }

  /** Resolves when one more request may leave, in the order of asking; `rate_limited` when that would take too long. */
  async turn(): Promise<void> {
    const now = this.clock.now();
    const { burst, perSecond } = this.limit;
    const passed = Math.max(0, now - this.at);
    this.tokens = Math.min(burst, this.tokens + (passed * perSecond) / 1000);
    this.at = Math.max(now, this.at);
    const wait = Math.ceil(this.at - now + (Math.max(0, 1 - this.tokens) * 1000) / perSecond);
    if (wait > LONGEST_WAIT_MS) {
      const message = `${this.vendor} allows no more requests at the moment`;
      throw new ConnectorError('rate_limited', message, { vendorCode: 'pace', retryAfterMs: wait });
    }
    this.tokens -= 1;
    if (wait > 0) await this.clock.sleep(wait);
  }

  /** The vendor said "too many": nobody asks for that long, and then one after the other. */
  hold(ms: number): void {
    this.tokens = Math.min(this.tokens, 0);
    this.at = Math.max(this.at, this.clock.now() + ms);
  }
}
