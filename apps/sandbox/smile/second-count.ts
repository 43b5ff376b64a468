const SECOND_MS = 1_000;

/** So many calls in any second, and then none until a second has passed. */
export class SecondCount {
  private times: number[] = [];
  private closedUntil = 0;

  take(most: number, now = performance.now()): boolean {
    if (now < this.closedUntil) return false;
    this.times = this.times.filter((time) => now - time < SECOND_MS);
    if (this.times.length >= most) {
      this.closedUntil = now + SECOND_MS;
      return false;
    }
    this.times.push(now);
    return true;
  }
}
