import { CommerceService } from '@satchel/commerce';
import { makeWorkspace } from '@satchel/testing';
import { Recovery } from './recovery.service';
import { ActionRuns } from './run.service';
import { LEASE_MS } from './step-outcome';
import { eur, toyWorld } from './toy-connectors.fixture';
import { done, ToyHouse } from './toy-house.fixture';

const MINUTE_MS = 60_000;

describe('an action', () => {
  let house: ToyHouse;

  beforeAll(async () => (house = await ToyHouse.start()));
  beforeEach(() => house.fresh());
  afterAll(() => house?.stop());

  describe('is done once and read back', () => {
    it('and tells the log and the ticket what it did', async () => {
      const run = await house.refund();
      expect(run).toMatchObject({
        state: 'done',
        summary: 'Refunded 24.90 EUR for #1003',
        orderNumber: '#1003',
        amount: eur(2490),
        decision: { verdict: 'allow', policyVersion: 0 },
        steps: [{ name: 'Refund', state: 'done' }],
        evidence: [{ source: 'Toy shop', facts: expect.arrayContaining([{ label: 'Amount', value: '24.90 EUR' }]) }],
      });
      expect(house.vendor.effects).toMatchObject([{ what: 'refund', key: run.id }]);
      expect(await house.events()).toEqual(['action.proposed', 'action.decided', 'action.done']);
    });

    it('and has what was read there before read anew', async () => {
      const changed = jest.spyOn(house.get(CommerceService), 'changed');
      const run = await house.refund();
      expect(changed).toHaveBeenCalledWith(run.connectionId);
      changed.mockRestore();
    });

    it('though the vendor shows it a moment later', async () => {
      house.vendor.lag = 2;
      expect((await house.refund()).state).toBe('done');
    });

    it.each(['lose_answer', '500_after'] as const)('though its answer was lost (%s)', async (fault) => {
      house.vendor.faults = [fault];
      expect((await house.refund()).state).toBe('done');
      expect(house.vendor.effects).toHaveLength(1);
    });

    it('for ten equal requests at once, and an eleventh later', async () => {
      const clientId = `once-${house.ticketId}`;
      const all = await Promise.all(
        Array.from({ length: 10 }, () => house.refund({ amount: 100 }, house.ctx, clientId)),
      );
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect((await house.refund({ amount: 100 }, house.ctx, clientId)).state).toBe('done');
      expect(house.vendor.effects).toHaveLength(1);
      await expect(house.refund({ amount: 200 }, house.ctx, clientId)).rejects.toMatchObject({
        code: 'client_id_taken',
        status: 409,
      });
    });
  });

  describe('that did not happen', () => {
    it('is failed when the shop says yes and does nothing, and keeps the next one waiting until that is sure', async () => {
      house.vendor.faults = ['no_effect'];
      const run = await house.refund();
      expect(run).toMatchObject({ state: 'uncertain', error: { code: 'not_shown' } });
      await expect(house.refund()).rejects.toMatchObject({ code: 'busy' });
      house.kernel.clock.advance(MINUTE_MS);
      expect(await house.look(run.id)).toMatchObject({
        state: 'failed',
        error: { code: 'no_effect', message: 'Toy shop said yes, but the change is not there. It did not happen.' },
      });
      expect(await house.events()).toEqual(['action.proposed', 'action.decided', 'action.uncertain', 'action.failed']);
      expect((await house.refund()).state).toBe('done');
      expect(house.vendor.effects).toHaveLength(1);
    });

    it('is done after all when the shop shows it a minute later', async () => {
      house.vendor.lag = 3;
      const run = await house.refund();
      expect(run.state).toBe('uncertain');
      house.kernel.clock.advance(MINUTE_MS);
      expect(await house.look(run.id)).toMatchObject({ state: 'done', error: null });
    });

    it('stays open while the shop does not answer the second look, and is done when it shows later', async () => {
      house.vendor.lag = 3;
      const run = await house.refund();
      house.vendor.silent = true;
      house.kernel.clock.advance(MINUTE_MS);
      expect(await house.look(run.id)).toMatchObject({ state: 'uncertain', attempts: 1 });
      house.vendor.silent = false;
      house.kernel.clock.advance(10 * MINUTE_MS);
      expect((await house.look(run.id)).state).toBe('done');
    });

    it("is refused in the shop's words", async () => {
      house.vendor.faults = ['refuse'];
      expect(await house.refund()).toMatchObject({
        state: 'refused',
        error: { code: 'rejected', message: 'It was refunded by somebody else.' },
      });
      expect(house.vendor.effects).toEqual([]);
    });

    it('may be asked for again at once', async () => {
      house.vendor.faults = ['429'];
      expect(await house.refund()).toMatchObject({ state: 'failed', error: { code: 'rate_limited' } });
      expect((await house.refund()).state).toBe('done');
    });
  });

  describe('whose outcome is open', () => {
    it('is told to people, and looked at again until it is known that it did not happen', async () => {
      house.vendor.faults = ['500_before'];
      const run = await house.refund();
      expect(run).toMatchObject({ state: 'uncertain', nextLookAt: '2026-01-09T10:01:00.000Z' });
      expect(await house.events()).toEqual(['action.proposed', 'action.decided', 'action.uncertain']);
      expect((await house.notes())[0]).toContain('Refund 24.90 EUR for #1003');
      expect((await house.look(run.id)).state).toBe('uncertain');
      house.kernel.clock.advance(MINUTE_MS);
      expect(await house.look(run.id)).toMatchObject({ state: 'failed', error: { code: 'not_done' } });
      expect(house.vendor.requests).toBe(1);
    });

    it('is done when the vendor can be asked again', async () => {
      house.vendor.faults = ['lose_answer'];
      house.vendor.silent = true;
      const run = await house.refund();
      expect(run).toMatchObject({ state: 'uncertain', error: { code: 'not_readable' } });
      house.vendor.silent = false;
      house.kernel.clock.advance(MINUTE_MS);
      expect((await house.look(run.id)).state).toBe('done');
      expect(house.vendor.effects).toHaveLength(1);
      expect(await house.notes()).toHaveLength(1);
    });

    it('keeps the next one waiting, until a lead tells what happened', async () => {
      toyWorld.canTell = false;
      const run = await house.refund();
      expect(run).toMatchObject({ state: 'uncertain', error: { code: 'unknown' } });
      await expect(house.refund({ amount: 100 })).rejects.toMatchObject({
        code: 'busy',
        status: 409,
        message: expect.stringContaining('not certain yet'),
      });
      const recovery = house.get(Recovery);
      await expect(recovery.resolve(house.ctx, run.id, true, null)).rejects.toMatchObject({ status: 403 });
      const told = await recovery.resolve(await house.person('lead'), run.id, true, 'Seen in the shop');
      expect(told).toMatchObject({ state: 'done', decidedBy: { name: 'Lee' }, evidence: [{ source: 'Lee' }] });
      toyWorld.canTell = true;
      expect((await house.refund({ amount: 100 })).state).toBe('done');
    });

    it('is failed when a lead says that it did not happen', async () => {
      toyWorld.canTell = false;
      const run = await house.refund();
      const told = await house.get(Recovery).resolve(await house.person('lead'), run.id, false, null);
      expect(told).toMatchObject({ state: 'failed', error: { code: 'not_done' } });
      expect(await house.events()).toContain('action.failed');
    });
  });

  it('is not begun while another one changes the same order', async () => {
    let open: () => void = () => undefined;
    house.vendor.gate = new Promise((resolve) => (open = resolve));
    const both = [house.refund({ amount: 300 }), house.refund({ amount: 500 })];
    // Whichever came second is told at once; the first one is still held at the vendor.
    await expect(
      Promise.any(
        both.map((one) =>
          one.then(
            () => Promise.reject(new Error('done')),
            (error: unknown) => error,
          ),
        ),
      ),
    ).resolves.toMatchObject({
      code: 'busy',
      message: expect.stringMatching(/ by Maya Lindqvist is being done right now/),
    });
    open();
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(house.vendor.effects).toHaveLength(1);
  });

  describe('of a process that died', () => {
    /** As a kill leaves it: claimed, with or without a request that left. */
    const killed = async (left: boolean): Promise<string> => {
      house.vendor.faults = ['429'];
      const { id } = await house.refund();
      const leftAt = left ? JSON.stringify(house.kernel.clock.now().toISOString()) : 'null';
      await house.ctx.query(
        `update action_run set state = 'performing', claimed_at = $2, claimed_by = gen_random_uuid(), finished_at = null, error = null,
           steps = jsonb_set(jsonb_set(steps, '{0,leftAt}', $3::jsonb), '{0,state}', '"performing"') where id = $1`,
        [id, house.kernel.clock.now(), leftAt],
      );
      house.vendor.requests = 0;
      return id;
    };

    it('is left alone while its claim is young', async () => {
      const id = await killed(false);
      house.kernel.clock.advance(LEASE_MS - 1);
      expect((await house.look(id)).state).toBe('performing');
      expect(house.vendor.requests).toBe(0);
    });

    it('is done when nothing had left', async () => {
      const id = await killed(false);
      house.kernel.clock.advance(LEASE_MS);
      expect((await house.look(id)).state).toBe('done');
      expect(house.vendor.effects).toHaveLength(1);
    });

    it('is never sent again when it had left and is not there', async () => {
      const id = await killed(true);
      house.kernel.clock.advance(LEASE_MS);
      expect(await house.look(id)).toMatchObject({ state: 'failed', error: { code: 'not_done' } });
      expect(house.vendor.requests).toBe(0);
    });

    it('is done when it had left and is there', async () => {
      const id = await killed(true);
      house.vendor.effects = [{ what: 'refund', key: id, body: { amount: eur(2490) } }];
      house.kernel.clock.advance(LEASE_MS);
      expect((await house.look(id)).state).toBe('done');
      expect(house.vendor.requests).toBe(0);
    });

    it('cannot be finished by whoever lost the claim', async () => {
      let open: () => void = () => undefined;
      house.vendor.gate = new Promise((resolve) => (open = resolve));
      const slow = house.refund();
      for (let n = 0; house.vendor.requests === 0 && n < 500; n++)
        await new Promise((resolve) => setTimeout(resolve, 5));
      const [{ id } = { id: '' }] = await house.ctx.query<{ id: string }>(
        `select id from action_run where workspace_id = $1`,
        [house.ctx.workspaceId],
      );
      house.kernel.clock.advance(LEASE_MS);
      house.vendor.silent = true;
      expect((await house.look(id)).state).toBe('uncertain');
      house.vendor.silent = false;
      open();
      expect((await slow).state).toBe('uncertain');
      house.kernel.clock.advance(MINUTE_MS);
      expect((await house.look(id)).state).toBe('done');
      expect(house.vendor.effects).toHaveLength(1);
    });
  });

  it('only looked up is answered with what was read, and is not in the log', async () => {
    const run = done(await house.ask(house.ctx, 'look_up_order', { order: '1003' }));
    expect(run).toMatchObject({
      state: 'done',
      result: { order: { number: '#1003' } },
      evidence: [{ source: 'Toy shop' }],
    });
    expect(await house.events()).toEqual([]);
  });

  it('of one workspace is not seen in another', async () => {
    const run = await house.refund();
    const other = (await makeWorkspace(house.kernel.db)).ctx;
    await expect(house.get(ActionRuns).get(other, run.id)).rejects.toMatchObject({ status: 404 });
  });

  it('waits for nobody inside a transaction', async () => {
    await expect(
      house.ctx.transaction((tx) =>
        house.get(ActionRuns).run(tx, 'refund', { arguments: { order: '1003', amount: 1 } }),
      ),
    ).rejects.toThrow('inside a transaction');
    expect(house.vendor.requests).toBe(0);
  });
});
