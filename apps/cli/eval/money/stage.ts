import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionDecisions, ActionRuns, ActionsModule, Pause, Recovery } from '@satchel/actions';
import { ConnectionService, ConnectorsModule } from '@satchel/connectors';
import { migrate, startEmbeddedPostgres, withDatabase } from '@satchel/kernel';
import { complete, DEFAULT_POLICY, PolicyService } from '@satchel/policies';
import { addConnector, makeCustomer, makeWorkspace, testKernel } from '@satchel/testing';
import { migrations } from '../../../../migrations';
import { ENTITIES } from '../entities';
import { OwnTime, type Stage } from './play';
import { ToyShop } from './vendor';

const POOL = 24;
const AI = { kind: 'ai' as const, id: null, name: 'AI', role: null };

export interface Theatre {
  /** A workspace as new: what was given in one must not fill the limits of the next. */
  stage(): Promise<Stage>;
  close(): Promise<void>;
}

/** The actions engine on a PostgreSQL of its own; nothing of it outlives the run. */
export async function openTheatre(): Promise<Theatre> {
  const dataDir = await mkdtemp(join(tmpdir(), 'satchel-money-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'pg'), fsync: false, maxConnections: 60 });
  const databaseUrl = withDatabase(postgres.url, 'satchel');
  await migrate({ url: databaseUrl, migrations });
  const time = new OwnTime();
  const shop = new ToyShop(() => time.now());
  const added = addConnector(shop.connector);
  const kernel = await testKernel({
    databaseUrl,
    imports: [ConnectorsModule, ActionsModule],
    entities: ENTITIES,
    runJobs: false,
    config: { databasePool: POOL },
  });
  kernel.clock.now = () => time.now();
  const get = <T>(service: new (...given: never[]) => T): T => kernel.moduleRef.get<T>(service, { strict: false });
  // A vendor's answer is waited for in this schedule's own time.
  get(Pause).for = async (ms) => time.pass(ms);
  return {
    stage: async () => {
      const { ctx } = await makeWorkspace(kernel.db, { role: 'owner' });
      await get(ConnectionService).create(ctx, { connectorId: shop.connector.id, label: 'Toy shop', credentials: {} });
      const { ai } = DEFAULT_POLICY;
      const document = complete({
        ...DEFAULT_POLICY,
        // What nobody has decided about limits nothing.
        caps: undefined,
        claims: undefined,
        goodwill: undefined,
        ai: { ...ai, confirm: ['refund'], refund: { ...ai.refund, mostIn90Days: 1_000 } },
      });
      await get(PolicyService).change(ctx, document);
      const customer = await makeCustomer(ctx, { email: 'anna@example.com' });
      return {
        runs: get(ActionRuns),
        decisions: get(ActionDecisions),
        recovery: get(Recovery),
        shop,
        time,
        person: ctx,
        ai: kernel.db.ctx(ctx.workspaceId, AI),
        customerId: customer.id,
      };
    },
    close: async () => {
      await kernel.close();
      added.remove();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
