import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '../../../testing/wait-for';
import type { HookRequest } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { paypal } from './paypal.connector';
import { paypalTwin, type PaypalTwin } from './paypal.conformance-twin';

describe("PayPal's hook", () => {
  let vendor: PaypalTwin;
  const kept: object[] = [];
  const calls: HookRequest[] = [];
  let hookUrl = '';
  const door = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      calls.push({ method: 'POST', url: hookUrl, query: {}, headers, body: Buffer.concat(chunks) });
      response.writeHead(200).end();
    });
  });
  const connect = (webhookId?: string) => {
    const keep = async (changes: object) => void kept.push(changes);
    return paypal.connect({ ...vendor.good, webhookId }, channelDeps({ baseUrl: vendor.baseUrl, hookUrl, keep }).deps);
  };

  beforeAll(async () => {
    vendor = await paypalTwin();
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    hookUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/hooks/1`;
  });
  afterAll(async () => {
    door.closeAllConnections();
    door.close();
    await vendor?.stop();
  });

  it('registers once, keeps its ID, and finds it again when that was lost', async () => {
    const { hook } = connect();
    await hook!.register!();
    await hook!.register!();
    expect(kept).toEqual([{ webhookId: expect.stringMatching(/^\w+$/) }]);
    await connect().hook!.register!();
    expect(kept[1]).toEqual(kept[0]);
  });

  it('hears of a refund, and believes what PayPal itself confirms', async () => {
    const { hook, refund } = connect();
    await hook!.register!();
    const paymentId = vendor.known.references[0]!;
    const write = { key: 'an-action', beforeCommit: async () => undefined };
    const made = await refund!.perform({ paymentId, amount: null, reason: null }, write);
    await waitFor(() => calls.length > 0);
    const [call] = calls;
    expect(await hook!.verify(call!)).toBeNull();
    expect(hook!.hints(call!)).toEqual([
      { resource: 'refund', externalId: made.externalId },
      { resource: 'payment', externalId: paymentId },
    ]);
    const changed = { ...call!, body: Buffer.from(call!.body.toString().replace('A refund', 'A Refund')) };
    expect(await hook!.verify(changed)).toMatch(/did not sign/);
    expect(await hook!.verify({ ...call!, headers: {} })).toMatch(/not signed/);
    expect(await connect('OTHER').hook!.verify(call!)).toMatch(/did not sign/);
    expect(await connect().hook!.verify(call!)).toMatch(/no webhook ID/);
  });

  it.each(['', '{}', '{"event_type":"CUSTOMER.DISPUTE.CREATED","resource":{"id":"PP-1"}}'])(
    'makes nothing of %p',
    (body) =>
      expect(
        connect('X').hook!.hints({ method: 'POST', url: '', query: {}, headers: {}, body: Buffer.from(body) }),
      ).toEqual([]),
  );
});
