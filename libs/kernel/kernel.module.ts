import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Config } from './config/config';
import { DATABASE_ACCESS, type DatabaseAccess } from './database/access';
import { Connections } from './database/connections';
import { findAccess, openDataSource } from './database/data-source';
import { Database } from './database/database.service';
import { LockSessions } from './database/lock-session';
import { ProblemFilter } from './errors/problem.filter';
import { EventDispatcher } from './events/event-dispatcher';
import { EventLog } from './events/event-log.service';
import { EventSignal } from './events/event-signal';
import { EventTail } from './events/event-tail';
import { HealthController } from './health/health.controller';
import { Shutdown } from './health/shutdown';
import { HttpClient } from './http/http-client';
import { RequestHooks } from './http/request-hooks';
import { Clock } from './ids/clock';
import { Ids } from './ids/ids';
import { HandlerRegistry } from './jobs/handler-registry';
import { JobPool } from './jobs/job-pool';
import { JobRole } from './jobs/job-role';
import { JobRunner } from './jobs/job-runner';
import { JobTask } from './jobs/job-task';
import { Jobs } from './jobs/jobs.service';
import { WorkerLeases } from './jobs/worker-leases';
import { KERNEL_OPTIONS, type KernelOptions } from './kernel.options';
import { Log } from './log/log';
import { Metrics } from './metrics/metrics';
import { Secrets } from './secrets/secrets';

const DOOR = [
  Clock,
  Config,
  Database,
  DataSource,
  EventLog,
  EventTail,
  HttpClient,
  Ids,
  Jobs,
  Log,
  Metrics,
  Secrets,
  Shutdown,
];
const INNER = [
  EventDispatcher,
  EventSignal,
  HandlerRegistry,
  JobPool,
  JobRole,
  JobRunner,
  JobTask,
  LockSessions,
  RequestHooks,
  WorkerLeases,
];

/** The ground floor, for every room: import it once, at the root, with `forRoot`. */
@Global()
@Module({})
export class KernelModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static forRoot(options: KernelOptions): DynamicModule {
    return {
      module: KernelModule,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [
        { provide: KERNEL_OPTIONS, useValue: options },
        { provide: Config, useFactory: () => options.config ?? Config.fromEnv() },
        { provide: Log, useFactory: (config: Config) => new Log(config), inject: [Config] },
        { provide: DATABASE_ACCESS, useFactory: findAccess, inject: [Config] },
        {
          provide: DataSource,
          useFactory: (access: DatabaseAccess, config: Config, log: Log) =>
            openDataSource(access, config, options, log),
          inject: [DATABASE_ACCESS, Config, Log],
        },
        { provide: Connections, useFactory: (source: DataSource) => new Connections(source), inject: [DataSource] },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...DOOR.filter((provider) => provider !== Config && provider !== Log && provider !== DataSource),
        ...INNER,
      ] as DynamicModule['providers'],
      exports: DOOR as DynamicModule['exports'],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
