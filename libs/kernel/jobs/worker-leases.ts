import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { type LockSession, LockSessions } from '../database/lock-session';
import { Log } from '../log/log';
import { JobPool } from './job-pool';
import { freeJobsOfTheDead } from './lease.queries';

const SWEEP_EVERY_MS = 5_000;
const REOPEN_MS = 1_000;

/**
 * Who lives: each process holds an advisory lock on a session of its own and writes its workers' ids beside the lock's
 * key. A killed process loses its lock at once, and whoever sweeps next frees the jobs that it held.
 */
@Injectable()
export class WorkerLeases {
  private readonly key = randomBytes(8).readBigInt64BE().toString();
  private readonly ids = new Set<string>();
  private session: LockSession | undefined;
  private sweeping: NodeJS.Timeout | undefined;
  private reopening: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    @Inject(LockSessions) private readonly locks: LockSessions,
    @Inject(JobPool) private readonly jobPool: JobPool,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Before the first worker starts. */
  async open(): Promise<void> {
    await this.connect();
    await this.sweep();
    this.sweeping = setInterval(() => void this.sweep(), SWEEP_EVERY_MS);
    this.sweeping.unref();
  }

  /** The id under which the queue locks jobs for workers of this process. */
  add(id: string): void {
    if (this.ids.has(id)) return;
    this.ids.add(id);
    this.write().catch((error: unknown) => this.log.warn({ err: error }, 'a worker could not write its lease'));
  }

  /** After the last worker has stopped. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.sweeping);
    clearTimeout(this.reopening);
    await this.session
      ?.query('delete from worker_lease where worker_id = any($1)', [[...this.ids]])
      .catch(() => undefined);
    await this.session?.close();
  }

  private async connect(): Promise<void> {
    const session = await this.locks.open('satchel lease', () => this.reopen());
    await session.tryLock(this.key);
    this.session = session;
    await this.write();
  }

  private async write(): Promise<void> {
    await this.session?.query(
      'insert into worker_lease (worker_id, lock_key) select id, $2 from unnest($1::text[]) as id on conflict do nothing',
      [[...this.ids], this.key],
    );
  }

  /** Without its session this process counts as dead: its jobs may run elsewhere too until the lock is back. */
  private reopen(): void {
    this.session = undefined;
    if (this.closed) return;
    this.reopening = setTimeout(() => {
      this.connect().catch((error: unknown) => {
        this.log.warn({ err: error }, 'the lease of the workers is lost; trying again');
        this.reopen();
      });
    }, REOPEN_MS);
    this.reopening.unref();
  }

  private async sweep(): Promise<void> {
    try {
      const freed = await freeJobsOfTheDead(this.jobPool.pool);
      if (freed.length > 0) this.log.warn({ workers: freed }, 'freed the jobs of workers that died');
    } catch (error) {
      if (!this.closed) this.log.warn({ err: error }, 'could not look for jobs of dead workers');
    }
  }
}
