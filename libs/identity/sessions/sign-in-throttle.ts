import { Clock } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

const TRIES = 10;
const PER_MS = 15 * 60_000;
/** Beyond this many remembered pairs the oldest are forgotten, so that guessing cannot fill the memory. */
const REMEMBERED = 10_000;

interface Bucket {
  tries: number;
  at: number;
}

/** A token bucket per mail and network address: ten tries at once, then one more every 90 seconds. */
@Injectable()
export class SignInThrottle {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly clock: Clock) {}

  /** Takes one try; answers the seconds to wait when none is left, else 0. */
  take(email: string, ip: string): number {
    const key = keyOf(email, ip);
    const now = this.clock.now().getTime();
    const before = this.buckets.get(key);
    const tries = before ? Math.min(TRIES, before.tries + ((now - before.at) * TRIES) / PER_MS) : TRIES;
    const wait = tries >= 1 ? 0 : Math.ceil(((1 - tries) * PER_MS) / TRIES / 1000);
    this.buckets.delete(key);
    this.buckets.set(key, { tries: wait === 0 ? tries - 1 : tries, at: now });
    if (this.buckets.size > REMEMBERED) this.forgetOldest();
    return wait;
  }

  /** A right password shows that this is the owner of the account: earlier mistakes no longer count. */
  clear(email: string, ip: string): void {
    this.buckets.delete(keyOf(email, ip));
  }

  private forgetOldest(): void {
    const oldest = this.buckets.keys().next().value;
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}

const keyOf = (email: string, ip: string): string => `${email.trim().toLowerCase()} ${ip}`;
