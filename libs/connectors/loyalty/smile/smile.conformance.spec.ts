import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { startSandboxProcess } from '../../../testing/sandbox-process';
import { changeConformance } from '../../vendor/change.conformance';
import { connected, failureOf } from '../../vendor/conformance-deps';
import { loyaltyConformance } from '../loyalty.conformance';
import { smile } from './smile.connector';

const ANNA = 'anna.bergmann@example.com';
const FIVE_OFF = '502';
const VARIABLE = '599';

async function twin() {
  const sandbox = await startSandboxProcess();
  const settings = (body: object) => sandbox.control('smile/settings', body);
  return {
    sandbox,
    settings,
    connector: smile,
    good: { apiKey: 'sandbox-smile-key' },
    wrong: { apiKey: 'not-the-secret' },
    baseUrl: `${sandbox.url}/smile`,
    known: { email: ANNA },
    candidate: { email: 'sam.okonkwo@example.com' },
    unknownId: '424242',
    fault: (mode: string) => sandbox.control<void>('faults', { vendor: 'smile', mode }),
    reset: () => sandbox.control<void>('reset', {}),
    strangely: (body: string) => body.replaceAll('"state":"member"', '"state":"knighted"'),
    stop: () => sandbox.stop(),
  };
}
type Twin = Awaited<ReturnType<typeof twin>>;

const adapterOf = (vendor: Twin) => connected<'loyalty'>(vendor).adapter;
const member = async (vendor: Twin, email = ANNA) => {
  const found = await adapterOf(vendor).member(email);
  if (!found) throw new Error(`${email} is not there`);
  return found;
};
const once = (key: string = v7()) => ({ key, beforeCommit: async () => undefined });
interface Effect {
  key: string | null;
  amount: number;
}
const effects = async (vendor: Twin, kind?: string): Promise<Effect[]> =>
  (await vendor.sandbox.control<{ effects: Effect[] }>(`effects${kind ? `?kind=${kind}` : ''}`)).effects;

loyaltyConformance('Smile.io', twin);

let current: Twin;
const start = async () => (current = await twin());

changeConformance('Points at Smile.io', start, {
  of: (adapter) => adapter.grant!,
  args: async () => ({ memberId: (await member(current)).externalId, points: 250, description: 'For the long wait' }),
  effects: async () => (await effects(current, 'points')).length,
  refused: (args) => ({ ...args, memberId: '424242' }),
});

for (const [name, rewardId, points] of [
  ['A code at Smile.io', FIVE_OFF, null],
  ['A code of any worth at Smile.io', VARIABLE, 400],
] as const) {
  changeConformance(name, start, {
    of: (adapter) => adapter.redeem!,
    args: async () => ({ memberId: (await member(current)).externalId, rewardId, points }),
    effects: async () => (await effects(current, 'redeem')).length,
    refused: (args) => ({ ...args, rewardId: '424242' }),
    keepsNoKey: true,
  });
}

describe("Smile.io's own ways", () => {
  let vendor: Twin;
  beforeAll(async () => (vendor = await twin()));
  beforeEach(() => vendor.reset());
  afterAll(() => vendor?.stop());

  it('takes who joined before who did not, then the oldest, and tells who was shut out', async () => {
    const double = (id: number, state: string, points: number) => ({ id, email: ANNA, state, points });
    const anna = await member(vendor);
    await vendor.settings({ doubles: [double(7, 'candidate', 1), double(99_999_999_999_999, 'member', 2)] });
    expect(await member(vendor)).toEqual(anna);
    await vendor.settings({ doubles: [double(8, 'member', 3)] });
    expect(await member(vendor)).toMatchObject({ externalId: '8', points: 3 });
    await vendor.settings({ states: { [ANNA]: 'disabled' } });
    expect(await member(vendor)).toMatchObject({ externalId: anna.externalId, state: 'disabled' });
  });

  it('gives nothing to who was shut out', async () => {
    const { externalId: memberId } = await member(vendor);
    await vendor.settings({ states: { [ANNA]: 'disabled' } });
    for (const call of [
      () => adapterOf(vendor).grant!.perform({ memberId, points: 10, description: 'Sorry' }, once()),
      () => adapterOf(vendor).redeem!.perform({ memberId, rewardId: FIVE_OFF, points: null }, once()),
    ]) {
      const { error } = await failureOf(call);
      expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining('shut this customer out') });
    }
    expect(await effects(vendor)).toEqual([]);
  });

  it('calls the points what the programme calls them', async () => {
    await vendor.settings({ label: { one: 'Trail coin', other: 'Trail coins' } });
    expect((await member(vendor)).pointsLabel).toEqual({ one: 'Trail coin', other: 'Trail coins' });
  });

  it("tells the customer why, and keeps our key out of the customer's sight", async () => {
    const { externalId: memberId, points } = await member(vendor);
    const key = v7();
    await adapterOf(vendor).grant!.perform({ memberId, points: 250, description: 'For the long wait' }, once(key));
    const [newest] = await adapterOf(vendor).history(memberId, 1);
    expect(newest).toMatchObject({ points: 250, description: 'For the long wait' });
    expect(await effects(vendor, 'points')).toMatchObject([{ key: `satchel:${key}`, amount: 250 }]);
    expect((await member(vendor)).points).toBe(points + 250);
  });

  it('takes a goodwill back, the same points', async () => {
    const { externalId: memberId, points } = await member(vendor);
    const { grant } = adapterOf(vendor);
    const entry = await grant!.perform({ memberId, points: 250, description: 'For the long wait' }, once());
    await grant!.undo!(entry, once());
    expect((await member(vendor)).points).toBe(points);
    expect((await effects(vendor, 'points')).map((one) => one.amount)).toEqual([250, -250]);
  });

  it('says why a goodwill cannot be taken back: the points are spent', async () => {
    const { externalId: memberId, points } = await member(vendor);
    const { grant } = adapterOf(vendor);
    const entry = await grant!.perform({ memberId, points: 250, description: 'Sorry' }, once());
    const all = Math.floor((points + 250) / 100) * 100;
    await adapterOf(vendor).redeem!.perform({ memberId, rewardId: VARIABLE, points: all }, once());
    const { error } = await failureOf(() => grant!.undo!(entry, once()));
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining('not have enough points') });
  });

  it.each([0, -5, 1.5, NaN])('gives no %p points', async (points) => {
    const { externalId: memberId } = await member(vendor);
    const { error } = await failureOf(() =>
      adapterOf(vendor).grant!.perform({ memberId, points, description: 'Sorry' }, once()),
    );
    expect(error).toMatchObject({ code: 'rejected' });
  });

  it('says "unknown" when two codes could be ours, instead of handing out one of them', async () => {
    const args = { memberId: (await member(vendor)).externalId, rewardId: FIVE_OFF, points: null };
    const { redeem } = adapterOf(vendor);
    const [one, other] = [v7(), v7()];
    await redeem!.perform(args, once(one));
    await redeem!.perform(args, once(other));
    expect(await redeem!.find(args, one)).toBe('unknown');
    expect(await redeem!.find(args, other)).toBe('unknown');
  });

  it('never takes a code from before the action for its own, and does not deny what it cannot date', async () => {
    const args = { memberId: (await member(vendor)).externalId, rewardId: '503', points: null };
    const { redeem, redemptions } = { redeem: adapterOf(vendor).redeem!, redemptions: adapterOf(vendor).redemptions };
    expect((await redemptions(args.memberId, 10)).map((code) => code.code)).toEqual(['CLUB-ANNA10']);
    expect(await redeem.find(args, v7())).toBe('not_done');
    expect(await redeem.find(args, randomUUID())).toBe('unknown');
  });

  it.each([
    [FIVE_OFF, 200, 'costs 300 points'],
    [VARIABLE, null, 'in steps of 100'],
    [VARIABLE, 150, 'in steps of 100'],
    [VARIABLE, 6_000, 'takes 100 to 5000'],
  ])('asks for reward %s with %p points only as the programme sells it', async (rewardId, points, words) => {
    const { externalId: memberId } = await member(vendor);
    const { error } = await failureOf(() => adapterOf(vendor).redeem!.perform({ memberId, rewardId, points }, once()));
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining(words) });
  });

  it('says which part the key lacks, and that a plan without the API opens nothing', async () => {
    const all = smile.scopes!.filter((scope) => scope !== 'points_transaction:write' && scope !== 'vip_tier:read');
    await vendor.settings({ scopes: all });
    const verdict = await adapterOf(vendor).check();
    expect(verdict.can).toEqual(['members', 'history', 'rewards', 'redemptions', 'label', 'redeem']);
    expect(verdict.cannot.slice(0, 2)).toEqual([
      { capability: 'tiers', reason: expect.stringContaining('vip_tier:read') },
      { capability: 'grant', reason: expect.stringContaining('points_transaction:write') },
    ]);
    await vendor.settings({ plan: false });
    const { error } = await failureOf(() => adapterOf(vendor).check());
    expect(error).toMatchObject({ code: 'auth', message: expect.stringContaining('Plus or Enterprise') });
  });

  it('checks without moving a point', async () => {
    expect((await adapterOf(vendor).check()).can).toEqual(expect.arrayContaining(['grant', 'redeem']));
    expect(await effects(vendor)).toEqual([]);
  });

  it("stays below the vendor's limit, however many look at once", async () => {
    await vendor.settings({ perSecond: 10 });
    const adapter = adapterOf(vendor);
    const looks = await Promise.all(Array.from({ length: 20 }, () => adapter.member(ANNA)));
    expect(looks.filter((found) => found === null)).toEqual([]);
  });

  it('sits out one "too many", and goes on', async () => {
    await vendor.sandbox.control('faults', { vendor: 'smile', mode: '429', times: 1 });
    expect((await member(vendor)).state).toBe('member');
  });

  it('says "two things came" when somebody else bought another reward at the same moment', async () => {
    const args = { memberId: (await member(vendor)).externalId, rewardId: FIVE_OFF, points: null };
    const { redeem } = adapterOf(vendor);
    const key = v7();
    await redeem!.perform({ ...args, rewardId: '501' }, once());
    expect(await redeem!.find(args, key)).toBe('unknown');
  });

  it.each(['expired_token', 'missing_scope'])('tells "%s" as `auth`, for a person to mend', async (mode) => {
    await vendor.fault(mode);
    const { error } = await failureOf(() => member(vendor));
    await vendor.fault('none');
    expect(error).toMatchObject({ code: 'auth', message: expect.stringMatching(/key/) });
  });

  it('goes on with answers that are not as they were agreed', async () => {
    const before = await member(vendor);
    await vendor.fault('drift');
    const drifted = await member(vendor);
    await vendor.fault('none');
    expect(drifted).toMatchObject({ externalId: before.externalId, points: before.points, tier: null, nextTier: null });
  });
});
