import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '../../../testing/wait-for';
import type { HookRequest } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { good, woocommerceTwin, type WoocommerceTwin } from './conformance-twin';
import { woocommerce } from './woocommerce.connector';

process.env.SANDBOX_ORDERS = '60';

describe("WooCommerce's web hooks", () => {
  let twin: WoocommerceTwin;
  const calls: HookRequest[] = [];
  const door = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      calls.push({ method: 'POST', url: hookUrl(), query: {}, headers, body: Buffer.concat(chunks) });
      response.writeHead(200).end();
    });
  });
  const hookUrl = () => `http://127.0.0.1:${(door.address() as AddressInfo).port}/hooks/c1`;
  const shop = (where = hookUrl()) => {
    const made = channelDeps({ baseUrl: twin.baseUrl, hookUrl: where });
    const adapter = woocommerce.connect(good, made.deps);
    if (!adapter.hook) throw new Error('there should be a hook');
    return { adapter, hook: adapter.hook, ...made };
  };
  const webhooks = async () => (await twin.sandbox.control('woocommerce')).webhooks as any[];
  const called = async (fits: (call: HookRequest) => boolean): Promise<HookRequest> => {
    await waitFor(async () => calls.some(fits));
    return calls.find(fits) as HookRequest;
  };
  const about = (topic: string) => (call: HookRequest) => call.headers['x-wc-webhook-topic'] === topic;

  beforeAll(async () => {
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    twin = await woocommerceTwin();
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

  it('are made once for each topic, and taken back', async () => {
    const { hook } = shop();
    await hook.register?.();
    const made = await webhooks();
    expect(made.map((one) => one.topic)).toContain('order.updated');
    expect(new Set(made.map((one) => one.topic)).size).toBe(made.length);
    expect(new Set(made.map((one) => one.deliveryUrl))).toEqual(new Set([hookUrl()]));
    expect(made[0].secret).toMatch(/^[0-9a-f]{64}$/);
    const again = shop();
    await again.hook.register?.();
    expect(await webhooks()).toEqual(made);
    expect(again.asked.filter((one) => one.method !== 'GET')).toEqual([]);
    await hook.unregister?.();
    expect(await webhooks()).toEqual([]);
  });

  it('follow the house to another address, are switched on again, and those of others are left alone', async () => {
    await shop('https://old.fernhill.example/hooks/c1').hook.register?.();
    const [first] = await webhooks();
    const authorization = `Basic ${Buffer.from('ck_sandbox:cs_sandbox').toString('base64')}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const send = (method: string, path: string, body: object) =>
      fetch(`${twin.baseUrl}/wp-json/wc/v3/${path}`, { method, headers, body: JSON.stringify(body) });
    await send('PUT', `webhooks/${first.id}`, { status: 'disabled', secret: 'changed by hand', name: 'Mine' });
    await send('POST', 'webhooks', { topic: 'order.updated', delivery_url: 'https://other.example/x', secret: 's' });
    const { hook } = shop();
    await hook.register?.();
    const ours = (await webhooks()).filter((one) => one.deliveryUrl !== 'https://other.example/x');
    expect(ours).toHaveLength(8);
    expect(ours.every((one) => one.status === 'active' && one.deliveryUrl === hookUrl())).toBe(true);
    expect(new Set(ours.map((one) => one.secret)).size).toBe(1);
    await hook.unregister?.();
    expect((await webhooks()).map((one) => one.deliveryUrl)).toEqual(['https://other.example/x']);
  });

  it('are pinged when they are made, which is answered and no word about anything', async () => {
    const { hook } = shop();
    await hook.register?.();
    const ping = await called((call) => call.body.toString().startsWith('webhook_id='));
    expect(hook.handshake?.(ping)).toEqual({ status: 200 });
    expect(hook.hints(ping)).toEqual([]);
    const longer = { ...ping, body: Buffer.from(`${ping.body.toString()}&id=1`) };
    expect(hook.handshake?.(longer)).toBeNull();
    expect(await hook.verify(longer)).toMatch(/not signed/);
  });

  it('tell of a change in the shop, signed, as a hint to read it again', async () => {
    const { hook, adapter } = shop();
    await hook.register?.();
    const [order] = await adapter.orders.byNumber('1002');
    await twin.sandbox.control('orders/1002/fulfil', {});
    const call = await called(about('order.updated'));
    expect(hook.handshake?.(call)).toBeNull();
    expect(await hook.verify(call)).toBeNull();
    expect(hook.hints(call)).toEqual([{ resource: 'order', externalId: order?.externalId }]);
    expect(hook.answer.status).toBe(200);
  });

  it('are refused with a wrong signature', async () => {
    const { hook } = shop();
    await hook.register?.();
    await twin.sandbox.control('orders/1002/fulfil', {});
    const call = await called(about('order.updated'));
    const signed = (signature: string) => ({
      ...call,
      headers: { ...call.headers, 'x-wc-webhook-signature': signature },
    });
    const theirs = createHmac('sha256', 'not-the-secret').update(call.body).digest('base64');
    expect(await hook.verify(signed(theirs))).toMatch(/signature/);
    expect(await hook.verify(signed(theirs.slice(0, 8)))).toMatch(/signature/);
    expect(await hook.verify(signed(''))).toMatch(/not signed/);
    expect(await hook.verify({ ...call, body: Buffer.concat([call.body, Buffer.from(' ')]) })).toMatch(/signature/);
  });

  it.each([
    ['order.updated', '{"id":12}', [{ resource: 'order', externalId: '12' }]],
    ['order.deleted', '{"id":"12"}', [{ resource: 'order', externalId: '12' }]],
    ['customer.created', '{"id":3}', [{ resource: 'customer', externalId: '3' }]],
    ['product.updated', '{"id":5,"parent_id":4}', [{ resource: 'product', externalId: '4' }]],
    ['product.updated', '{"id":4,"parent_id":0}', [{ resource: 'product', externalId: '4' }]],
    ['order.updated', '{"id":"../../x"}', []],
    ['coupon.created', '{"id":1}', []],
    ['', '{"id":1}', []],
    ['order.updated', '[]', []],
    ['order.updated', '{', []],
  ])('make of %s %s the hints %j', (topic, body, hints) => {
    const headers = { 'x-wc-webhook-topic': topic };
    const call = { method: 'POST', url: '', query: {}, headers, body: Buffer.from(body) };
    expect(shop().hook.hints(call)).toEqual(hints);
  });
});
