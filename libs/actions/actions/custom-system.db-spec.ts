import { ConnectionService } from '@satchel/connectors';
import { type SandboxProcess, startSandboxProcess } from '@satchel/testing';
import { done, ToyHouse } from '../run/toy-house.fixture';

const EMAIL = 'anna.bergmann@example.com';
const described = {
  description: 'As its name says.',
  query: {},
  headers: {},
  body: null,
  keyIn: null,
  find: null,
  card: null,
};
const takes = (...names: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: name === 'amount' ? 'integer' : 'string' }])),
  required: names,
});
const operations = [
  {
    ...described,
    ...{ name: 'find_member', label: 'Find a member', effect: 'read', method: 'GET', path: '/members' },
    query: { email: '{email}' },
    arguments: takes('email'),
    result: [{ label: 'Id', path: '$.members[0].id' }],
  },
  {
    ...described,
    ...{
      name: 'list_credits',
      label: 'Store credit',
      effect: 'read',
      method: 'GET',
      path: '/members/{member_id}/credits',
    },
    arguments: takes('member_id'),
    result: [{ label: 'Balance', path: '$.balance' }],
  },
  {
    ...described,
    ...{ name: 'grant_credit', label: 'Grant store credit', effect: 'write', method: 'POST' },
    path: '/members/{member_id}/credits',
    body: { amount: '{amount}', reason: '{reason}' },
    keyIn: { header: 'Idempotency-Key' },
    find: {
      operation: 'list_credits',
      arguments: { member_id: '{member_id}' },
      path: '$.credits[?@.reference == {key}]',
    },
    arguments: takes('member_id', 'amount', 'reason'),
    result: [{ label: 'Amount', path: '$.amount' }],
  },
];

describe("a system of the merchant's own", () => {
  let sandbox: SandboxProcess;
  let house: ToyHouse;
  let connectionId: string;

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    house = await ToyHouse.start();
    await house.fresh();
    const { id } = await house.get(ConnectionService).create(house.ctx, {
      connectorId: 'custom_http',
      label: 'Fernhill Club',
      baseUrl: `${sandbox.url}/custom`,
      credentials: {
        baseUrl: 'https://club.fernhill.example',
        auth: 'bearer',
        secret: 'sandbox-custom-token',
        operations,
      },
    });
    connectionId = id;
  });
  afterAll(async () => {
    await house?.stop();
    await sandbox?.stop();
  });

  const ask = async (name: string, operation: string, args: Record<string, unknown>) =>
    house.ask(await house.person('admin'), name, { connectionId, operation, arguments: args });
  const memberId = async (): Promise<string> => {
    const run = done(await ask('look_up_in_system', 'find_member', { email: EMAIL }));
    return run.evidence[0]?.facts[0]?.value ?? '';
  };
  const credits = async () => {
    const { effects } = await sandbox.control<{ effects: { key: string | null; amount: number }[] }>(
      'effects?kind=store_credit',
    );
    return effects;
  };

  it('is looked up, with what it answered as evidence', async () => {
    const run = done(await ask('look_up_in_system', 'list_credits', { member_id: await memberId() }));
    expect(run).toMatchObject({
      state: 'done',
      summary: 'Looked up Store credit in Fernhill Club',
      evidence: [{ source: 'Fernhill Club', facts: [{ label: 'Balance', value: expect.stringMatching(/^\d+$/) }] }],
    });
  });

  it.each(['none', 'lose_answer'])('is changed once, under our key, and read back (%s)', async (mode) => {
    const before = (await credits()).length;
    const args = { member_id: await memberId(), amount: 300, reason: `late, ${mode}` };
    await sandbox.control('faults', { vendor: 'custom', mode, ...(mode !== 'none' && { times: 1 }) });
    const run = done(await ask('change_in_system', 'grant_credit', args));
    expect(run).toMatchObject({ state: 'done', summary: 'Done: Grant store credit in Fernhill Club' });
    expect((await credits()).slice(before)).toMatchObject([{ key: run.id, amount: 300 }]);
  });

  it('says what it cannot do, and does nothing', async () => {
    const before = await credits();
    for (const [name, operation] of [
      ['look_up_in_system', 'grant_credit'],
      ['change_in_system', 'list_credits'],
      ['change_in_system', 'burn_it_down'],
    ] as const) {
      expect(await ask(name, operation, { member_id: '1' })).toMatchObject({
        ok: false,
        code: 'not_found',
        message: expect.stringContaining('Fernhill Club has no'),
      });
    }
    expect(await credits()).toEqual(before);
  });
});
