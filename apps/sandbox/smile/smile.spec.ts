import { sandboxForTest } from '../testing/start';

const key = { authorization: 'Bearer sandbox-smile-key' };

describe('the Smile.io twin', () => {
  let smile: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => (smile = await sandboxForTest()));
  afterAll(() => smile.stop());
  beforeEach(() => smile.post('/__control/reset'));

  const get = (path: string) => smile.get(`/smile/v1${path}`, key);
  const post = (path: string, body: object) => smile.post(`/smile/v1${path}`, body, key);
  const anna = async () =>
    (await get('/customers?email=anna.bergmann@example.com&include=vip_status')).json.customers[0];

  it('says who asks without the key, with a number of the request', async () => {
    const { status, json } = await smile.get('/smile/v1/customers');
    expect([status, typeof json.error.request_id]).toEqual([401, 'string']);
  });

  it('walks all customers by its cursor, newest id first, each once', async () => {
    const ids: number[] = [];
    for (let cursor = ''; ;) {
      const { customers, metadata } = (
        await get(`/customers?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      ).json;
      ids.push(...customers.map((one: any) => one.id));
      cursor = metadata.next_cursor ?? '';
      if (!cursor) break;
    }
    expect(ids.length).toBeGreaterThan(250);
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => other - one));
  });

  it('tells what is missing to the next tier', async () => {
    const { vip_status: status } = await anna();
    const tiers = (await get('/vip_tiers')).json.vip_tiers;
    const next = tiers.find((tier: any) => tier.id === status.next_vip_tier_id);
    if (next) expect(status.progress_value + status.delta_to_next_vip_tier).toBe(next.milestone);
    else expect(tiers.at(-1).id).toBe(status.vip_tier_id);
  });

  it('books points twice when it is asked twice, and never below zero', async () => {
    const { id, points_balance: before } = await anna();
    const grant = { points_transaction: { customer_id: id, points_change: 50, internal_note: 'satchel:1' } };
    await post('/points_transactions', grant);
    await post('/points_transactions', grant);
    expect((await anna()).points_balance).toBe(before + 100);
    const tooMuch = { points_transaction: { customer_id: id, points_change: -before - 101 } };
    expect((await post('/points_transactions', tooMuch)).status).toBe(422);
  });

  it('sells for the price alone, and what is of any worth in its steps', async () => {
    const { id, points_balance: before } = await anna();
    expect((await post('/points_products/502/purchase', { customer_id: id, points_to_spend: 300 })).status).toBe(422);
    expect((await post('/points_products/599/purchase', { customer_id: id, points_to_spend: 250 })).status).toBe(422);
    const { json } = await post('/points_products/599/purchase', { customer_id: id, points_to_spend: 300 });
    expect(json.points_purchase.reward_fulfillment).toMatchObject({ name: '€3 off coupon', usage_status: 'unused' });
    expect((await anna()).points_balance).toBe(before - 300);
  });

  it('closes for a second after too many calls, when it is told to count', async () => {
    await smile.post('/__control/smile/settings', { perSecond: 3 });
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await get('/points_settings')).status));
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  });
});
