import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '../../../testing/wait-for';
import type { HookRequest } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { stripe } from './stripe.connector';
import { stripeTwin, type StripeTwin } from './stripe.conformance-twin';

describe("Stripe's hook", () => {
  let vendor: StripeTwin;
  const kept: object[] = [];
  const calls: HookRequest[] = [];
  const door = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push(asked(Buffer.concat(chunks), request.headers));
      response.writeHead(200).end();
    });
  });
  let hookUrl = '';
  const asked = (body: Buffer, headers: IncomingHttpHeaders): HookRequest => ({
    method: 'POST',
    url: hookUrl,
    query: {},
    headers: headers as Record<string, string>,
    body,
  });
  const connect = (webhookSecret?: string) => {
    const { deps } = channelDeps({
      baseUrl: vendor.baseUrl,
      hookUrl,
      keep: async (changes) => void kept.push(changes),
    });
    return stripe.connect({ apiKey: 'rk_test_sandbox', webhookSecret }, deps);
  };
  const registered = async () => (await vendor.raw<{ data: { id: string; url: string }[] }>('/webhook_endpoints')).data;

  beforeAll(async () => {
    vendor = await stripeTwin();
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    hookUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/hooks/1`;
  });
  beforeEach(async () => {
    await vendor.reset();
    kept.length = 0;
    calls.length = 0;
  });
  afterAll(async () => {
    door.closeAllConnections();
    door.close();
    await vendor?.stop();
  });

  it('registers once, keeps the secret, and changes nothing with what is there', async () => {
    const adapter = connect();
    await adapter.hook!.register!();
    const first = await registered();
    expect(first).toMatchObject([{ url: hookUrl, status: 'enabled', api_version: '2026-10-28.endive' }]);
    expect(kept).toEqual([{ webhookSecret: 'whsec_sandbox' }]);
    await adapter.hook!.register!();
    await connect('whsec_sandbox').hook!.register!();
    expect(await registered()).toEqual(first);
    expect(kept).toHaveLength(1);
  });

  it('makes the address anew when its secret was lost, as Stripe tells it once', async () => {
    await connect().hook!.register!();
    const [before] = await registered();
    await connect().hook!.register!();
    const after = await registered();
    expect(after).toHaveLength(1);
    expect(after[0]?.id).not.toBe(before?.id);
    expect(kept).toHaveLength(2);
  });

  it('takes its own address back, and nobody else is touched', async () => {
    await connect().hook!.register!();
    const other = new URLSearchParams({ url: 'https://books.example/stripe', 'enabled_events[0]': '*' });
    const headers = { authorization: 'Bearer rk_test_sandbox' };
    await fetch(`${vendor.baseUrl}/v1/webhook_endpoints`, { method: 'POST', headers, body: other });
    await connect().hook!.unregister!();
    expect((await registered()).map((one) => one.url)).toEqual(['https://books.example/stripe']);
  });

  it('hears of a refund, signed, as the refund and its payment', async () => {
    const { hook, refund } = connect();
    await hook!.register!();
    const paymentId = vendor.known.references[0]!;
    const write = { key: 'an-action', beforeCommit: async () => undefined };
    const made = await refund!.perform({ paymentId, amount: null, reason: null }, write);
    await waitFor(() => calls.length === 2);
    for (const call of calls) expect(await hook!.verify(call)).toBeNull();
    const hints = calls.flatMap((call) => hook!.hints(call));
    expect(hints).toEqual(
      expect.arrayContaining([
        { resource: 'refund', externalId: made.externalId },
        { resource: 'payment', externalId: paymentId },
      ]),
    );
  });

  it('believes nobody without a secret, nor who signs with another one', async () => {
    const body = Buffer.from('{"type":"refund.created","data":{"object":{"object":"refund","id":"re_1"}}}');
    const time = Math.floor(Date.now() / 1000);
    const v1 = createHmac('sha256', 'whsec_other').update(`${time}.${body.toString()}`).digest('hex');
    const call = asked(body, { 'stripe-signature': `t=${time},v1=${v1}` });
    expect(await connect().hook!.verify(call)).toMatch(/no signing secret/);
    expect(await connect('whsec_sandbox').hook!.verify(call)).toMatch(/signature is wrong/);
    expect(await connect('whsec_other').hook!.verify(call)).toBeNull();
  });

  it.each([
    ['{}', []],
    ['not json', []],
    ['{"type":"customer.created","data":{"object":{"id":"cus_1"}}}', []],
    [
      '{"type":"charge.dispute.created","data":{"object":{"object":"dispute","id":"dp_1","charge":"ch_1"}}}',
      [{ resource: 'payment', externalId: 'ch_1' }],
    ],
    [
      '{"type":"payment_intent.succeeded","data":{"object":{"object":"payment_intent","id":"pi_1"}}}',
      [{ resource: 'payment', externalId: 'pi_1' }],
    ],
  ])('reads %s', (body, hints) => {
    expect(connect('whsec_x').hook!.hints(asked(Buffer.from(body), {}))).toEqual(hints);
  });
});
