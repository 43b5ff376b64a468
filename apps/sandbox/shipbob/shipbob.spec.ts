import { sandboxForTest } from '../testing/start';

const headers = { authorization: 'Bearer sandbox-shipbob-token', shipbob_channel_id: '105001' };

describe('the ShipBob twin', () => {
  let shipbob: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => (shipbob = await sandboxForTest()));
  afterAll(() => shipbob.stop());
  beforeEach(() => shipbob.post('/__control/reset'));

  const get = (path: string) => shipbob.get(`/shipbob/2026-01${path}`, headers);
  const order = async (number: string) =>
    (await get('/order?Limit=250&SortOrder=Newest')).json.find((one: any) => one.order_number === number);

  it('needs the token, and the channel for what writes', async () => {
    const { id } = await order('1002');
    expect((await shipbob.get('/shipbob/2026-01/channel')).status).toBe(401);
    const { authorization } = headers;
    expect((await shipbob.post(`/shipbob/2026-01/order/${id}:cancel`, {}, { authorization })).status).toBe(400);
    const other = { authorization, shipbob_channel_id: '105000' };
    expect((await shipbob.post(`/shipbob/2026-01/order/${id}:cancel`, {}, other)).status).toBe(403);
  });

  it("gives an order's parcels the numbers that the carrier has", async () => {
    const { shipments, status } = await order('1001');
    expect([status, shipments[0].tracking.tracking_number]).toEqual(['Fulfilled', '1Z999AA10123456784']);
    const timeline = (await get(`/shipment/${shipments[0].id}/timeline`)).json;
    expect(timeline[0].log_type_name).toBe('OrderPlaced');
    await shipbob.post('/__control/ups/advance', { number: '1Z999AA10123456784', status: 'delivered' });
    expect((await order('1001')).shipments[0].delivery_date).not.toBeNull();
  });

  it('lists newest first when it is told to, page after page', async () => {
    const [one, two] = [
      await get('/order?Limit=5&Page=1&SortOrder=Newest'),
      await get('/order?Limit=5&Page=2&SortOrder=Newest'),
    ];
    const times = [...one.json, ...two.json].map((each: any) => each.created_date);
    expect(times).toHaveLength(10);
    expect(times).toEqual([...times].sort().reverse());
    expect((await get('/order?Limit=251')).status).toBe(400);
  });

  it('answers 200 and "Failure" for what has gone', async () => {
    const { id } = await order('1003');
    const { status, json } = await shipbob.post(`/shipbob/2026-01/order/${id}:cancel`, {}, headers);
    expect([status, json.status, json.canceled_shipment_results[0].is_success]).toEqual([200, 'Failure', false]);
  });
});
