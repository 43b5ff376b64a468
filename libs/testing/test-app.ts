import { Clock, Config, Database, KernelModule, type Settings } from '@satchel/kernel';
import { type ModuleMetadata, ValidationPipe } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClock } from './test-clock';
import { testDatabase } from './test-database';

export interface TestAppOptions extends Pick<ModuleMetadata, 'imports' | 'providers' | 'controllers'> {
  entities?: readonly (new () => object)[];
  config?: Partial<Settings>;
  /** Run jobs and dispatch events; off by default. */
  runJobs?: boolean;
  /** The last chance to add routes, before the application is initialised. */
  before?: (app: NestFastifyApplication) => void;
}

export interface TestApp {
  app: NestFastifyApplication;
  db: Database;
  clock: TestClock;
  close(): Promise<void>;
}

/** The given modules as an HTTP application on a fresh, empty database: for tests of controllers. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { imports = [], providers = [], controllers = [], entities = [], runJobs = false } = options;
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'satchel-data-'));
  const given = {
    logLevel: 'silent' as const,
    databasePool: 5,
    jobConcurrency: 4,
    smtpInPort: 0,
    dataDir,
    ...options.config,
  };
  const config = new Config().with({ ...given, databaseUrl: database.url });
  const clock = new TestClock();
  let app: NestFastifyApplication | undefined;
  const close = async (): Promise<void> => {
    await app?.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const moduleRef = await Test.createTestingModule({
      imports: [KernelModule.forRoot({ entities, config, runJobs, everyJobHandled: false }), ...imports],
      providers,
      controllers,
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    app = moduleRef.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
    options.before?.(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return { app, db: app.get(Database), clock, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}
