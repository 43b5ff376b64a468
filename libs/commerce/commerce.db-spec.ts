import { ConnectionEntity, ConnectionService } from '@satchel/connectors';
import { CustomerService, customersEntities } from '@satchel/customers';
import { assertSchemaAgrees, type Ctx } from '@satchel/kernel';
import {
  makeWorkspace,
  type SandboxProcess,
  startSandboxProcess,
  type TestKernel,
  testKernel,
  waitFor,
} from '@satchel/testing';
import { DataSource } from 'typeorm';
import { commerceEntities, CommerceModule, CommerceService } from './index';

const PARCEL = '1Z999AA10123456784';
const MINUTE_MS = 60_000;

describe('commerce', () => {
  let sandbox: SandboxProcess;
  let kernel: TestKernel;
  let commerce: CommerceService;
  let ctx: Ctx;

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    kernel = await testKernel({
      imports: [CommerceModule],
      entities: [...commerceEntities, ConnectionEntity, ...customersEntities],
      runJobs: false,
    });
    commerce = kernel.moduleRef.get(CommerceService);
  });
  beforeEach(async () => {
    await sandbox.control('reset', {});
    kernel.clock.set(new Date());
    ctx = await merchant();
  });
  afterAll(async () => {
    await kernel?.close();
    await sandbox?.stop();
  });

  /** A workspace whose shop and carrier are the sandbox'. */
  async function merchant(): Promise<Ctx> {
    const made = (await makeWorkspace(kernel.db)).ctx;
    await connectShop(made, 'Fernhill shop', 'shpat_sandbox');
    await kernel.moduleRef.get(ConnectionService).create(made, {
      connectorId: 'ups',
      label: 'UPS',
      baseUrl: `${sandbox.url}/ups`,
      credentials: { clientId: 'sandbox-id', clientSecret: 'sandbox-secret' },
    });
    return made;
  }
  const connectShop = (at: Ctx, label: string, accessToken: string) =>
    kernel.moduleRef.get(ConnectionService).create(at, {
      connectorId: 'shopify',
      label,
      baseUrl: `${sandbox.url}/shopify`,
      credentials: { shopDomain: 'fernhill.myshopify.com', accessToken },
    });
  const fault = (vendor: string, mode: string) => sandbox.control('faults', { vendor, mode });
  const find = async (query: { number?: string; email?: string }, at = ctx) => commerce.findOrders(at, query);
  const first = async (number: string, at = ctx) => {
    const [order] = (await find({ number }, at)).orders;
    if (!order) throw new Error(`the shop should have order ${number}`);
    return order;
  };

  it('keeps orders as the migrations say', () => assertSchemaAgrees(kernel.moduleRef.get(DataSource)));

  it('finds an order by its number, with what the carrier knows of its parcel', async () => {
    const { orders, problems } = await find({ number: '1001' });
    expect(problems).toEqual([]);
    expect(orders).toMatchObject([
      {
        number: '#1001',
        email: 'anna.bergmann@example.com',
        payment: 'paid',
        fulfilment: 'fulfilled',
        total: { amount: 28880, currency: 'EUR' },
        stale: false,
        shipments: [{ trackingNumber: PARCEL, carrier: 'UPS', status: 'in_transit' }],
      },
    ]);
    // The shop tells an instant, the carrier a day.
    expect(orders[0]?.shipments[0]?.estimatedDelivery).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(orders[0]?.shipments[0]?.events[0]?.description).toBe('Departed from Facility');
  });

  it('finds orders by mail address, newest first, and gives an order the same id each time', async () => {
    const once = await find({ email: 'Anna.Bergmann@example.com' });
    const again = await find({ email: 'anna.bergmann@example.com' });
    expect(once.orders.map((order) => order.number)).toEqual(['#1001', '#1006']);
    expect(again.orders.map((order) => order.id)).toEqual(once.orders.map((order) => order.id));
    expect((await first('#1001')).id).toBe(once.orders[0]?.id);
  });

  it('takes a number and a mail address together as both', async () => {
    expect((await find({ number: '1001', email: 'ANNA.bergmann@example.com' })).orders).toHaveLength(1);
    expect((await find({ number: '1001', email: 'marco.rossi@example.com' })).orders).toEqual([]);
    await expect(find({ number: ' ', email: '' })).rejects.toMatchObject({ code: 'missing_filter', status: 400 });
  });

  it('reads an order by its id as it is now', async () => {
    const { id } = await first('1002');
    await sandbox.control('orders/1002/cancel', {});
    expect(await commerce.order(ctx, id)).toMatchObject({ number: '#1002', fulfilment: 'cancelled', stale: false });
  });

  it("never shows one workspace another's orders, asked or remembered", async () => {
    const { id } = await first('1001');
    const other = (await makeWorkspace(kernel.db)).ctx;
    expect(await find({ number: '1001' }, other)).toEqual({ orders: [], problems: [] });
    expect(await commerce.order(other, id)).toBeNull();
    await connectShop(other, 'Other shop', 'shpat_sandbox');
    await fault('shopify', 'down');
    expect(await find({ number: '1001' }, other)).toEqual({
      orders: [],
      problems: ['Other shop does not answer at the moment.'],
    });
    expect(await commerce.order(other, id)).toBeNull();
    expect((await find({ number: '1001' })).orders).toHaveLength(1);
  });

  it('shows what a shop told before while it is down, and says so', async () => {
    const before = await first('1001');
    await fault('shopify', 'down');
    kernel.clock.advance(MINUTE_MS);
    for (const query of [{ number: '#1001' }, { number: '1001', email: 'anna.bergmann@example.com' }]) {
      expect(await find(query)).toEqual({
        orders: [{ ...before, stale: true }],
        problems: ['Fernhill shop does not answer at the moment. Its orders are shown as it last told them.'],
      });
    }
    expect(await commerce.order(ctx, before.id)).toEqual({ ...before, stale: true });
    expect((await find({ number: '100' })).orders).toEqual([]);
    await fault('shopify', 'none');
    expect(await first('1001')).toMatchObject({ id: before.id, stale: false });
  });

  it('still tells what one shop says when another refuses', async () => {
    await connectShop(ctx, 'Old shop', 'shpat_withdrawn');
    expect(await find({ number: '1001' })).toMatchObject({
      orders: [{ number: '#1001', stale: false }],
      problems: ['Old shop refuses our credentials: connect it again in the settings.'],
    });
  });

  it("keeps the shop's facts about a parcel when the carrier fails or does not know it", async () => {
    await fault('ups', 'down');
    expect((await first('1001')).shipments).toMatchObject([{ trackingNumber: PARCEL, status: 'in_transit' }]);
    await fault('ups', 'none');
    await sandbox.control('orders/1002/fulfil', { trackingNumber: '1Z5R89390357567127', carrier: 'DHL' });
    expect((await first('1002')).shipments).toMatchObject([{ carrier: 'DHL', status: 'pre_transit' }]);
  });

  it("spares the carrier for half an hour, unless the shop's facts move on", async () => {
    const byCarrier = (await first('1001')).shipments;
    await fault('ups', 'down');
    expect((await first('1001')).shipments).toEqual(byCarrier);
    kernel.clock.advance(31 * MINUTE_MS);
    expect((await first('1001')).shipments).not.toEqual(byCarrier);

    await fault('ups', 'none');
    expect((await first('1001')).shipments).toEqual(byCarrier);
    await sandbox.control('ups/advance', { number: PARCEL, status: 'out_for_delivery' });
    expect((await first('1001')).shipments).toMatchObject([
      { status: 'out_for_delivery', events: [{ description: 'Out For Delivery Today' }, {}, {}, {}] },
    ]);
  });

  it('tracks a number at the carrier that recognises it', async () => {
    expect(await commerce.track(ctx, ' 1z999aa1 0123456784 ', 'UPS')).toMatchObject({
      trackingNumber: PARCEL,
      status: 'in_transit',
    });
    expect(await commerce.track(ctx, '1Z5R89390357567127')).toBeNull();
    expect(await commerce.track(ctx, '00340434161093000000')).toBeNull();
    await fault('ups', 'down');
    await expect(commerce.track(ctx, '1Z999AA10123456793')).rejects.toMatchObject({
      code: 'carrier_unavailable',
      retryable: true,
    });
    const other = (await makeWorkspace(kernel.db)).ctx;
    expect(await commerce.track(other, PARCEL)).toBeNull();
  });

  it("gathers a customer's orders from all of their proven addresses", async () => {
    const customers = kernel.moduleRef.get(CustomerService);
    const { id } = await customers.create(ctx, { name: 'Anna', email: 'anna.bergmann@example.com' });
    await customers.update(ctx, id, { email: 'marco.rossi@example.com', phone: '+49 30 1234567' });
    for (const value of ['anna.bergmann@example.com', 'marco.rossi@example.com'])
      await customers.markVerified(ctx, id, { kind: 'email', value }, 'authenticated_mail');
    // A shop that takes its time is left out of the first answer, and in the next.
    await waitFor(async () => (await commerce.context(ctx, id)).sources.every(({ state }) => state === 'live'), {
      timeoutMs: 15_000,
    });
    const context = await commerce.context(ctx, id);
    expect(context.customer).toMatchObject({ id, name: 'Anna' });
    expect(context.orders.map((order) => order.number)).toEqual(['#1002', '#1001', '#1006']);
    expect(context.orders.map((order) => order.stale)).toEqual([false, false, false]);
    expect(context.problems).toEqual([]);
    await fault('shopify', '429');
    kernel.clock.advance(2 * MINUTE_MS);
    expect(await commerce.context(ctx, id)).toMatchObject({
      orders: [{ stale: true }, { stale: true }, { stale: true }],
      problems: [
        'Fernhill shop asks us to slow down: try again in a moment. Its orders are shown as it last told them.',
      ],
    });
    const other = (await makeWorkspace(kernel.db)).ctx;
    await expect(commerce.context(other, id)).rejects.toMatchObject({ code: 'not_found', status: 404 });
  });
});
