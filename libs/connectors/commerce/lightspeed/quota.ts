import { ConnectorError } from '../../port';

export interface QuotaClock {
  /** Milliseconds that only grow; the house's own clock may stand still in tests. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

const REAL: QuotaClock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms).unref()),
};

/** Somebody waits for the answer; whoever would stand in line longer than this is told to come again. */
const LONGEST_WAIT_MS = 5_000;
/** When the shop says "too many" and tells of no window that is used up. */
const DEFAULT_WAIT_MS = 60_000;

interface Window {
  limit: number;
  remaining: number;
  endsAt: number;
}

/**
 * Lightspeed counts requests in three fixed windows (five minutes, an hour, a day) and tells all three with each answer:
 * `X-RateLimit-Remaining: 299/2999/11999`. How large they are hangs on the key, so nothing is assumed before the first one.
 */
export class Quota {
  private windows: Window[] = [];
  private heldUntil = 0;

  constructor(private readonly clock: QuotaClock = REAL) {}

  /**
   * Resolves when one more request may leave; `rate_limited` when that would take too long. `reserve` is the share of each
   * window that this caller leaves to others: a walk must not use up what people need.
   */
  async turn(reserve = 0): Promise<void> {
    const wait = this.waitFor(reserve);
    if (wait > LONGEST_WAIT_MS) {
      throw new ConnectorError('rate_limited', 'Lightspeed allows no more requests at the moment', {
        vendorCode: 'quota',
        retryAfterMs: wait,
      });
    }
    if (wait > 0) await this.clock.sleep(wait);
    // Counted here too: several may be on their way before the first answer tells.
    for (const window of this.windows) window.remaining -= 1;
  }

  /** What an answer told. */
  learn(headers: Headers): void {
    const limits = numbersIn(headers.get('x-ratelimit-limit'));
    const left = numbersIn(headers.get('x-ratelimit-remaining'));
    const resets = numbersIn(headers.get('x-ratelimit-reset'));
    if (left.length === 0 || left.length !== resets.length) return;
    const now = this.clock.now();
    this.windows = left.map((remaining, at) => ({
      remaining,
      limit: limits[at] ?? remaining,
      endsAt: now + (resets[at] ?? 0) * 1000,
    }));
  }

  /** The shop said "too many": nobody asks for as long as it takes, which is returned. */
  refused(headers: Headers, now: Date): number {
    this.learn(headers);
    const told = this.windows.filter((window) => window.remaining <= 0).map((one) => one.endsAt - this.clock.now());
    const wait = told.length > 0 ? Math.max(...told) : (retryAfter(headers, now) ?? DEFAULT_WAIT_MS);
    this.heldUntil = this.clock.now() + Math.max(wait, 1_000);
    return Math.max(wait, 1_000);
  }

  private waitFor(reserve: number): number {
    const now = this.clock.now();
    this.windows = this.windows.map((one) => (one.endsAt > now ? one : { ...one, remaining: one.limit }));
    const full = this.windows.filter((one) => one.endsAt > now && one.remaining <= one.limit * reserve);
    return Math.max(0, this.heldUntil - now, ...full.map((one) => one.endsAt - now));
  }
}

/** "299/2999/11999"; nothing when a part is no number. */
function numbersIn(header: string | null): number[] {
  const parts = (header ?? '').split('/').map((part) => (part.trim() === '' ? NaN : Number(part)));
  return parts.every((part) => Number.isFinite(part) && part >= 0) ? parts : [];
}

/** Seconds or an HTTP date; both were seen. */
function retryAfter(headers: Headers, now: Date): number | null {
  const header = headers.get('retry-after');
  if (!header) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : at - now.getTime();
}
