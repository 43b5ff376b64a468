import { Clock } from '@satchel/kernel';

/** A clock that a test holds: it runs with the real one until `set`, and moves on by `advance`. */
export class TestClock extends Clock {
  private fixed: number | null = null;

  override now(): Date {
    return new Date(this.fixed ?? Date.now());
  }

  set(now: Date | string): void {
    this.fixed = new Date(now).getTime();
  }

  advance(ms: number): void {
    this.fixed = this.now().getTime() + ms;
  }
}
