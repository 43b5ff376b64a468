import { startSandboxProcess } from '../../../testing/sandbox-process';
import { changeConformance } from '../../vendor/change.conformance';
import { connected, failureOf } from '../../vendor/conformance-deps';
import { customConformance } from '../custom.conformance';
import { clubOperations } from './club.fixture';
import { customHttp } from './http.connector';

const EMAIL = 'anna.bergmann@example.com';

async function twin() {
  const sandbox = await startSandboxProcess();
  const credentials = (secret: string) => ({
    baseUrl: 'https://club.fernhill.example',
    auth: 'bearer' as const,
    secret,
    checkPath: '/status',
    operations: clubOperations,
  });
  const members = async () => {
    const answer = await fetch(`${sandbox.url}/custom/members?email=${encodeURIComponent(EMAIL)}`, {
      headers: { authorization: 'Bearer sandbox-custom-token' },
    });
    return ((await answer.json()) as { members: { id: string; tier: string }[] }).members;
  };
  const [member] = await members();
  if (!member) throw new Error(`${EMAIL} is no member in the sandbox`);
  const args = { member_id: member.id, amount: 500, reason: 'late "parcel"\n' };
  return {
    sandbox,
    args,
    connector: customHttp,
    good: credentials('sandbox-custom-token'),
    wrong: credentials('not-the-secret'),
    baseUrl: `${sandbox.url}/custom`,
    read: { name: 'find_member', args: { email: EMAIL }, shows: { label: 'Tier', value: member.tier } },
    unfit: { email: 'nobody' },
    unfitName: 'email',
    write: { name: 'grant_credit', args },
    fault: (mode: string) => sandbox.control<void>('faults', { vendor: 'custom', mode }),
    reset: () => sandbox.control<void>('reset', {}),
    effects: async () => (await credits(sandbox)).length,
    strangely: (body: string) => body.replaceAll('"tier"', '"level"'),
    stop: () => sandbox.stop(),
  };
}

async function credits(sandbox: Awaited<ReturnType<typeof startSandboxProcess>>) {
  const { effects } = await sandbox.control<{ effects: { kind: string; key: string | null; amount: number }[] }>(
    'effects',
  );
  return effects.filter((effect) => effect.kind === 'store_credit');
}

customConformance('A described HTTP system', twin);

let running: Awaited<ReturnType<typeof twin>>;
changeConformance<'custom', { name: string; args: Record<string, unknown> }, unknown>(
  'A write of a described HTTP system',
  async () => (running = await twin()),
  {
    of: (adapter) => adapter.write,
    args: async () => ({ name: 'grant_credit', args: running.args }),
    effects: () => running.effects(),
    refused: ({ name, args }) => ({ name, args: { ...args, amount: 1_000_000 } }),
  },
);

describe('a described HTTP system', () => {
  let club: Awaited<ReturnType<typeof twin>>;
  const adapter = (operations: unknown = clubOperations) =>
    connected<'custom'>(club, { ...club.good, operations }).adapter;
  const write = { key: 'run-1', beforeCommit: async () => undefined };
  beforeAll(async () => (club = await twin()));
  afterAll(() => club?.stop());

  it('carries values as they are, whatever they hold, and our key', async () => {
    const done = await adapter().write.perform({ name: 'grant_credit', args: club.args }, write);
    expect(done.fields).toContainEqual({ label: 'Reason', value: 'Goodwill: late "parcel"\n' });
    expect(await credits(club.sandbox)).toEqual([expect.objectContaining({ key: 'run-1', amount: 500 })]);
  });

  it('cannot be led to another path by an argument', async () => {
    for (const id of ['..', '.', '', '...']) {
      const { error } = await failureOf(() => adapter().read('list_credits', { member_id: id }));
      expect(error).toMatchObject({ code: 'rejected' });
    }
    for (const id of ['../status', '%2e%2e/status', 'x?y', 'x#y', '1/../../status']) {
      const { error } = await failureOf(() => adapter().read('list_credits', { member_id: id }));
      expect(error).toMatchObject({ code: 'not_found' });
    }
  });

  it("tells the system's own reason", async () => {
    const args = { ...club.args, amount: 50_001 };
    const { error } = await failureOf(() => adapter().write.perform({ name: 'grant_credit', args }, write));
    expect((error as Error).message).toContain('A credit of more than 500.00 is not granted.');
  });

  it('says that it cannot tell where nobody described how to look', async () => {
    const blind = clubOperations.map((one) => ({ ...one, find: null }));
    expect(await adapter(blind).write.find({ name: 'grant_credit', args: club.args }, 'run-1')).toBe('unknown');
  });
});
