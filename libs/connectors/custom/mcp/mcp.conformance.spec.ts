import { waitFor } from '@satchel/testing';
import { startSandboxProcess } from '../../../testing/sandbox-process';
import { changeConformance } from '../../vendor/change.conformance';
import { connected, failureOf } from '../../vendor/conformance-deps';
import { customConformance } from '../custom.conformance';
import { customMcp } from './mcp.connector';

const EMAIL = 'anna.bergmann@example.com';
/** What goes wrong after a tool has done its work, and not on the wire. */
const OF_TOOLS = ['lose_answer', '500_after', 'no_effect'];
const tools = [
  { name: 'find_member', effect: 'read', card: { title: 'Club', arguments: { email: 'customer.email' } } },
  { name: 'store_credit_balance', effect: 'read' },
  {
    name: 'add_store_credit',
    effect: 'write',
    keyArgument: 'reference',
    find: {
      operation: 'store_credit_balance',
      arguments: { email: '{email}' },
      path: '$.credits[?@.reference == {key}]',
    },
  },
];

async function twin() {
  const sandbox = await startSandboxProcess();
  const credentials = (secret: string) => ({
    url: 'https://club.fernhill.example/mcp',
    auth: 'bearer' as const,
    secret,
    tools: JSON.stringify(tools),
  });
  const effects = async () => {
    const { effects } = await sandbox.control<{ effects: { kind: string }[] }>('effects');
    return effects.filter(({ kind }) => kind === 'store_credit').length;
  };
  const answer = await fetch(`${sandbox.url}/custom/members?email=${encodeURIComponent(EMAIL)}`, {
    headers: { authorization: 'Bearer sandbox-custom-token' },
  });
  const [member] = ((await answer.json()) as { members: { tier: string }[] }).members;
  return {
    sandbox,
    effects,
    connector: customMcp,
    good: credentials('sandbox-custom-token'),
    wrong: credentials('not-the-secret'),
    baseUrl: `${sandbox.url}/mcp-tools/mcp`,
    read: { name: 'find_member', args: { email: EMAIL }, shows: { label: 'member.tier', value: member?.tier ?? '' } },
    unfit: { mail: EMAIL },
    unfitName: 'email',
    write: { name: 'add_store_credit', args: { email: EMAIL, amount: 700 } },
    async fault(mode: string) {
      await sandbox.control('faults', { vendor: 'mcp_tools', mode: OF_TOOLS.includes(mode) ? mode : 'none' });
      await sandbox.control('faults', { vendor: 'mcp', mode: OF_TOOLS.includes(mode) ? 'none' : mode });
    },
    reset: () => sandbox.control<void>('reset', {}),
    strangely: (body: string) => body.replaceAll('"tier"', '"level"'),
    stop: () => sandbox.stop(),
  };
}

customConformance('An MCP server', twin);

let running: Awaited<ReturnType<typeof twin>>;
changeConformance<'custom', { name: string; args: Record<string, unknown> }, unknown>(
  'A tool that writes',
  async () => (running = await twin()),
  {
    of: (adapter) => adapter.write,
    args: async () => running.write,
    effects: () => running.effects(),
    refused: ({ name, args }) => ({ name, args: { ...args, amount: 50_001 } }),
  },
);

describe('an MCP server', () => {
  let club: Awaited<ReturnType<typeof twin>>;
  const adapter = (chosen?: unknown) => connected<'custom'>(club, { ...club.good, tools: chosen }).adapter;
  const write = { key: 'run-1', beforeCommit: async () => undefined };
  const names = async (of: ReturnType<typeof adapter>) => (await of.operations()).map(({ name }) => name);
  beforeAll(async () => (club = await twin()));
  afterAll(() => club?.stop());

  it('may use what reads, and no write, until somebody ticks it', async () => {
    const fresh = adapter();
    expect(await names(fresh)).toEqual(['find_member', 'store_credit_balance']);
    const { error } = await failureOf(() => fresh.write.perform(club.write, write));
    expect(error).toMatchObject({ code: 'rejected', message: 'Nobody ticked the tool "add_store_credit".' });
    expect(await club.effects()).toBe(0);
    expect(await names(adapter([{ name: 'find_member', effect: 'read' }]))).toEqual(['find_member']);
  });

  it('holds a tool for a write once somebody ticked it as one, and does not believe a read that became one', async () => {
    const strict = await adapter([{ name: 'find_member', effect: 'write' }]).operations();
    expect(strict).toMatchObject([{ name: 'find_member', effect: 'write' }]);
    expect(await names(adapter([{ name: 'add_store_credit', effect: 'read' }]))).toEqual([]);
  });

  it('tells of tools in words that are marked as the server’s own, without the argument that the house fills', async () => {
    const add = (await adapter(tools).operations()).find(({ name }) => name === 'add_store_credit');
    expect(add?.description).toMatch(/^In the words of its server: "Gives a member store credit/);
    expect(Object.keys(add?.arguments.properties ?? {})).toEqual(['email', 'amount', 'reason']);
  });

  it('hears that the list of tools has changed', async () => {
    // Without the helper's reading to the end: news come on a line that stays open.
    const living = customMcp.connect(club.good, { ...depsOf(club.baseUrl), fetch });
    expect((await living.operations()).length).toBe(3);
    await waitFor(async () => {
      await club.sandbox.control('mcp/tools', { name: `new_tool_${Date.now()}` });
      const all = (await living.offered?.()) ?? [];
      return all.some(({ operation }) => operation.name.startsWith('new_tool_'));
    });
  });

  it('goes on when the server forgot its sessions', async () => {
    const living = adapter(tools);
    await living.read('find_member', { email: EMAIL });
    await club.sandbox.control('mcp/forget', {});
    expect((await living.read('find_member', { email: EMAIL })).fields).toContainEqual(club.read.shows);
  });
});

function depsOf(baseUrl: string) {
  return {
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
    now: () => new Date(),
    sign: () => '',
    baseUrl,
    address: null,
    hookUrl: '',
    keep: async () => undefined,
  };
}
