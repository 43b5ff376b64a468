import { sandboxForTest } from '../testing/start';
import type { Effect } from '../seed/world.types';
import { breakVendors } from './break-vendors';
import { Faults } from './faults';
import Fastify from 'fastify';

describe('a vendor of the list', () => {
  const faults = new Faults();
  const app = Fastify();
  const written: string[] = [];
  let url = '';
  beforeAll(async () => {
    faults.register('acme', ['odd']);
    breakVendors(app, faults, [
      { id: 'acme', prefix: '/acme', throttled: (reply) => reply.code(429).send('slow down') },
    ]);
    app.post('/acme/things', async () => {
      if (!faults.takeNoEffect('acme')) written.push('thing');
      return faults.takeDrift('acme') ? { thing_id: 1 } : { id: 1 };
    });
    url = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => app.close());
  beforeEach(() => void (written.length = 0));

  const post = async (mode: string) => {
    faults.set('acme', { mode, times: 1, delayMs: 0 });
    const answer = await fetch(`${url}/acme/things`, { method: 'POST', signal: AbortSignal.timeout(300) });
    return { status: answer.status, text: await answer.text() };
  };

  it('can be broken in the usual ways and its own', () => {
    expect(faults.modesOf('acme')).toEqual(expect.arrayContaining(['429', 'lose_answer', '500_after', 'drift', 'odd']));
    expect(faults.modesOf('mail')).not.toContain('drift');
  });

  it('does it, and says so in no or a wrong way', async () => {
    expect((await post('500_after')).status).toBe(500);
    await expect(post('lose_answer')).rejects.toThrow();
    await expect(post('timeout_after')).rejects.toThrow(/timeout/i);
    expect(written).toHaveLength(3);
  });

  it('does nothing, and says that it did', async () => {
    expect(await post('no_effect')).toEqual({ status: 200, text: '{"id":1}' });
    expect(written).toEqual([]);
    expect((await post('drift')).text).toBe('{"thing_id":1}');
  });

  it('refuses before anything happens', async () => {
    expect(await post('429')).toEqual({ status: 429, text: 'slow down' });
    expect((await post('500')).status).toBe(500);
    expect((await post('expired_token')).status).toBe(401);
    expect((await post('missing_scope')).status).toBe(403);
    await expect(post('timeout')).rejects.toThrow(/timeout/i);
    expect(written).toEqual([]);
  });
});

describe('the clock and the effects', () => {
  let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => (sandbox = await sandboxForTest({ now: () => new Date('2026-11-20T12:00:00Z'), orders: 60 })));
  afterAll(() => sandbox.stop());
  const fulfilled = async () => {
    const { json } = await sandbox.graphql(
      '{ orders(first: 1, query: "name:1001") { nodes { fulfillments { displayStatus } } } }',
    );
    return json.data.orders.nodes[0].fulfillments[0].displayStatus as string;
  };

  it('moves for all vendors at once, and back again', async () => {
    expect(await fulfilled()).toBe('IN_TRANSIT');
    const { json } = await sandbox.post('/__control/clock', { advance: '3d' });
    expect(json.now).toBe('2026-11-23T12:00:00.000Z');
    expect(await fulfilled()).toBe('DELIVERED');
    await sandbox.post('/__control/clock', { set: '2026-12-24T12:00:00Z' });
    expect((await sandbox.get('/__control/state')).json.now).toBe('2026-12-24T12:00:00.000Z');
    expect((await sandbox.post('/__control/clock', { advance: 'soon' })).status).toBe(400);
    await sandbox.post('/__control/reset');
    expect((await sandbox.get('/__control/state')).json.now).toBe('2026-11-20T12:00:00.000Z');
    expect(await fulfilled()).toBe('IN_TRANSIT');
  });

  it('tells what was made to happen, until reset', async () => {
    await sandbox.post('/__control/orders/1003/refund', { amount: '20.00' });
    await sandbox.post('/__control/orders/1002/cancel');
    const effects = async (query = '') => (await sandbox.get(`/__control/effects${query}`)).json.effects as Effect[];
    expect((await effects()).map(({ kind, target, amount }) => [kind, target, amount])).toEqual([
      ['refund', '#1003', 2_000],
      ['cancel', '#1002', null],
      ['refund', '#1002', 34_900],
    ]);
    expect(await effects('?kind=refund&target=%231002')).toHaveLength(1);
    await sandbox.post('/__control/reset');
    expect(await effects()).toEqual([]);
  });

  it('has as many orders as were asked for', async () => {
    expect((await sandbox.get('/__control/state?all=true')).json.shop.orders).toHaveLength(60);
  });
});
