import { createHash, createHmac } from 'node:crypto';
import { channelDeps, HOOK_URL } from '../../vendor/channel-deps.fixture';
import { recharge } from './recharge.connector';

const SECRET = 'sandbox-recharge-secret';
const NOW = new Date('2026-11-20T12:00:00Z');
const { deps } = channelDeps({ now: () => NOW });
const hook = recharge.connect({ accessToken: 't', clientSecret: SECRET }, deps).hook!;
const BODY = JSON.stringify({ subscription: { id: 27363808, status: 'active' } });

const call = (headers: Record<string, string>, body = BODY) => ({
  method: 'POST',
  url: HOOK_URL,
  query: {},
  headers,
  body: Buffer.from(body),
});
const signed = (body = BODY, at = NOW, secret = SECRET) => {
  const t = Math.floor(at.getTime() / 1000);
  return {
    'x-recharge-webhook-signature': `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`,
  };
};
const legacy = (secret = SECRET) => ({
  'x-recharge-hmac-sha256': createHash('sha256')
    .update(secret + BODY)
    .digest('hex'),
});
const hours = (count: number) => new Date(NOW.getTime() - count * 60 * 60_000);

it('is there when we know the client secret', () => {
  expect(recharge.connect({ accessToken: 't' }, deps).hook).toBeUndefined();
});

it('believes both signatures, and the new one before the old', () => {
  expect(hook.verify(call(signed()))).toBeNull();
  expect(hook.verify(call(legacy()))).toBeNull();
  expect(hook.verify(call({ ...signed(BODY, NOW, 'other'), ...legacy() }))).toMatch(/client secret/);
});

it.each([
  ['no signature', {}],
  ['another secret', signed(BODY, NOW, 'other')],
  ['another secret, the old way', legacy('other')],
  ['another body', signed('{}')],
  ['no time', { 'x-recharge-webhook-signature': 'v1=00' }],
  ['nonsense', { 'x-recharge-webhook-signature': ',,=' }],
  ['a call of three days ago', signed(BODY, hours(72))],
])('does not believe %s', (_, headers) => {
  expect(hook.verify(call(headers))).toMatch(/\w+ \w+/);
});

it('believes what Recharge repeats a day later', () => {
  expect(hook.verify(call(signed(BODY, hours(30))))).toBeNull();
});

it('hears which subscription changed, in a charge each of its items', () => {
  expect(hook.hints(call({}))).toEqual([{ resource: 'subscription', externalId: '27363808' }]);
  const charge = {
    charge: { id: 1, line_items: [{ purchase_item_id: 7 }, { purchase_item_id: 8 }, { purchase_item_id: 7 }] },
  };
  expect(hook.hints(call({}, JSON.stringify(charge))).map((hint) => hint.externalId)).toEqual(['7', '8']);
  expect(['null', '[]', '{"subscription":{"id":"../1"}}', 'x'].flatMap((body) => hook.hints(call({}, body)))).toEqual(
    [],
  );
});
