import { complete, DEFAULT_POLICY, PolicyService } from '@satchel/policies';
import type { ActionRunBody, PolicyDocument } from '@satchel/contracts';
import { ActionDecisions } from './decisions.service';
import { eur, toyOrder, toyWorld } from './toy-connectors.fixture';
import { done, ToyHouse } from './toy-house.fixture';

const HOUR_MS = 3600_000;
const units = (of: number) => ({ units: of, byCurrency: {} });
const FREE = { amount: null, count: null };
const NO_CAPS = {
  customer30Days: { ai: FREE, all: FREE },
  shopHour: { ai: FREE, all: FREE },
  shopDay: { ai: FREE, all: FREE },
};
const caps = { ...DEFAULT_POLICY.caps, ...NO_CAPS, order: { ai: null, all: null } };
const BASE: PolicyDocument = {
  ...DEFAULT_POLICY,
  ai: { ...DEFAULT_POLICY.ai, refund: { ...DEFAULT_POLICY.ai.refund, mostIn90Days: 99 } },
  claims: { from: null, percentOfOrders: 0 },
  caps,
};

describe('limits of what is given', () => {
  let house: ToyHouse;

  beforeAll(async () => (house = await ToyHouse.start()));
  beforeEach(async () => {
    await house.fresh();
    toyWorld.more = [1, 2, 3, 4, 5, 6].map((n) => toyOrder({ externalId: `more-${n}`, number: `#200${n}` }));
  });
  afterAll(() => house?.stop());

  const rules = (changes: Partial<PolicyDocument>) =>
    house.get(PolicyService).change(house.ctx, complete({ ...BASE, ...changes }));
  const refund = async (number: string, amount: number, by = house.ctx): Promise<ActionRunBody> =>
    done(await house.ask(by, 'refund', { order: number, amount }));
  const factsOf = async (id: string): Promise<Record<string, unknown>> => {
    const sql = 'select facts from action_run where id = $1';
    return (await house.ctx.query<{ facts: Record<string, unknown> }>(sql, [id]))[0]?.facts ?? {};
  };

  it('six refunds of six orders at once do not all fill what is left of the day', async () => {
    await rules({ caps: { ...caps, shopDay: { ai: FREE, all: { amount: units(100), count: null } } } });
    const runs = await Promise.all(toyWorld.more.map(({ number }) => refund(number, 4_000)));
    expect(runs.map(({ state }) => state).sort()).toEqual(['denied', 'denied', 'denied', 'denied', 'done', 'done']);
    expect(house.vendor.effects).toHaveLength(2);
    expect(runs.find(({ state }) => state === 'denied')?.decision).toMatchObject({ rule: 'caps.shopDay' });
    expect((await refund('#1003', 2_000)).state).toBe('done');
    house.kernel.clock.advance(25 * HOUR_MS);
    expect((await refund('#1003', 9_000)).state).toBe('done');
  });

  it('approvals at once do not either', async () => {
    await rules({
      caps: { ...caps, shopHour: { ai: { amount: units(0), count: null }, all: { amount: units(100), count: null } } },
    });
    const asked: ActionRunBody[] = [];
    for (const { number } of toyWorld.more) asked.push(await refund(number, 4_000, house.ai));
    expect(new Set(asked.map(({ state }) => state))).toEqual(new Set(['awaiting_approval']));
    const lead = await house.person('lead');
    const said = await Promise.all(asked.map(({ id }) => house.get(ActionDecisions).approve(lead, id)));
    expect(said.map((one) => done(one).state).sort()).toEqual(['denied', 'denied', 'denied', 'denied', 'done', 'done']);
    expect(house.vendor.effects).toHaveLength(2);
  });

  it('count what the AI gave apart, and what one customer got', async () => {
    const small = { ai: { amount: units(50), count: null }, all: FREE };
    await rules({ caps: { ...caps, customer30Days: small } });
    expect((await refund('#2001', 3_000, house.ctx)).state).toBe('done');
    expect((await refund('#2002', 4_000, house.ai)).state).toBe('done');
    const third = await refund('#2003', 1_001, house.ai);
    expect(third).toMatchObject({ state: 'awaiting_approval', decision: { rule: 'caps.customer30Days' } });
    expect(await factsOf(third.id)).toMatchObject({
      customer30Days: { ai: { count: 1, money: [eur(4_000)] }, all: { count: 2, money: [eur(7_000)] } },
      onOrder: { ai: { count: 0 }, all: { count: 0 } },
      tier: 'Gold',
      customerTags: [],
    });
    expect(third.decision.customerText).toMatchObject({ de: expect.any(String) as string });
  });

  it('never give back more than was paid, though the shop does not show yet what went back', async () => {
    await rules({});
    toyWorld.order = toyOrder({ total: eur(5_000) });
    expect((await refund('#1003', 3_000)).state).toBe('done');
    expect(await refund('#1003', 2_001)).toMatchObject({ state: 'denied', decision: { rule: 'engine.order-sum' } });
    expect((await refund('#1003', 2_000)).state).toBe('done');
  });

  it('see gifts, claims and tags of the customer', async () => {
    await rules({ goodwill: { ...BASE.goodwill, furtherPercent: 50 }, claims: { from: 2, percentOfOrders: 0 } });
    const grant = (points: number) => house.ask(house.ai, 'grant_points', { points, reason: 'For the wait' });
    expect(done(await grant(400)).state).toBe('done');
    expect(done(await grant(251))).toMatchObject({
      state: 'awaiting_approval',
      decision: { rule: 'goodwill.further' },
    });
    expect((await refund('#2001', 100, house.ai)).state).toBe('done');
    const second = await refund('#2002', 100, house.ai);
    expect(second).toMatchObject({ state: 'awaiting_approval', decision: { rule: 'claims' } });
    const tag = '018f0000-0000-7000-8000-000000000001';
    await house.ctx.query(`insert into tag (id, workspace_id, name) values ($1, $2, 'Fraud')`, [
      tag,
      house.ctx.workspaceId,
    ]);
    await house.ctx.query('insert into ticket_tag (workspace_id, ticket_id, tag_id) values ($1, $2, $3)', [
      house.ctx.workspaceId,
      house.ticketId,
      tag,
    ]);
    expect(await refund('#2001', 100, house.ai)).toMatchObject({ decision: { rule: 'fraud.tags' } });
  });

  it('are none where an action is switched off: it is not done at all', async () => {
    await rules({ off: { refund: 'everybody' } });
    expect(await refund('#1003', 1)).toMatchObject({ state: 'denied', decision: { rule: 'off' } });
    expect(house.vendor.effects).toEqual([]);
  });
});
