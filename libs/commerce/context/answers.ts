import { Injectable } from '@nestjs/common';
import { LookupHealth } from '@satchel/connectors';
import { Clock, type Ctx, Log } from '@satchel/kernel';
import { within } from '../within';

/** One screen asks the same again and again; what an agent sees is at most this old. */
export const KEEP_MS = 60_000;
/** A last answer is worth showing, marked, while its system does not answer. */
const LAST_ANSWER_MS = 24 * 60 * 60_000;
/** Adapters give up sooner; this frees the question of one that does not. */
const GIVE_UP_MS = 30_000;
const MOST_ANSWERS = 5_000;

/** One question to one connection. `live`: answered in time, within the last minute. */
export interface Answered<T> {
  state: 'live' | 'late' | 'failed';
  /** Live or from before; undefined: never answered. */
  value: T | undefined;
  readAt: Date | null;
  error: unknown;
}

interface Kept {
  value: unknown;
  at: number;
}

/**
 * What the connected systems answered lately, by workspace, connection and question. Callers at the same moment share one
 * question; an answer that comes too late for them is there for the next.
 */
@Injectable()
export class Answers {
  private readonly kept = new Map<string, Kept>();
  private readonly asking = new Map<string, Promise<unknown>>();
  /** Answers of questions asked before this count no more. */
  private readonly forgottenAt = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly health: LookupHealth,
    private readonly log: Log,
  ) {}

  async ask<T>(
    ctx: Ctx,
    connectionId: string,
    question: string,
    options: { limitMs: number; fresh?: boolean },
    ask: () => Promise<T>,
  ): Promise<Answered<T>> {
    const key = [ctx.workspaceId, connectionId, question].join('/');
    const before = this.current(key);
    if (!options.fresh && before && this.isFresh(connectionId, before)) return this.answered<T>('live', before, null);
    try {
      await within(Math.max(1, options.limitMs), this.flight(ctx, connectionId, key, ask));
      return this.answered<T>('live', this.current(key), null);
    } catch (error) {
      return this.answered<T>(this.asking.has(key) ? 'late' : 'failed', this.current(key), error);
    }
  }

  /** Something changed there: the next question goes to the system itself. What it told before stays for want of better. */
  forget(connectionId: string): void {
    this.forgottenAt.set(connectionId, this.clock.now().getTime());
  }

  private flight<T>(ctx: Ctx, connectionId: string, key: string, ask: () => Promise<T>): Promise<unknown> {
    const running = this.asking.get(key);
    if (running) return running;
    const at = this.clock.now().getTime();
    const flight = within(GIVE_UP_MS, ask())
      .then(
        async (value) => {
          this.keep(key, { value, at });
          await this.health.worked(ctx, connectionId);
        },
        async (error: unknown) => {
          this.log.warn({ connectionId, err: error }, 'a connection did not answer');
          await this.health.failed(ctx, connectionId, error);
          throw error;
        },
      )
      .finally(() => this.asking.delete(key));
    // Nobody may be waiting any more when it fails.
    flight.catch(() => undefined);
    this.asking.set(key, flight);
    return flight;
  }

  private answered<T>(state: Answered<T>['state'], kept: Kept | undefined, error: unknown): Answered<T> {
    return { state, value: kept?.value as T | undefined, readAt: kept ? new Date(kept.at) : null, error };
  }

  private isFresh(connectionId: string, { at }: Kept): boolean {
    return this.clock.now().getTime() - at < KEEP_MS && at > (this.forgottenAt.get(connectionId) ?? -Infinity);
  }

  private current(key: string): Kept | undefined {
    const kept = this.kept.get(key);
    return kept && this.clock.now().getTime() - kept.at < LAST_ANSWER_MS ? kept : undefined;
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
    const oldest = this.kept.size > MOST_ANSWERS ? this.kept.keys().next().value : undefined;
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}
