import type { ActionRunBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { ActionDecisions } from './decisions.service';
import { Recovery } from './recovery.service';
import { ActionRuns } from './run.service';
import { eur, toyOrder, toyPay, toyShop, toyWorld } from './toy-connectors.fixture';
import { done, ToyHouse } from './toy-house.fixture';
import { Undoing } from './undoing.service';

const MINUTE_MS = 60_000;

describe('an action', () => {
  let house: ToyHouse;

  beforeAll(async () => (house = await ToyHouse.start()));
  beforeEach(() => house.fresh());
  afterAll(() => house?.stop());

  describe('that the rules hold back', () => {
    it('is denied, and nothing is sent', async () => {
      const run = await house.refund({ amount: 20_001 }, house.ai);
      expect(run).toMatchObject({ state: 'denied', decision: { rule: 'refund.amount' }, error: { code: 'denied' } });
      expect(house.vendor.requests).toBe(0);
    });

    it('waits for a lead, who lets it be done in the name of who asked', async () => {
      const run = await house.refund({ amount: 9_000 }, house.ai);
      expect(run).toMatchObject({ state: 'awaiting_approval', decision: { approver: 'lead' } });
      expect(house.vendor.requests).toBe(0);
      const decisions = house.get(ActionDecisions);
      await expect(decisions.approve(house.ctx, run.id)).rejects.toMatchObject({ status: 403 });
      const approved = done(await decisions.approve(await house.person('lead'), run.id));
      expect(approved).toMatchObject({ state: 'done', actor: { kind: 'ai' }, decidedBy: { name: 'Lee' } });
      expect(house.vendor.effects).toHaveLength(1);
      await expect(decisions.approve(await house.person('lead'), run.id)).rejects.toMatchObject({
        code: 'wrong_state',
      });
    });

    it('is done once by two leads at once', async () => {
      const run = await house.refund({ amount: 9_000 }, house.ai);
      const decisions = house.get(ActionDecisions);
      const both = await Promise.allSettled([
        decisions.approve(await house.person('lead'), run.id),
        decisions.approve(await house.person('lead'), run.id),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(house.vendor.effects).toHaveLength(1);
    });

    it('is read anew before it is done', async () => {
      const run = await house.refund({ amount: 9_000 }, house.ai);
      toyWorld.order = toyOrder({ total: eur(1_000) });
      expect(done(await house.get(ActionDecisions).approve(await house.person('lead'), run.id))).toMatchObject({
        state: 'refused',
        error: { message: 'Of #1003 at most 10.00 EUR can still be refunded.' },
      });
      expect(house.vendor.requests).toBe(0);
    });

    it('is done when the customer says yes once more, and not when they say no', async () => {
      const cancel = async (): Promise<ActionRunBody> =>
        done(await house.ask(house.ai, 'cancel_order', { order: '1003' }));
      const decisions = house.get(ActionDecisions);
      const first = await cancel();
      expect(first.state).toBe('awaiting_confirmation');
      expect(await decisions.decline(house.ctx, first.id, 'They keep it')).toMatchObject({
        state: 'denied',
        error: { message: 'They keep it' },
      });
      const second = await cancel();
      expect(done(await decisions.confirm(house.ai, second.id)).state).toBe('done');
      expect(house.vendor.effects).toMatchObject([{ what: 'cancel' }]);
    });

    it("waits for the customer's word also where no rule wants it, and is done only as they were shown it", async () => {
      const anna = [{ kind: 'email' as const, value: 'anna@example.com' }];
      const propose = () =>
        house.get(ActionRuns).run(house.ai, 'refund', {
          arguments: { order: '1003', amount: 1_000 },
          ticketId: house.ticketId,
          assurance: 3,
          addresses: anna,
          confirm: true,
        });
      const confirm = async (addresses = anna) => {
        const proposed = await propose();
        if (!proposed.ok || !proposed.shown) throw new Error('nothing was shown');
        expect(proposed.run).toMatchObject({ state: 'awaiting_confirmation', decision: { rule: 'customer' } });
        const { hash } = proposed.shown;
        const say = (word: object) =>
          house
            .get(ActionDecisions)
            .confirm(house.ai, proposed.run.id, { hash, assurance: 3, addresses, destination: null, ...word });
        return { say };
      };
      expect(done(await (await confirm()).say({ hash: 'of something else' }))).toMatchObject({
        error: { code: 'changed' },
      });
      expect(done(await (await confirm()).say({ assurance: 1 }))).toMatchObject({ decision: { rule: 'ai.assurance' } });
      expect(done(await (await confirm([])).say({}))).toMatchObject({ decision: { rule: 'ai.own-orders' } });
      expect(house.vendor.requests).toBe(0);
      expect(done(await (await confirm()).say({})).state).toBe('done');
      expect(house.vendor.effects).toHaveLength(1);
    });

    it('counts what was done before', async () => {
      for (const amount of [1_000, 1_100]) expect((await house.refund({ amount }, house.ai)).state).toBe('done');
      toyWorld.order = toyOrder({ externalId: '4712' });
      expect(await house.refund({ amount: 1_200 }, house.ai)).toMatchObject({
        state: 'awaiting_approval',
        decision: { rule: 'refund.count' },
      });
    });

    it("does not touch somebody else's order for the AI", async () => {
      toyWorld.order = toyOrder({ email: 'marco@example.com' });
      expect(await house.refund({ amount: 100 }, house.ai)).toMatchObject({
        state: 'denied',
        decision: { rule: 'ai.own-orders' },
      });
    });
  });

  describe('at a shop that moves no money', () => {
    beforeEach(async () => {
      await house.fresh([toyShop, toyPay]);
      toyWorld.movesMoney = false;
    });

    it('writes the credit note and then moves the money, each under a key of its own', async () => {
      const run = await house.refund();
      expect(run).toMatchObject({
        state: 'done',
        steps: [
          { name: 'Credit note', state: 'done' },
          { name: 'Payment', state: 'done' },
        ],
      });
      expect(house.vendor.effects.map(({ what }) => what)).toEqual(['refund', 'payment']);
      expect(house.vendor.effects[1]?.body).toMatchObject({ paymentId: 'pay-1', amount: eur(2490) });
      expect(new Set(house.vendor.effects.map(({ key }) => key)).size).toBe(2);
    });

    it('goes on with the money when the payment service was busy, and writes no second credit note', async () => {
      house.vendor.faults = ['none', '429'];
      const run = await house.refund();
      expect(run).toMatchObject({
        state: 'uncertain',
        error: { message: expect.stringContaining('standing: Credit note') },
      });
      house.kernel.clock.advance(MINUTE_MS);
      expect((await house.look(run.id)).state).toBe('done');
      expect(house.vendor.effects.map(({ what }) => what)).toEqual(['refund', 'payment']);
    });

    it('says what stands when the payment service refuses', async () => {
      house.vendor.faults = ['none', 'refuse'];
      expect(await house.refund()).toMatchObject({
        state: 'refused',
        error: { message: 'It was refunded by somebody else. Done before it, and standing: Credit note.' },
      });
    });

    it('offers a task when no payment service can move it', async () => {
      toyWorld.order = toyOrder({
        payments: [{ gateway: 'other', reference: 'x', amount: eur(40_000), paidAt: null }],
      });
      const result = await house.ask(house.ctx, 'refund', { order: '1003', amount: 100 });
      expect(result).toMatchObject({ ok: false, code: 'not_possible', fallback: { action: 'create_task' } });
      if (result.ok || !result.fallback) throw new Error('there should be a task');
      const task = done(await house.ask(house.ctx, 'create_task', result.fallback.arguments));
      expect(task.state).toBe('done');
      expect((await house.notes())[0]).toContain('To do: Refund #1003');
    });
  });

  describe('taken back', () => {
    const undo = (by: Ctx, id: string): Promise<ActionRunBody> => house.get(Undoing).undo(by, id);

    it('is undone once, and told', async () => {
      const run = await house.grant();
      expect(run).toMatchObject({ state: 'done', undoable: true, summary: 'Granted Anna Bergmann 50 Coins' });
      const twice = await Promise.allSettled([undo(house.ctx, run.id), undo(house.ctx, run.id)]);
      expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await house.get(ActionRuns).get(house.ctx, run.id)).state).toBe('undone');
      expect(house.vendor.undone).toHaveLength(1);
      expect(await house.events()).toContain('action.undone');
    });

    it('stands when the vendor refuses, and waits for a person when it does not answer', async () => {
      const run = await house.grant();
      house.vendor.faults = ['refuse', 'lose_answer'];
      expect(await undo(house.ctx, run.id)).toMatchObject({ state: 'done', error: { code: 'not_undone' } });
      expect(await undo(house.ctx, run.id)).toMatchObject({ state: 'uncertain', nextLookAt: null });
      const recovery = house.get(Recovery);
      expect((await recovery.resolve(await house.person('lead'), run.id, true, null)).state).toBe('undone');
      expect(house.vendor.undone).toHaveLength(1);
    });

    it('needs who did it, or a lead', async () => {
      const run = await house.grant();
      const other = await house.person('agent', 'Olga');
      await expect(undo(other, run.id)).rejects.toMatchObject({ status: 403 });
      expect((await undo(await house.person('lead'), run.id)).state).toBe('undone');
    });

    it('is not offered where it cannot be', async () => {
      const run = await house.refund();
      expect(run.undoable).toBe(false);
      await expect(undo(house.ctx, run.id)).rejects.toMatchObject({ code: 'not_undoable' });
    });
  });
});
