import { connected, failureOf, type VendorTwin } from '../vendor/conformance-deps';

export interface LoyaltyTwin extends VendorTwin<'loyalty'> {
  /** A member with a tier, a history and a code; the next tier is theirs or they are in the highest. */
  known: { email: string };
  /** Known to the programme, and not joined. */
  candidate: { email: string };
  unknownId: string;
}

/** What every loyalty programme must do, over the wire to its twin. */
export function loyaltyConformance(name: string, start: () => Promise<LoyaltyTwin>): void {
  describe(`${name} as a loyalty programme`, () => {
    let twin: LoyaltyTwin;
    const programme = () => connected(twin).adapter;
    const one = async () => {
      const member = await programme().member(twin.known.email);
      if (!member) throw new Error(`the twin should know ${twin.known.email}`);
      return member;
    };

    beforeAll(async () => (twin = await start()));
    afterEach(() => twin.fault('none'));
    afterAll(() => twin?.stop());

    it('proves good credentials, and tells what they may do', async () => {
      const { can } = await programme().check();
      expect(can).toEqual(expect.arrayContaining(['members', 'history', 'rewards']));
    });

    it('tells wrong credentials as `auth`, in a check and in a look-up, without repeating them', async () => {
      const { adapter } = connected(twin, twin.wrong);
      for (const call of [() => adapter.check(), () => adapter.member(twin.known.email)]) {
        const { error, text } = await failureOf(call);
        expect(error).toMatchObject({ name: 'ConnectorError', code: 'auth', retryable: false });
        expect(text).not.toContain('not-the-secret');
      }
    });

    it('finds a member by mail address in any case, in the words of the programme', async () => {
      const member = await programme().member(` ${twin.known.email.toUpperCase()} `);
      const tiers = (await programme().tiers()).map((tier) => tier.name);
      expect(member).toMatchObject({ state: 'member', pointsLabel: await programme().pointsLabel() });
      expect(tiers).toContain(member?.tier);
      if (member?.nextTier) expect(tiers).toContain(member.nextTier.name);
      expect(Number.isSafeInteger(member?.points)).toBe(true);
    });

    it('tells who has not joined from who has', async () => {
      expect(await programme().member(twin.candidate.email)).toMatchObject({ state: 'candidate' });
    });

    it('never takes a part of an address for the address', async () => {
      const { email } = twin.known;
      for (const typed of [
        email.slice(1),
        email.slice(0, -1),
        email.split('@')[0] ?? '',
        '*',
        '',
        `${email},x@y.example`,
      ]) {
        expect(await programme().member(typed)).toBeNull();
      }
    });

    it('reads the same member again by their id, and nobody by another', async () => {
      const member = await one();
      expect(await programme().byId(member.externalId)).toEqual(member);
      expect(await programme().byId(twin.unknownId)).toBeNull();
      expect(await programme().byId('../points_settings')).toBeNull();
    });

    it('tells the points that came and went, newest first, no more than asked for', async () => {
      const { externalId, points } = await one();
      const history = await programme().history(externalId, 200);
      expect(history.reduce((sum, entry) => sum + entry.points, 0)).toBe(points);
      const times = history.map((entry) => Date.parse(entry.at));
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(await programme().history(externalId, 1)).toEqual(history.slice(0, 1));
    });

    it('tells the codes that points were spent on', async () => {
      const [code] = await programme().redemptions((await one()).externalId, 10);
      expect([code?.code, code?.name]).toEqual([expect.stringMatching(/\w{4}/), expect.stringMatching(/\w/)]);
    });

    it('tells what points can be spent on, each with a price', async () => {
      const rewards = await programme().rewards();
      expect(rewards.length).toBeGreaterThan(1);
      expect(rewards.filter((reward) => (reward.pointsPrice === null) === (reward.variable === null))).toEqual([]);
    });

    it('tells "too many requests" as `rate_limited`, with how long to wait', async () => {
      await twin.fault('429');
      const { error } = await failureOf(() => programme().member(twin.known.email));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(0);
    });

    it.each(['down', '500'] as const)('tells a vendor that is %s as `unavailable`', async (mode) => {
      await twin.fault(mode);
      const { error } = await failureOf(() => programme().member(twin.known.email));
      expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    });

    it('makes nobody a member for a word that nobody knows, and counts it once', async () => {
      const { adapter, warnings } = connected(twin, twin.good, (body) => twin.strangely(body));
      for (let time = 0; time < 2; time += 1) {
        expect((await adapter.member(twin.known.email))?.state).not.toBe('member');
      }
      expect(warnings).toHaveLength(1);
    });
  });
}
