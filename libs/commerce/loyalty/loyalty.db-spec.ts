import { ConnectionEntity, ConnectionService } from '@satchel/connectors';
import type { Ctx } from '@satchel/kernel';
import { makeWorkspace, type SandboxProcess, startSandboxProcess, type TestKernel, testKernel } from '@satchel/testing';
import { Answers } from '../context/answers';
import { LoyaltyModule } from './loyalty.module';
import { Loyalty } from './loyalty.service';

const ANNA = 'anna.bergmann@example.com';

describe('who somebody is in a loyalty programme', () => {
  let kernel: TestKernel;
  let sandbox: SandboxProcess;
  let ctx: Ctx;
  let connectionId: string;
  const loyalty = () => kernel.moduleRef.get(Loyalty);
  const club = (of: Ctx) =>
    kernel.moduleRef.get(ConnectionService).create(of, {
      connectorId: 'smile',
      label: 'Fernhill Club',
      baseUrl: `${sandbox.url}/smile`,
      credentials: { apiKey: 'sandbox-smile-key' },
    });

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    kernel = await testKernel({ imports: [LoyaltyModule], entities: [ConnectionEntity] });
    ctx = (await makeWorkspace(kernel.db)).ctx;
    connectionId = (await club(ctx)).id;
  });
  afterEach(async () => {
    await sandbox.control('faults', { vendor: 'smile', mode: 'none' });
    kernel.clock.advance(2 * 60_000);
  });
  afterAll(async () => {
    await kernel?.close();
    await sandbox?.stop();
  });

  it('is found by mail address in any case, with the connection that knows them', async () => {
    const { members, failed } = await loyalty().byEmail(ctx, ` ${ANNA.toUpperCase()} `);
    expect(members).toMatchObject([{ connectionId, state: 'member', tier: 'Gold' }]);
    expect(failed).toEqual([]);
    expect((await loyalty().byEmail(ctx, 'nobody@nowhere.example')).members).toEqual([]);
  });

  it('is kept for whoever asks next, also while the programme is down, until somebody forgets it', async () => {
    const before = await loyalty().byEmail(ctx, ANNA);
    await sandbox.control('faults', { vendor: 'smile', mode: 'down' });
    expect(await loyalty().byEmail(ctx, ANNA)).toEqual(before);
    kernel.moduleRef.get(Answers).forget(connectionId);
    expect(await loyalty().byEmail(ctx, ANNA)).toMatchObject({
      members: [],
      failed: [{ connectionId, label: 'Fernhill Club', error: { code: 'unavailable' } }],
    });
  });

  it('is nobody to a workspace without that connection', async () => {
    const other = (await makeWorkspace(kernel.db)).ctx;
    await loyalty().byEmail(ctx, ANNA);
    expect(await loyalty().byEmail(other, ANNA)).toEqual({ members: [], failed: [] });
  });
});
