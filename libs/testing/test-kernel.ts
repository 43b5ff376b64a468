import { Config, type Ctx, Clock, Database, KernelModule, type Settings } from '@satchel/kernel';
import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkspace } from './factories';
import { TestClock } from './test-clock';
import { testDatabase } from './test-database';

export interface TestKernelOptions extends Pick<ModuleMetadata, 'imports' | 'providers' | 'controllers'> {
  entities?: readonly (new () => object)[];
  /** Run jobs and dispatch events; on by default. */
  runJobs?: boolean;
  /** Refuse to boot when a job was defined (in any file that the test imports) and has no handler; off by default. */
  everyJobHandled?: boolean;
  config?: Partial<Settings>;
  /** Left out: a database of its own, dropped by `close`. */
  databaseUrl?: string;
}

export interface TestKernel {
  moduleRef: TestingModule;
  db: Database;
  /** A fresh workspace and a person in it. */
  ctx: Ctx;
  clock: TestClock;
  databaseUrl: string;
  close(): Promise<void>;
}

/** The kernel and the given modules on a fresh database, booted; `close` leaves nothing behind. */
export async function testKernel(options: TestKernelOptions = {}): Promise<TestKernel> {
  const {
    imports = [],
    providers = [],
    controllers = [],
    entities = [],
    runJobs = true,
    everyJobHandled = false,
  } = options;
  const database = options.databaseUrl ? null : await testDatabase();
  const databaseUrl = options.databaseUrl ?? database?.url ?? '';
  const dataDir = await mkdtemp(join(tmpdir(), 'satchel-data-'));
  const config = new Config().with({
    logLevel: 'silent',
    databasePool: 5,
    jobConcurrency: 4,
    smtpInPort: 0,
    dataDir,
    ...options.config,
    databaseUrl,
  });
  const clock = new TestClock();
  const cleanUp = async (): Promise<void> => {
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  let moduleRef: TestingModule | undefined;
  try {
    moduleRef = await Test.createTestingModule({
      imports: [KernelModule.forRoot({ entities, config, runJobs, everyJobHandled }), ...imports],
      providers,
      controllers,
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    moduleRef.useLogger(false);
    await moduleRef.init();
    const booted = moduleRef;
    const db = booted.get(Database);
    const ctx = (await makeWorkspace(db)).ctx;
    const close = async (): Promise<void> => {
      await booted.close();
      await cleanUp();
    };
    return { moduleRef: booted, db, ctx, clock, databaseUrl, close };
  } catch (error) {
    // After a boot that failed Nest's close would only repeat the failure, and what runs already would run on.
    if (moduleRef) Object.assign(moduleRef, { initializationPromise: undefined });
    await moduleRef?.close().catch(() => undefined);
    await cleanUp();
    throw error;
  }
}
