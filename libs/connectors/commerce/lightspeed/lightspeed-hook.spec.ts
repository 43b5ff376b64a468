import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HookRequest } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { good, lightspeedTwin, type LightspeedTwin } from './conformance-twin';
import { lightspeed } from './lightspeed.connector';

describe("Lightspeed's web hooks", () => {
  let twin: LightspeedTwin;
  const calls: HookRequest[] = [];
  const door = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      const url = `${hookUrl()}${(request.url ?? '').slice('/hooks/c1'.length)}`;
      calls.push({ method: 'POST', url, query: {}, headers, body: Buffer.concat(chunks) });
      response.writeHead(200).end();
    });
  });
  const hookUrl = () => `http://127.0.0.1:${(door.address() as AddressInfo).port}/hooks/c1`;
  const shop = (where = hookUrl()) => {
    const made = channelDeps({ baseUrl: twin.baseUrl, hookUrl: where });
    const adapter = lightspeed.connect(good as never, made.deps);
    if (!adapter.hook) throw new Error('there should be a hook');
    return { adapter, hook: adapter.hook, ...made };
  };
  const webhooks = async () => (await twin.sandbox.control('lightspeed')).webhooks as any[];
  const until = async (look: () => HookRequest | undefined): Promise<HookRequest> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const seen = look();
      if (seen) return seen;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the shop should have called');
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    twin = await lightspeedTwin();
  });
  beforeEach(async () => {
    await twin.reset();
    calls.length = 0;
  });
  afterAll(async () => {
    door.closeAllConnections();
    await new Promise((resolve) => door.close(resolve));
    await twin?.stop();
  });

  it('are made once for each group, at an address that nobody can guess, and taken back', async () => {
    const { hook } = shop();
    await hook.register?.();
    const made = await webhooks();
    expect(made.map((one) => one.itemGroup)).toEqual([
      'orders',
      'shipments',
      'invoices',
      'returns',
      'customers',
      'products',
      'variants',
    ]);
    expect(new Set(made.map((one) => one.itemAction))).toEqual(new Set(['*']));
    expect(new Set(made.map((one) => one.address)).size).toBe(1);
    expect(made[0].address).toMatch(/\/hooks\/c1\/[0-9a-f]{40}$/);
    await shop().hook.register?.();
    expect(await webhooks()).toEqual(made);
    await hook.unregister?.();
    expect(await webhooks()).toEqual([]);
  });

  it('follow the house to another public address, and are switched on again', async () => {
    await shop('https://old.fernhill.example/hooks/c1').hook.register?.();
    const before = await webhooks();
    const authorization = `Basic ${Buffer.from('sandbox-key:sandbox-secret').toString('base64')}`;
    await fetch(`${twin.baseUrl}/nl/webhooks/${before[0].id}.json`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ webhook: { isActive: false } }),
    });
    await shop().hook.register?.();
    const after = await webhooks();
    expect(after.map((one) => one.id)).toEqual(before.map((one) => one.id));
    expect(after.every((one) => one.isActive && one.address.startsWith(hookUrl()))).toBe(true);
  });

  it('take the room that the shop has, and leave those of others alone', async () => {
    await twin.settings({ maxWebhooks: 3 });
    const authorization = `Basic ${Buffer.from('sandbox-key:sandbox-secret').toString('base64')}`;
    await fetch(`${twin.baseUrl}/nl/webhooks.json`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ webhook: { itemGroup: 'orders', itemAction: '*', address: 'https://other.example/x' } }),
    });
    const { hook, warnings } = shop();
    await hook.register?.();
    expect((await webhooks()).map((one) => one.itemGroup)).toEqual(['orders', 'orders', 'shipments']);
    expect(warnings).toHaveLength(1);
    await hook.unregister?.();
    expect((await webhooks()).map((one) => one.address)).toEqual(['https://other.example/x']);
    await twin.settings({ maxWebhooks: 1 });
    await expect(hook.register?.()).rejects.toMatchObject({ code: 'rejected' });
  });

  it('tell of a change in the shop, signed, as a hint to read it again', async () => {
    const { hook, adapter } = shop();
    await hook.register?.();
    const [order] = await adapter.orders.byNumber('ORD01002');
    await twin.sandbox.control('orders/1002/fulfil', {});
    const call = await until(() => calls.find((one) => one.headers['x-event'] === 'orders/updated'));
    expect(await hook.verify(call)).toBeNull();
    expect(hook.hints(call)).toEqual([{ resource: 'order', externalId: order?.externalId }]);
    expect(hook.answer.status).toBe(200);
  });

  it('are refused with a wrong signature, another address or another shop', async () => {
    const { hook } = shop();
    await hook.register?.();
    await twin.sandbox.control('orders/1002/fulfil', {});
    const call = await until(() => calls.find((one) => one.headers['x-event'] === 'orders/updated'));
    const changed = Buffer.from(call.body.toString().replace('"order"', '"order" '));
    expect(await hook.verify({ ...call, body: changed })).toMatch(/signature/);
    const signature = createHash('md5').update(call.body).update('not-the-secret').digest('hex');
    expect(await hook.verify({ ...call, headers: { ...call.headers, 'x-signature': signature } })).toMatch(/signature/);
    expect(await hook.verify({ ...call, headers: { ...call.headers, 'x-signature': '' } })).toMatch(/signature/);
    expect(await hook.verify({ ...call, url: hookUrl() })).toMatch(/address/);
    expect(await hook.verify({ ...call, url: `${hookUrl()}/${'0'.repeat(40)}` })).toMatch(/address/);
    expect(await hook.verify({ ...call, headers: { ...call.headers, 'x-shop-id': '7' } })).toMatch(/another/);
  });

  it('are a hint without a signature, and without a word from the shop about itself', async () => {
    const { hook } = shop();
    await hook.register?.();
    await twin.settings({ signs: false });
    await twin.sandbox.control('orders/1002/fulfil', {});
    const call = await until(() => calls.find((one) => one.headers['x-event'] === 'orders/updated'));
    expect(call.headers['x-signature']).toBeUndefined();
    expect(await hook.verify(call)).toBeNull();
    await twin.fault('down');
    expect(await shop().hook.verify(call)).toBeNull();
    await twin.fault('none');
  });

  it.each([
    ['{"order":{"id":12}}', [{ resource: 'order', externalId: '12' }]],
    ['{"invoice":{"id":9,"order":{"resource":{"id":12}}}}', [{ resource: 'order', externalId: '12' }]],
    ['{"shipment":{"id":9,"order":{"resource":{"id":"12"}}}}', [{ resource: 'order', externalId: '12' }]],
    ['{"shipment":{"id":9,"order":false}}', []],
    ['{"return":{"id":9,"orderId":12}}', [{ resource: 'order', externalId: '12' }]],
    ['{"customer":{"id":3}}', [{ resource: 'customer', externalId: '3' }]],
    ['{"product":{"id":4}}', [{ resource: 'product', externalId: '4' }]],
    ['{"variant":{"id":5,"product":{"resource":{"id":4}}}}', [{ resource: 'product', externalId: '4' }]],
    ['{"order":{"id":"../../x"}}', []],
    ['{"constructor":{"id":1}}', []],
    ['{"review":{"id":1}}', []],
    ['[]', []],
    ['{', []],
    ['', []],
  ])('make of %s the hints %j', (body, hints) => {
    const call = { method: 'POST', url: '', query: {}, headers: {}, body: Buffer.from(body) };
    expect(shop().hook.hints(call)).toEqual(hints);
  });
});
