import 'reflect-metadata';
import { ConnectionEntity, ConnectionService, ConnectorsModule } from '@satchel/connectors';
import {
  ApiKeyEntity,
  ApiKeyService,
  IdentityModule,
  MembershipEntity,
  PeopleService,
  PersonEntity,
  SessionEntity,
  WorkspaceEntity,
  WorkspaceService,
} from '@satchel/identity';
import { type Config, type Ctx, Database, KernelModule, Log, NestLog, Secrets, SYSTEM } from '@satchel/kernel';
import { ArticleService, KnowledgeModule, KnowledgeService } from '@satchel/knowledge';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DemoSecrets } from '../demo/demo-file';
import { DEMO_SLUG, sandboxOf } from '../demo/demo-state';
import { connectAgain } from './demo-connections';
import { fillWorkspace } from './fill-workspace';
import type { SeedRooms } from './seed-rooms';
import { tickets } from './tickets';

const DEMO_NAME = 'Fernhill Outfitters';
const ADMIN_EMAIL = 'admin@fernhill.example';
const KEY_NAME = 'Demo';
const entities = [WorkspaceEntity, PersonEntity, MembershipEntity, SessionEntity, ApiKeyEntity, ConnectionEntity];

@Module({})
class SeedModule {}

export interface SeededDemo {
  secrets: DemoSecrets;
  /** What was done, for the step's line. */
  words: string;
}

/**
 * Makes whatever of the demo is missing, and answers how to get in. A demo that is there keeps its tickets: its
 * connections are led to this start's sandbox, and a key that nobody knows any more (`kept` is null) is made again.
 */
export async function seedDemo(config: Config, kept: DemoSecrets | null): Promise<SeededDemo> {
  const app = await openRooms(config);
  try {
    const rooms = roomsOf(app);
    const system = rooms.database.system();
    const found = (await rooms.workspaces.list(system)).find(({ slug }) => slug === DEMO_SLUG);
    // Alone in its transaction, because all that follows works inside it; a start that was cut off goes on from here.
    const workspace =
      found ?? (await rooms.workspaces.create(system, { slug: DEMO_SLUG, name: DEMO_NAME, isDemo: true }));
    const seeded = typeof workspace.settings.demoSandbox === 'string';
    return await rooms.database.ctx(workspace.id, SYSTEM).transaction(async (ctx) => {
      const password = passwordFrom(rooms.secrets.sign('demo.password', workspace.id));
      if (seeded) await connectAgain(ctx, rooms, config);
      else await fillWorkspace(ctx, rooms, config, { email: ADMIN_EMAIL, password });
      const secrets = (seeded && kept) || (await newSecrets(ctx, rooms, password));
      await rooms.workspaces.updateSettings(ctx, { demoSandbox: sandboxOf(config) });
      return { secrets, words: seeded ? 'connected again' : `${DEMO_NAME}, ${tickets.length} tickets` };
    });
  } finally {
    await app.close();
  }
}

async function newSecrets(ctx: Ctx, { keys }: SeedRooms, adminPassword: string): Promise<DemoSecrets> {
  const old = (await keys.list(ctx)).filter(({ name }) => name === KEY_NAME);
  for (const { id } of old) await keys.revoke(ctx, id);
  const { key } = await keys.create(ctx, { name: KEY_NAME });
  return { adminEmail: ADMIN_EMAIL, adminPassword, apiKey: key };
}

/** The rooms that the demo is written through, with nothing running beside them: no listener, no mail door, no job. */
async function openRooms(config: Config): Promise<INestApplicationContext> {
  const still = config.with({ role: 'api' });
  const kernel = KernelModule.forRoot({ entities, config: still, runJobs: false, everyJobHandled: false });
  const app = await NestFactory.createApplicationContext(
    { module: SeedModule, imports: [kernel, IdentityModule, ConnectorsModule, KnowledgeModule] },
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(new NestLog(app.get(Log).child({ during: 'seed' })));
  return app;
}

function roomsOf(app: INestApplicationContext): SeedRooms {
  return {
    database: app.get(Database),
    secrets: app.get(Secrets),
    workspaces: app.get(WorkspaceService),
    people: app.get(PeopleService),
    keys: app.get(ApiKeyService),
    connections: app.get(ConnectionService),
    articles: app.get(ArticleService),
    knowledge: app.get(KnowledgeService),
  };
}

/** Made of the installation's own secret: nobody can guess it, and it stays the same when demo.json is lost. */
function passwordFrom(signature: string): string {
  return ['fern', ...[0, 5, 10].map((from) => signature.slice(from, from + 5))].join('-');
}
