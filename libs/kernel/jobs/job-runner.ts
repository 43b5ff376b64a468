import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { Log } from '../log/log';
import { HandlerRegistry } from './handler-registry';
import { JobPool } from './job-pool';
import { JobRole } from './job-role';
import { JobTask } from './job-task';
import { queueLogger } from './queue-logger';
import { WorkerLeases } from './worker-leases';

/** New jobs wake the workers; this is for those whose time comes, and for freed ones. */
const POLL_MS = 1_000;
const RESTART_MS = 1_000;
/** Whatever runs longer is cut off and runs again after the next start. */
const STOP_LIMIT_MS = 12_000;

/** Runs the jobs of this process: as many at a time as the configuration says. */
@Injectable()
export class JobRunner implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private runner: Runner | undefined;
  private stopped = false;
  private restarting: NodeJS.Timeout | undefined;

  constructor(
    @Inject(HandlerRegistry) private readonly registry: HandlerRegistry,
    @Inject(JobTask) private readonly task: JobTask,
    @Inject(JobPool) private readonly jobPool: JobPool,
    @Inject(WorkerLeases) private readonly leases: WorkerLeases,
    @Inject(JobRole) private readonly role: JobRole,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Also where no jobs run: a process that only enqueues must not boot with a job that nobody would take. */
  onModuleInit(): void {
    this.registry.assertOneHandlerEach();
    if (this.role.everyJobHandled) this.registry.assertEveryJobHandled();
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.role.runsJobs || this.registry.handlers.size === 0) return;
    await this.leases.open();
    await this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.restarting);
    const limit = new Promise<void>((resolve) => setTimeout(resolve, STOP_LIMIT_MS).unref());
    await Promise.race([this.runner?.stop('shutting down').catch(() => undefined), limit]);
    await this.leases.close();
  }

  private async start(): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    // The queue locks a job under the id of the pool of workers, not of the single worker.
    events.on('worker:create', ({ worker }) => this.leases.add(worker.workerPool.id));
    const runner = await run({
      pgPool: this.jobPool.pool,
      taskList: this.tasks(),
      concurrency: this.role.concurrency,
      noHandleSignals: true,
      pollInterval: POLL_MS,
      logger: queueLogger(this.log),
      events,
    });
    this.runner = runner;
    runner.promise.then(
      () => this.restart(),
      (error: unknown) => this.restart(error),
    );
  }

  private tasks(): TaskList {
    const tasks = [...this.registry.handlers.values()].map((handler) => [handler.task, this.task.of(handler)] as const);
    return Object.fromEntries(tasks);
  }

  /** The library gives up on some database failures; we do not. */
  private restart(error?: unknown): void {
    if (this.stopped) return;
    this.log.warn({ err: error }, 'the queue stopped; starting it again');
    this.restarting = setTimeout(() => {
      this.start().catch((next: unknown) => this.restart(next));
    }, RESTART_MS);
  }
}
