import { channelDeps, HOOK_URL } from '../../vendor/channel-deps.fixture';
import { smile } from './smile.connector';

const { deps } = channelDeps({});
const hook = smile.connect({ apiKey: 'k', partnerApp: true }, deps).hook!;
const told = deps.sign('smile hook', HOOK_URL).slice(0, 40);
const call = (path: string, body: unknown, method = 'POST') => ({
  method,
  url: `${HOOK_URL}${path}`,
  query: {},
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
});
const updated = { topic: 'customer/updated', account_id: 1, data: { id: 304169228, points_balance: 999_999 } };

it('is there for apps of the Partner Portal alone', () => {
  expect(smile.connect({ apiKey: 'k' }, deps).hook).toBeUndefined();
});

it('believes a call for the address that nobody can guess', () => {
  expect(hook.verify(call(`/${told}`, updated))).toBeNull();
  for (const path of ['', '/', `/${told.slice(1)}`, `/${told}x`, '/304169228']) {
    expect(hook.verify(call(path, updated))).toMatch(/address/);
  }
  expect(hook.verify(call(`/${told}`, updated, 'GET'))).toMatch(/POST/);
});

it('hears who changed, and nothing of what is said of them', () => {
  expect(hook.hints(call('', updated))).toEqual([{ resource: 'loyalty_member', externalId: '304169228' }]);
  for (const body of [{ topic: 'ping', data: {} }, { topic: 'customer/updated', data: { id: '../x' } }, [], null]) {
    expect(hook.hints(call('', body))).toEqual([]);
  }
});
