import type { PolicyBody, PolicyVersionPage } from '@satchel/contracts';
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

  it('are listed in versions, each with what it changed, and an old one can be sent again', async () => {
    asking = (await makeWorkspace(house.db, { role: 'admin' })).ctx;
    await change({ ...DEFAULT_POLICY, cancel: { onlyUnfulfilled: false } }).expect(200);
    await change(DEFAULT_POLICY).expect(200);
    const page = (await http().get('/api/v1/policies/versions?limit=1').expect(200)).body as PolicyVersionPage;
    expect(page).toMatchObject({ data: [{ version: 2, changes: [{ rule: 'cancel.unfulfilled' }] }], nextCursor: '2' });
    const older = (await http().get(`/api/v1/policies/versions?cursor=${page.nextCursor}`)).body as PolicyVersionPage;
    expect(older.data).toMatchObject([
      {
        version: 1,
        changedBy: { name: asking.actor.name },
        changes: [{ after: 'An order may be cancelled at any time.' }],
      },
    ]);
    expect(older.nextCursor).toBeNull();
    await change(older.data[0]?.document ?? {}).expect(200);
    expect((await read()).document.cancel).toEqual({ onlyUnfulfilled: false });
  });

  it('of an older program keep what it does not know', async () => {
    asking = (await makeWorkspace(house.db, { role: 'admin' })).ctx;
    const older = { ...DEFAULT_POLICY, off: undefined, caps: undefined, wording: undefined };
    await change(older).expect(200);
    const none = { amount: null, count: null };
    expect((await read()).document).toMatchObject({ off: {}, caps: { shopDay: { ai: none, all: none } } });
    await change({ ...DEFAULT_POLICY, off: { refund: 'ai' }, wording: { off: { de: 'Heute nicht.' } } }).expect(200);
    await change(older).expect(200);
    expect((await read()).document).toMatchObject({ off: { refund: 'ai' }, wording: { off: { de: 'Heute nicht.' } } });
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
    ['a switch that is none', { off: { refund: 'maybe' } }],
    ['a limit that is none', { caps: { ...DEFAULT_POLICY.caps, action: { refund: { units: 5 } } } }],
    ['a language that is none', { wording: { off: { xx: 'No.' } } }],
    ['words of no length', { wording: { off: { en: ' ' } } }],
    ['a tier without a share', { tiers: { steps: [{ tier: 'Gold', tag: null }], ceiling: null } }],
    ['a verdict that is none', { fraud: { tags: [], tagged: 'allow', highRisk: 'deny' } }],
    ['a share above all', { goodwill: { ...DEFAULT_POLICY.goodwill, furtherPercent: 101 } }],
  ])('refuse %s, and nothing is stored', async (_what, changes) => {
    const before = await read();
    const answer = await change({ ...DEFAULT_POLICY, ...changes });
    expect([400, 422]).toContain(answer.status);
    expect((await read()).version).toBe(before.version);
  });
});
