import { randomBytes } from 'node:crypto';

/** Bearer tokens that a vendor gave out, and when each ends. */
export class Tokens {
  private readonly ends = new Map<string, number>();

  constructor(
    private readonly now: () => Date,
    readonly lifeSeconds: number,
  ) {}

  issue(): string {
    const token = randomBytes(24).toString('base64url');
    this.ends.set(token, this.now().getTime() + this.lifeSeconds * 1000);
    return token;
  }

  valid(header: string | undefined): boolean {
    const token = /^Bearer (.+)$/.exec(header ?? '')?.[1];
    return token !== undefined && (this.ends.get(token) ?? 0) > this.now().getTime();
  }

  revoke(): void {
    this.ends.clear();
  }
}
