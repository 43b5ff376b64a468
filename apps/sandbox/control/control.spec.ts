import { sandboxForTest } from '../testing/start';

describe('the control API', () => {
  let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => (sandbox = await sandboxForTest({ now: () => new Date('2026-11-20T12:00:00Z') })));
  afterAll(() => sandbox.stop());

  const state = async () => (await sandbox.get('/__control/state')).json;

  it('starts from the same shop every time, and goes back to it', async () => {
    const seeded = await state();
    expect(seeded.shop.orders).toHaveLength(36);
    await sandbox.post('/__control/orders/1002/cancel');
    await sandbox.post('/__control/faults', { vendor: 'ups', mode: 'down' });
    await sandbox.post('/__control/ups/advance', { number: '1Z999AA10123456784', status: 'delivered' });
    expect(await state()).not.toEqual(seeded);
    await sandbox.post('/__control/reset');
    expect(await state()).toEqual(seeded);
    const other = await sandboxForTest({ now: () => new Date('2026-11-20T12:00:00Z') });
    expect((await other.get('/__control/state')).json).toEqual(seeded);
    await other.stop();
  });

  it('never seeds a scan or an order of the future, at whatever hour it starts', async () => {
    for (const hour of ['00:05', '09:30', '23:55']) {
      const now = new Date(`2026-11-20T${hour}:00Z`);
      const other = await sandboxForTest({ now: () => now });
      const { shop, parcels } = (await other.get('/__control/state')).json;
      const times = [
        ...shop.orders.map((order: any) => order.createdAt),
        ...parcels.flatMap((parcel: any) => parcel.scans.map((scan: any) => scan.at)),
      ];
      expect(times.filter((at: string) => new Date(at) > now)).toEqual([]);
      for (const order of shop.orders) {
        for (const shipment of order.shipments) {
          const scans = parcels.find((parcel: any) => parcel.number === shipment.trackingNumber).scans;
          expect(new Date(scans[0].at).getTime()).toBeGreaterThan(new Date(order.createdAt).getTime());
        }
      }
      await other.stop();
    }
  });

  it('says what it does not understand', async () => {
    expect((await sandbox.post('/__control/faults', { vendor: 'nobody', mode: 'down' })).status).toBe(400);
    expect((await sandbox.post('/__control/faults', { vendor: 'ups', mode: 'odd' })).status).toBe(400);
    expect((await sandbox.post('/__control/ups/advance', { number: 'nope' })).status).toBe(404);
    expect((await sandbox.post('/__control/orders/99/fulfil')).status).toBe(404);
    expect((await sandbox.post('/__control/orders/1001/fulfil')).status).toBe(409);
  });

  it('can be slow', async () => {
    await sandbox.post('/__control/faults', { vendor: 'shopify', mode: 'slow', delayMs: 60, times: 1 });
    const before = Date.now();
    await sandbox.graphql('{ shop { name } }');
    expect(Date.now() - before).toBeGreaterThanOrEqual(55);
  });
});
