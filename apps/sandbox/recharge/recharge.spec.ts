import { sandboxForTest } from '../testing/start';

const headers = { 'x-recharge-access-token': 'sandbox-recharge-token', 'x-recharge-version': '2021-11' };

describe('the Recharge twin', () => {
  let recharge: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => (recharge = await sandboxForTest()));
  afterAll(() => recharge.stop());
  beforeEach(() => recharge.post('/__control/reset'));

  const get = (path: string) => recharge.get(`/recharge${path}`, headers);
  const post = (path: string, body: object) => recharge.post(`/recharge${path}`, body, headers);
  const marcos = async () => {
    const customer = (await get('/customers?email=marco.rossi@example.com')).json.customers[0];
    return (await get(`/subscriptions?customer_id=${customer.id}`)).json.subscriptions[0];
  };
  const chargesOf = async (status: string) =>
    (await get(`/charges?customer_id=${(await marcos()).customer_id}&status=${status}&sort_by=scheduled_at-asc`)).json
      .charges;

  it('speaks its version alone, to who has the token', async () => {
    expect((await recharge.get('/recharge/customers', { ...headers, 'x-recharge-access-token': 'no' })).status).toBe(
      401,
    );
    expect((await recharge.get('/recharge/customers', { ...headers, 'x-recharge-version': '2021-01' })).status).toBe(
      400,
    );
  });

  it('walks by a cursor that stands alone', async () => {
    const first = (await get('/subscriptions?limit=10')).json;
    expect(first.subscriptions).toHaveLength(10);
    const next = (await get(`/subscriptions?limit=10&cursor=${first.next_cursor}`)).json;
    expect(next.subscriptions[0].id).not.toBe(first.subscriptions[0].id);
    expect((await get(`/subscriptions?status=active&cursor=${first.next_cursor}`)).status).toBe(422);
  });

  it('takes up the very charge that was left out', async () => {
    const [queued] = await chargesOf('queued');
    const items = { purchase_item_ids: [queued.line_items[0].purchase_item_id] };
    await post(`/charges/${queued.id}/skip`, items);
    expect((await marcos()).next_charge_scheduled_at > queued.scheduled_at).toBe(true);
    expect((await post(`/charges/${queued.id}/skip`, items)).status).toBe(422);
    await post(`/charges/${queued.id}/unskip`, items);
    expect((await chargesOf('queued')).map((one: any) => one.id)).toEqual([queued.id]);
    expect((await marcos()).next_charge_scheduled_at).toBe(queued.scheduled_at);
  });

  it('ends for a reason only, and keeps the comment', async () => {
    const { id } = await marcos();
    expect((await post(`/subscriptions/${id}/cancel`, {})).status).toBe(422);
    await post(`/subscriptions/${id}/cancel`, {
      cancellation_reason: 'Moving',
      cancellation_reason_comments: 'satchel:1',
    });
    expect(await marcos()).toMatchObject({
      status: 'cancelled',
      cancellation_reason: 'Moving',
      cancellation_reason_comments: 'satchel:1',
      next_charge_scheduled_at: null,
    });
  });
});
