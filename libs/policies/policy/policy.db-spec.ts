import type { PolicyBody } from '@satchel/contracts';
import { type Ctx } from '@satchel/kernel';
import { makeWorkspace, type TestApp, testApp } from '@satchel/testing';
import request from 'supertest';
import { DEFAULT_POLICY, PoliciesModule } from '../index';

describe('the rules of a workspace', () => {
  let house: TestApp;
  let mine: Ctx;
  let other: Ctx;
  let asking: Ctx;

  beforeAll(async () => {
    house = await testApp({
      imports: [PoliciesModule],
      before: (app) => {
        app
          .getHttpAdapter()
          .getInstance()
          .addHook('onRequest', async (req: object) => void Object.assign(req, { ctx: asking }));
      },
    });
    mine = (await makeWorkspace(house.db, { role: 'admin' })).ctx;
    other = (await makeWorkspace(house.db, { role: 'admin' })).ctx;
  });
  beforeEach(() => (asking = mine));
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const read = async (): Promise<PolicyBody> => (await http().get('/api/v1/policies').expect(200)).body as PolicyBody;
  const change = (document: object, expectedVersion?: number) =>
    http().put('/api/v1/policies').send({ document, expectedVersion });

  it('are the defaults until somebody changes them, and keep every version', async () => {
    expect(await read()).toMatchObject({ version: 0, document: DEFAULT_POLICY, changedBy: null });
    const stricter = { ...DEFAULT_POLICY, returns: { windowDays: 14, excludedTags: [], excludedSkus: ['GIFT-*'] } };
    await change(stricter).expect(200);
    const after = await read();
    expect(after).toMatchObject({ version: 1, document: stricter, changedBy: { name: mine.actor.name } });
    expect(after.sentences).toContainEqual({
      rule: 'returns.window',
      text: 'Goods go back within 14 days of delivery; later only if a lead says so.',
    });
    await change(DEFAULT_POLICY, 1).expect(200);
    const versions = await mine.query('select version from policy order by version');
    expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
    asking = other;
    expect(await read()).toMatchObject({ version: 0 });
  });

  it('are not overwritten by somebody who read an older version', async () => {
    const { version } = await read();
    await change(DEFAULT_POLICY, version).expect(200);
    expect((await change(DEFAULT_POLICY, version).expect(409)).body).toMatchObject({ code: 'stale_policy' });
  });

  it.each([
    [
      'a limit below nothing',
      { discounts: { ...DEFAULT_POLICY.discounts, mostAmount: { units: -1, byCurrency: {} } } },
    ],
    ['an assurance of 4', { ai: { ...DEFAULT_POLICY.ai, assurance: { refund: 4 } } }],
    [
      'a currency that is none',
      { discounts: { ...DEFAULT_POLICY.discounts, mostAmount: { units: 1, byCurrency: { euro: 5 } } } },
    ],
    ['a rule that is not one', { ai: { ...DEFAULT_POLICY.ai, everything: true } }],
    ['a missing part', { returns: undefined }],
  ])('refuse %s, and nothing is stored', async (_what, changes) => {
    const before = await read();
    const answer = await change({ ...DEFAULT_POLICY, ...changes });
    expect([400, 422]).toContain(answer.status);
    expect((await read()).version).toBe(before.version);
  });
});
