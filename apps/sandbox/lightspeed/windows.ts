const LENGTHS_MS = [5 * 60_000, 60 * 60_000, 24 * 60 * 60_000] as const;

/** Lightspeed's three fixed windows. */
export class Windows {
  private used = [0, 0, 0];
  private begun: number[];

  constructor(private readonly now: () => Date) {
    this.begun = LENGTHS_MS.map(() => now().getTime());
  }

  reset(): void {
    this.used = [0, 0, 0];
    this.begun = LENGTHS_MS.map(() => this.now().getTime());
  }

  /** Counts one more request; false: a window is full. */
  take(limits: readonly number[]): boolean {
    this.roll();
    if (this.used.some((used, at) => used >= (limits[at] ?? 0))) return false;
    this.used = this.used.map((used) => used + 1);
    return true;
  }

  headers(limits: readonly number[]): Record<string, string> {
    this.roll();
    const told = this.told(limits);
    return {
      'x-ratelimit-limit': limits.join('/'),
      'x-ratelimit-remaining': told.map((one) => one.remaining).join('/'),
      'x-ratelimit-reset': told.map((one) => one.reset).join('/'),
    };
  }

  told(limits: readonly number[]): { limit: number; remaining: number; reset: number; resetTime: Date }[] {
    const now = this.now().getTime();
    return LENGTHS_MS.map((length, at) => {
      const ends = (this.begun[at] ?? now) + length;
      const limit = limits[at] ?? 0;
      const reset = Math.max(0, Math.ceil((ends - now) / 1000));
      return { limit, remaining: Math.max(0, limit - (this.used[at] ?? 0)), reset, resetTime: new Date(ends) };
    });
  }

  private roll(): void {
    const now = this.now().getTime();
    for (const [at, length] of LENGTHS_MS.entries()) {
      const begun = this.begun[at] ?? now;
      if (now < begun + length) continue;
      this.begun[at] = begun + Math.floor((now - begun) / length) * length;
      this.used[at] = 0;
    }
  }
}
