import { ConnectionEntity, ConnectionService, ConnectorsModule } from '@satchel/connectors';
import type { CustomerBody } from '@satchel/contracts';
import { IdentityModule, identityEntities, WorkspaceService } from '@satchel/identity';
import { Config, Database, KernelModule, SYSTEM } from '@satchel/kernel';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { hammer, type Rate, summary } from './measure';
import type { Rig } from './rig';

const READERS = 4;
const SLOW_READS = 20;
const PEOPLE = ['anna.bergmann', 'marco.rossi', 'priya.shah', 'sofia.lindgren', 'james.wilson'].map(
  (name) => `${name}@example.com`,
);

/** How soon a customer's context is there: at first, within the minute, and with a shop that takes every call and answers none. */
export async function contextRead(rig: Rig, seconds: number): Promise<{ cold: Rate; warm: Rate; slow: Rate }> {
  await connectStore(rig);
  const ids = await customers(rig);
  const idOf = (turn: number): string => ids[turn % ids.length] ?? '';
  const cold = await oneByOne(ids.length, (turn) => read(rig, idOf(turn)));
  const warm = await hammer(READERS, seconds, (reader, turn) => read(rig, idOf(reader + turn)));
  await fault(rig, 'timeout');
  const slow = await oneByOne(SLOW_READS, (turn) => read(rig, idOf(turn), '?fresh=true'));
  await fault(rig, 'none');
  return { cold, warm, slow };
}

async function read(rig: Rig, customerId: string, query = ''): Promise<void> {
  await rig.api('GET', `/customers/${customerId}/context${query}`);
}

async function oneByOne(count: number, once: (turn: number) => Promise<void>): Promise<Rate> {
  const latencies: number[] = [];
  const begin = performance.now();
  for (let turn = 0; turn < count; turn++) {
    const from = performance.now();
    await once(turn);
    latencies.push(performance.now() - from);
  }
  return summary(latencies, (performance.now() - begin) / 1000);
}

async function fault(rig: Rig, mode: string): Promise<void> {
  const answer = await fetch(`${rig.sandboxUrl}/__control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ vendor: 'shopify', mode }),
  });
  if (!answer.ok) throw new Error(`the sandbox refused the fault: ${await answer.text()}`);
}

/** Customers whose addresses are proven: their orders show. */
async function customers(rig: Rig): Promise<string[]> {
  const made: CustomerBody[] = [];
  for (const email of PEOPLE) made.push(await rig.api<CustomerBody>('POST', '/customers', { name: email, email }));
  const client = new Client({ connectionString: rig.databaseUrl });
  await client.connect();
  await client.query('update customer_address set verified_at = now()').finally(() => client.end());
  return made.map(({ id }) => id);
}

@Module({})
class BenchRooms {}

/** The simulated shop and carrier; where a vendor answers is nothing that the API takes. */
async function connectStore(rig: Rig): Promise<void> {
  const config = new Config().with({
    databaseUrl: rig.databaseUrl,
    dataDir: rig.dataDir,
    role: 'api',
    logLevel: 'warn',
  });
  const entities = [...identityEntities, ConnectionEntity];
  const kernel = KernelModule.forRoot({ entities, config, runJobs: false, everyJobHandled: false });
  const module = { module: BenchRooms, imports: [kernel, IdentityModule, ConnectorsModule] };
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  try {
    const database = app.get(Database);
    const [workspace] = await app.get(WorkspaceService).list(database.system());
    if (!workspace) throw new Error('there is no workspace to connect a shop to');
    const ctx = database.ctx(workspace.id, SYSTEM);
    await app.get(ConnectionService).create(ctx, {
      connectorId: 'shopify',
      label: 'Shop',
      baseUrl: `${rig.sandboxUrl}/shopify`,
      credentials: { shopDomain: 'fernhill.myshopify.com', accessToken: 'shpat_sandbox' },
    });
    await app.get(ConnectionService).create(ctx, {
      connectorId: 'ups',
      label: 'UPS',
      baseUrl: `${rig.sandboxUrl}/ups`,
      credentials: { clientId: 'sandbox-id', clientSecret: 'sandbox-secret' },
    });
  } finally {
    await app.close();
  }
}
