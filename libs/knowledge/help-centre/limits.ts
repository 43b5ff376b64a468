import { Clock } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

const HOUR_MS = 3_600_000;
const MOST_KEYS = 20_000;

/** How often something may happen within an hour, in this process. */
@Injectable()
export class HelpLimits {
  private readonly times = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  allows(key: string, most: number): boolean {
    const now = this.clock.now().getTime();
    const recent = (this.times.get(key) ?? []).filter((at) => now - at < HOUR_MS);
    if (recent.length >= most) return false;
    if (this.times.size >= MOST_KEYS) this.times.clear();
    this.times.set(key, [...recent, now]);
    return true;
  }
}
