import { Injectable } from '@nestjs/common';
import { Clock } from '@satchel/kernel';
import type { Actor } from '@satchel/kernel';

/** Whom a session or an API key speaks for. */
export interface Identity {
  workspaceId: string;
  actor: Actor;
}

/** How long a revoked credential may still work in another process of the same installation. */
const TRUSTED_MS = 5_000;
const CAPACITY = 10_000;

/**
 * Remembers who stands behind a credential for a few seconds, so that a busy API client costs no query per request.
 * Keys are hashes; the least recently used goes first. Whoever ends a credential drops it here at once.
 */
@Injectable()
export class CredentialCache {
  private readonly entries = new Map<string, { identity: Identity; until: number }>();
  private generation = 0;

  constructor(private readonly clock: Clock) {}

  get(hash: Buffer): Identity | null {
    const key = hash.toString('base64');
    const entry = this.entries.get(key);
    if (!entry) return null;
    this.entries.delete(key);
    if (entry.until <= this.clock.now().getTime()) return null;
    this.entries.set(key, entry);
    return entry.identity;
  }

  /**
   * Looks the credential up and remembers the answer, unless something was dropped meanwhile: the row may have been
   * read just before it was revoked.
   */
  async fill(hash: Buffer, lookUp: () => Promise<Identity | null>): Promise<Identity | null> {
    const { generation } = this;
    const identity = await lookUp();
    if (identity && generation === this.generation) this.set(hash, identity);
    return identity;
  }

  drop(hash: Buffer): void {
    this.generation += 1;
    this.entries.delete(hash.toString('base64'));
  }

  private set(hash: Buffer, identity: Identity): void {
    this.entries.set(hash.toString('base64'), { identity, until: this.clock.now().getTime() + TRUSTED_MS });
    const oldest = this.entries.size > CAPACITY ? this.entries.keys().next().value : undefined;
    if (oldest !== undefined) this.entries.delete(oldest);
  }
}
