import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandboxProcess, type SandboxProcess } from '../../../../testing/sandbox-process';
import { waitFor } from '../../../../testing/wait-for';
import type { ChangeHook, HookRequest } from '../../../port';
import { channelDeps } from '../../../vendor/channel-deps.fixture';
import { shopify } from '../shopify.connector';
import { hintsOf } from './hints';
import { TOPICS } from './shopify-hook';

const shopDomain = 'fernhill-outfitters.myshopify.com';
const request = (topic: string, body: object | string, headers: Record<string, string> = {}): HookRequest => ({
  method: 'POST',
  url: 'https://desk.example/hooks/1',
  query: {},
  headers: { 'x-shopify-topic': topic, ...headers },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

function hookOf(credentials: object, deps: object = {}): ChangeHook | undefined {
  return shopify.connect({ shopDomain, ...credentials }, channelDeps(deps).deps).hook;
}

describe("Shopify's webhooks", () => {
  it.each([
    ['orders/updated', { id: 7 }, [{ resource: 'order', externalId: 'gid://shopify/Order/7' }]],
    ['fulfillments/update', { id: 9, order_id: 7 }, [{ resource: 'order', externalId: 'gid://shopify/Order/7' }]],
    ['refunds/create', { id: 9, order_id: '7' }, [{ resource: 'order', externalId: 'gid://shopify/Order/7' }]],
    ['returns/request', { id: 9, order: { id: 7 } }, [{ resource: 'order', externalId: 'gid://shopify/Order/7' }]],
    ['customers/update', { id: 5 }, [{ resource: 'customer', externalId: 'gid://shopify/Customer/5' }]],
    ['products/create', { id: 3 }, [{ resource: 'product', externalId: 'gid://shopify/Product/3' }]],
    ['app/uninstalled', { id: 1 }, []],
    ['constructor/x', { id: 1 }, []],
    ['orders/updated', { id: '7") { x }' }, []],
    ['orders/updated', 'not json', []],
    ['orders/updated', '[]', []],
  ])('%s of %j hints at %j', (topic, body, hints) => expect(hintsOf(request(topic, body))).toEqual(hints));

  it('believes only what is signed with the secret, over the bytes as they came', () => {
    const hook = hookOf({ accessToken: 'shpat_x', webhookSecret: 'hush' });
    const body = '{ "id": 7 }';
    const sign = (secret: string, text = body) => createHmac('sha256', secret).update(text).digest('base64');
    const verify = (signature: string) =>
      hook?.verify(request('orders/updated', body, { 'x-shopify-hmac-sha256': signature }));
    expect(verify(sign('hush'))).toBeNull();
    for (const wrong of [sign('other'), sign('hush', '{"id":7}'), '', 'AAAA', sign('hush').slice(0, -2)]) {
      expect(verify(wrong)).toMatch(/client secret/);
    }
  });

  it('is there only when there is a secret to know Shopify by', () => {
    expect(hookOf({ accessToken: 'shpat_x' })).toBeUndefined();
    expect(hookOf({ clientId: 'a', clientSecret: 'b' })).toBeDefined();
  });

  describe('registered at a shop', () => {
    let sandbox: SandboxProcess;
    let door: Server;
    let url = '';
    const calls: HookRequest[] = [];
    beforeAll(async () => {
      sandbox = await startSandboxProcess();
      door = createServer((incoming, answer) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const headers = incoming.headers as Record<string, string>;
          calls.push({ method: 'POST', url, query: {}, headers, body: Buffer.concat(chunks) });
          answer.end();
        });
      });
      await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/hooks/1`;
    });
    afterAll(async () => {
      await new Promise<void>((resolve) => door.close(() => resolve()));
      await sandbox.stop();
    });
    const hook = () =>
      hookOf(
        { clientId: 'sandbox-id', clientSecret: 'sandbox-secret' },
        { baseUrl: `${sandbox.url}/shopify`, hookUrl: url, fetch },
      )!;

    it('is told once of each change, however often it was registered, until it is taken back', async () => {
      await hook().register?.();
      await hook().register?.();
      await sandbox.control('orders/1002/refund', { amount: '5.00' });
      const of = (topic: string) => calls.filter(({ headers }) => headers['x-shopify-topic'] === topic);
      const [refund] = await waitFor(() => of('refunds/create').length > 0 && of('refunds/create'));
      expect(refund && hook().verify(refund)).toBeNull();
      const state = await sandbox.control('state');
      const { id } = state.shop.orders.find((order: any) => order.name === '#1002');
      expect(refund && hook().hints(refund)).toEqual([{ resource: 'order', externalId: id }]);
      await waitFor(() => of('orders/updated').length > 0);
      expect(of('refunds/create')).toHaveLength(1);
      expect(TOPICS).toContain('REFUNDS_CREATE');

      await hook().unregister?.();
      calls.length = 0;
      await sandbox.control('orders/1002/refund', { amount: '5.00' });
      await hook().register?.();
      await sandbox.control('orders/1002/refund', { amount: '5.00' });
      await waitFor(() => of('refunds/create').length > 0);
      expect(of('refunds/create')).toHaveLength(1);
    });

    it('refuses what somebody else sends in its name', async () => {
      await sandbox.control('faults', { vendor: 'shopify', mode: 'forged', times: 1 });
      calls.length = 0;
      await hook().register?.();
      await sandbox.control('orders/1004/refund', { amount: '1.00' });
      const seen = await waitFor(() => calls.length > 1 && [...calls]);
      expect(seen.map((call) => hook().verify(call)).filter((answer) => answer !== null)).toHaveLength(1);
    });
  });
});
