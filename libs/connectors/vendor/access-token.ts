export interface IssuedToken {
  value: string;
  lifetimeMs: number;
}

/** A short-lived token that a vendor issues on request: kept while good, asked for once however many callers wait. */
export class AccessToken {
  private held: { value: string; renewAt: number } | null = null;
  private asking: Promise<string> | null = null;

  constructor(
    private readonly issue: () => Promise<IssuedToken>,
    private readonly now: () => Date,
    /** Renewed this long before its end, so that a slow request does not outlive it. */
    private readonly skewMs: number,
  ) {}

  async get(): Promise<string> {
    if (this.held && this.now().getTime() < this.held.renewAt) return this.held.value;
    this.asking ??= this.renew().finally(() => (this.asking = null));
    return this.asking;
  }

  /** The vendor refused this token before its time; a newer one that another caller already got stays. */
  refused(value: string): void {
    if (this.held?.value === value) this.held = null;
  }

  private async renew(): Promise<string> {
    const issued = await this.issue();
    this.held = { value: issued.value, renewAt: this.now().getTime() + issued.lifetimeMs - this.skewMs };
    return issued.value;
  }
}
