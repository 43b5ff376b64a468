import { createHash } from 'node:crypto';
import type { StripeProblem } from './stripe.errors';

interface Kept {
  asked: string;
  status: number;
  body: unknown;
}

/** What was answered under each key; Stripe forgets after a day at the earliest, this one at reset. */
export class Idempotency {
  private readonly kept = new Map<string, Kept>();

  private static of(path: string, body: unknown): string {
    return createHash('sha256')
      .update(`${path} ${JSON.stringify(body)}`)
      .digest('hex');
  }

  /** What was answered before; a problem when other words came with the key. */
  before(key: string, path: string, body: unknown): Kept | StripeProblem | null {
    const kept = this.kept.get(key);
    if (!kept || kept.asked === Idempotency.of(path, body)) return kept ?? null;
    return {
      status: 400,
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    };
  }

  keep(key: string, path: string, body: unknown, answer: { status: number; body: unknown }): void {
    this.kept.set(key, { asked: Idempotency.of(path, body), ...answer });
  }

  clear(): void {
    this.kept.clear();
  }
}
