import { AppError, Clock } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

interface Limit {
  most: number;
  perMs: number;
}

const MINUTE = 60_000;

/** So many at once, then as they trickle back over the time. Far above what a person does, far below what hurts. */
export const LIMITS = {
  /** A household, an office or a phone network shares one address. */
  sessionsOfIp: { most: 12, perMs: 10 * MINUTE },
  sessionsOfWorkspace: { most: 600, perMs: MINUTE },
  /** Pages that come back with a session they have. */
  opensOfIp: { most: 300, perMs: 10 * MINUTE },
  /** Reads without a socket, and marks of what was seen. */
  readsOfSession: { most: 120, perMs: MINUTE },
  messagesOfSession: { most: 30, perMs: MINUTE },
  messagesOfIp: { most: 120, perMs: MINUTE },
  messagesOfWorkspace: { most: 1_200, perMs: MINUTE },
  filesOfSession: { most: 20, perMs: 10 * MINUTE },
  filesOfIp: { most: 60, perMs: 10 * MINUTE },
} satisfies Record<string, Limit>;

/** Beyond this many remembered senders the oldest are forgotten, so that a flood of names cannot fill the memory. */
const REMEMBERED = 50_000;

/** Says no, and when to come again (`retryAfterS`). */
export class TooMany extends AppError {
  constructor(readonly retryAfterS: number) {
    super('rate_limited', 429, `That was too much in too short a time. Try again in ${retryAfterS} s.`);
  }
}

/** Token buckets of this process. Several nodes allow as many times more, which is still a limit. */
@Injectable()
export class WidgetRateLimits {
  private readonly buckets = new Map<string, { left: number; at: number }>();

  constructor(private readonly clock: Clock) {}

  /** Takes one from each, or from none: throws `TooMany` when one of them is empty. */
  take(wanted: readonly (readonly [name: keyof typeof LIMITS, who: string])[]): void {
    const now = this.clock.now().getTime();
    const filled = wanted.map(([name, who]) => {
      const { most, perMs }: Limit = LIMITS[name];
      const key = `${name} ${who}`;
      const before = this.buckets.get(key);
      const left = before ? Math.min(most, before.left + ((now - before.at) * most) / perMs) : most;
      return { key, left, wait: left >= 1 ? 0 : ((1 - left) * perMs) / most };
    });
    const wait = Math.max(...filled.map((bucket) => bucket.wait));
    if (wait > 0) throw new TooMany(Math.ceil(wait / 1000));
    for (const { key, left } of filled) {
      this.buckets.delete(key);
      this.buckets.set(key, { left: left - 1, at: now });
    }
    this.forgetOldest();
  }

  private forgetOldest(): void {
    for (const key of this.buckets.keys()) {
      if (this.buckets.size <= REMEMBERED) return;
      this.buckets.delete(key);
    }
  }
}
