import type { PolicyDocument } from '@satchel/contracts';
import { DEFAULT_POLICY, PolicyService } from '@satchel/policies';
import { makeWorkspace } from '@satchel/testing';
import { eur, toyOrder, toyWorld } from '../run/toy-connectors.fixture';
import { done, ToyHouse } from '../run/toy-house.fixture';
import { PolicyReplay } from './replay.service';

const DAY_MS = 24 * 3600_000;
const units = (of: number) => ({ units: of, byCurrency: {} });
const stricter: PolicyDocument = {
  ...DEFAULT_POLICY,
  ai: { ...DEFAULT_POLICY.ai, refund: { ...DEFAULT_POLICY.ai.refund, approvalAbove: units(20) } },
};

describe('what other rules would have changed', () => {
  let house: ToyHouse;

  beforeAll(async () => (house = await ToyHouse.start()));
  beforeEach(async () => {
    await house.fresh();
    toyWorld.more = [1, 2].map((n) => toyOrder({ externalId: `more-${n}`, number: `#200${n}` }));
  });
  afterAll(() => house?.stop());

  const refund = async (number: string, amount: number, by = house.ai) =>
    done(await house.ask(by, 'refund', { order: number, amount }));
  const replay = (document: PolicyDocument, days = 30) => house.get(PolicyReplay).replay(house.ctx, document, days);

  it('is told in runs, tickets, money and examples, and nothing is changed', async () => {
    await refund('#1003', 3_000);
    await refund('#2001', 1_000);
    await refund('#2002', 9_000, house.ctx);
    const effects = house.vendor.effects.length;
    const told = await replay(stricter);
    expect(told).toMatchObject({
      runs: 3,
      olderFacts: 0,
      changed: 1,
      tickets: 1,
      before: { byVerdict: { allow: 3 }, money: { allowed: { EUR: 13_000 }, approval: {} } },
      after: {
        byVerdict: { allow: 2, needs_approval: 1 },
        money: { allowed: { EUR: 10_000 }, approval: { EUR: 3_000 } },
      },
      groups: [
        { action: 'refund', title: 'Refund', before: 'allow', after: 'needs_approval', runs: 1, money: { EUR: 3_000 } },
      ],
    });
    expect(told.examples).toMatchObject([
      { ticketId: house.ticketId, summary: 'Refund 30.00 EUR for #1003', after: { rule: 'refund.amount' } },
    ]);
    expect(house.vendor.effects).toHaveLength(effects);
    expect((await replay(DEFAULT_POLICY)).changed).toBe(0);
  });

  it('judges each by the rules of its own day', async () => {
    await house.get(PolicyService).change(house.ctx, stricter);
    const asked = await refund('#1003', 3_000);
    expect(asked.state).toBe('awaiting_approval');
    await house.get(PolicyService).change(house.ctx, DEFAULT_POLICY);
    expect(await replay(DEFAULT_POLICY)).toMatchObject({
      changed: 1,
      groups: [{ before: 'needs_approval', after: 'allow' }],
    });
  });

  it('looks at the days that were asked for, and at no other workspace', async () => {
    await refund('#1003', 3_000);
    house.kernel.clock.advance(8 * DAY_MS);
    expect((await replay(stricter, 7)).runs).toBe(0);
    expect((await replay(stricter, 9)).runs).toBe(1);
    const other = (await makeWorkspace(house.kernel.db)).ctx;
    expect((await house.get(PolicyReplay).replay(other, stricter, 30)).runs).toBe(0);
  });

  it('takes runs of an older release as if nothing had been given before, and says so', async () => {
    const run = await refund('#1003', 3_000);
    await house.ctx.query(
      `update action_run set facts = facts - '{paid,refunded,customerTags,shopDay,shopHour,customer30Days,onOrder,gifts,giftsThisMonth,claimsIn90Days}'::text[] where id = $1`,
      [run.id],
    );
    expect(await replay(DEFAULT_POLICY)).toMatchObject({
      olderFacts: 1,
      changed: 0,
      before: { byVerdict: { allow: 1 } },
    });
  });

  it('goes through many runs page by page', async () => {
    const run = await refund('#1003', 3_000);
    await house.ctx.query(
      `insert into action_run (id, workspace_id, name, risk, state, actor, arguments, summary, amount, facts, decision, steps,
         request_hash, created_at, ticket_id)
       select gen_random_uuid(), workspace_id, name, risk, 'done', actor, arguments, summary, $2, facts || jsonb_build_object('amount', $2::jsonb),
         decision, '[]', request_hash, created_at - make_interval(secs => n % 700), ticket_id
       from action_run, generate_series(1, 2499) n where id = $1`,
      [run.id, JSON.stringify(eur(3_000))],
    );
    const told = await replay(stricter);
    expect(told).toMatchObject({
      runs: 2_500,
      changed: 2_500,
      tickets: 1,
      after: { money: { approval: { EUR: 7_500_000 } } },
    });
    expect(told.examples).toHaveLength(6);
  });
});
