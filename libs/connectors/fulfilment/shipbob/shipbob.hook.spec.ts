import { Webhook } from 'standardwebhooks';
import { channelDeps, HOOK_URL } from '../../vendor/channel-deps.fixture';
import { shipbob } from './shipbob.connector';

const { deps } = channelDeps({});
const named = `whsec_${Buffer.from(deps.sign('shipbob hook', HOOK_URL), 'hex').toString('base64')}`;
const typed = `whsec_${Buffer.from('a secret of a webhook by hand').toString('base64')}`;
const hook = shipbob.connect({ accessToken: 't', webhookSecret: typed }, deps).hook!;
const BODY = JSON.stringify({ id: 11, order_id: 7, status: 'Completed' });

const call = (headers: Record<string, string>, body = BODY) => ({
  method: 'POST',
  url: HOOK_URL,
  query: {},
  headers,
  body: Buffer.from(body),
});
const signed = (secret: string, at = new Date()) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': new Webhook(secret).sign('msg_1', at, BODY),
  'x-webhook-topic': 'order.shipped',
});

it('believes the secret that we named, and one that was typed', () => {
  expect([hook.verify(call(signed(named))), hook.verify(call(signed(typed)))]).toEqual([null, null]);
});

it.each([
  ['nothing signed', {}],
  ['another secret', signed(`whsec_${Buffer.from('another secret of somebody').toString('base64')}`)],
  ['a call of an hour ago', signed(named, new Date(Date.now() - 3_600_000))],
  ['the old, unsigned way', { 'shipbob-topic': 'order_shipped', 'shipbob-subscription-id': '1582' }],
])('does not believe %s', (_, headers) => {
  expect(hook.verify(call(headers))).toMatch(/not signed/);
});

it('hears which order is meant, of a shipment or of the order itself', () => {
  const topic = { 'x-webhook-topic': 'order.shipment.delivered' };
  const ids = (body: unknown, headers: Record<string, string> = topic) =>
    hook.hints(call(headers, JSON.stringify(body))).map((hint) => hint.externalId);
  expect(ids({ id: 11, order_id: 7 })).toEqual(['7']);
  expect(ids({ id: 7, shipments: [] })).toEqual(['7']);
  expect(ids({ type: 'x', data: { id: 11, order_id: 8 } })).toEqual(['8']);
  expect([ids({ id: 11 }), ids({ order_id: '../7' }), ids(null), ids({ order_id: 7 }, {})]).toEqual([[], [], [], []]);
});
