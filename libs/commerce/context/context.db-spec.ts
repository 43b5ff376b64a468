import {
  ConnectionEntity,
  ConnectionService,
  ConnectorError,
  type LoyaltyAdapter,
  type Payment,
  type ShopCustomer,
  type ShopOrder,
} from '@satchel/connectors';
import type { CustomerContextBody } from '@satchel/contracts';
import { CustomerService, customersEntities } from '@satchel/customers';
import { type Ctx, newId } from '@satchel/kernel';
import { makeConnection, makeWorkspace, type TestKernel, testKernel, waitFor } from '@satchel/testing';
import { commerceEntities, CommerceModule, CommerceService, ContextParts } from '../index';

const ANNA = 'anna@example.com';
const MINUTE_MS = 60_000;
const PLACED = new Date('2026-11-01T10:00:00Z');

const order = (number: string, more: Partial<ShopOrder> = {}): ShopOrder => ({
  externalId: `id-${number}`,
  number,
  customerId: 'c-1',
  email: ANNA,
  phone: null,
  customerName: 'Anna Bergmann',
  placedAt: PLACED,
  updatedAt: PLACED,
  cancelledAt: null,
  payment: 'paid',
  fulfilment: 'fulfilled',
  customStatus: null,
  total: { amount: 10_000, currency: 'EUR' },
  refunded: { amount: 0, currency: 'EUR' },
  lines: [],
  shippingAddress: null,
  shipments: [],
  payments: [],
  refunds: [],
  returns: [],
  discountCodes: [],
  adminUrl: null,
  ...more,
});
const customer = (externalId: string, name: string, email: string): ShopCustomer => ({
  externalId,
  name,
  email,
  phone: null,
  locale: null,
  createdAt: PLACED,
  updatedAt: PLACED,
});

/** The connected systems of one merchant, each as quick and as healthy as the test wants it. */
class Systems {
  orders: ShopOrder[] = [];
  customers: ShopCustomer[] = [];
  payments: Payment[] = [];
  members: Record<string, number> = {};
  asked: string[] = [];
  broken: Record<string, Error | 'hangs' | undefined> = {};
  private hanging: (() => void)[] = [];

  release(): void {
    for (const go of this.hanging.splice(0)) go();
  }

  async answer<T>(system: string, question: string, value: () => T): Promise<T> {
    this.asked.push(`${system}: ${question}`);
    const fault = this.broken[system];
    if (fault === 'hangs') await new Promise<void>((resolve) => this.hanging.push(resolve));
    else if (fault) throw fault;
    return value();
  }

  adapters(): Record<string, object> {
    const said = <T>(system: string, question: string, value: () => T) => this.answer(system, question, value);
    return {
      commerce: {
        orders: {
          byEmail: (email: string) => said('shop', email, () => this.orders.filter((one) => one.email === email)),
        },
        customers: {
          byEmail: (email: string) =>
            said('shop', `who ${email}`, () => this.customers.filter((one) => one.email === email)),
        },
      },
      loyalty: {
        member: (email: string) =>
          said('loyalty', email, () =>
            this.members[email] === undefined
              ? null
              : {
                  externalId: 'm-1',
                  state: 'member',
                  points: this.members[email],
                  pointsLabel: { one: 'Leaf', other: 'Leaves' },
                  tier: 'Gold',
                  nextTier: null,
                  referralUrl: null,
                },
          ),
        history: () =>
          Promise.resolve([{ externalId: 'h', points: 5, description: 'Order', at: PLACED.toISOString() }]),
        redemptions: () => Promise.resolve([]),
      } satisfies Partial<LoyaltyAdapter>,
      payment: {
        gateways: ['stripe'],
        byReference: (reference: string) =>
          said('payment', reference, () => this.payments.find((one) => one.externalId === reference) ?? null),
      },
      custom: {
        operations: () =>
          Promise.resolve([
            { name: 'club', effect: 'read', card: { title: 'Club', arguments: { mail: 'customer.email' } } },
          ]),
        read: (_name: string, args: Record<string, unknown>) =>
          said('custom', JSON.stringify(args), () => ({ fields: [{ label: 'Since', value: '2020' }], raw: null })),
      },
    };
  }
}

describe("a customer's context", () => {
  let kernel: TestKernel;
  let systems: Systems;
  let ctx: Ctx;
  let customerId: string;
  const ids: Record<string, string> = {};
  const commerce = () => kernel.moduleRef.get(CommerceService);
  const customers = () => kernel.moduleRef.get(CustomerService);

  beforeAll(async () => {
    kernel = await testKernel({
      imports: [CommerceModule],
      entities: [...commerceEntities, ConnectionEntity, ...customersEntities],
      runJobs: false,
    });
    const service = kernel.moduleRef.get(ConnectionService);
    jest.spyOn(service, 'byKind').mockImplementation((_ctx, kind) => {
      const adapter = systems.adapters()[kind];
      const connection = { id: ids[kind], kind, label: `The ${kind}`, connectorId: kind };
      return Promise.resolve((adapter ? [{ connection, adapter }] : []) as never);
    });
  });
  beforeEach(async () => {
    systems = new Systems();
    ctx = (await makeWorkspace(kernel.db)).ctx;
    for (const kind of ['commerce', 'loyalty', 'payment', 'custom'])
      ids[kind] = (await makeConnection(ctx, { kind, connectorId: kind, label: `The ${kind}`, address: null })).id;
    customerId = (await customers().create(ctx, { name: 'Anna', email: ANNA })).id;
  });
  afterAll(() => kernel?.close());

  const prove = (value = ANNA) =>
    customers().markVerified(ctx, customerId, { kind: 'email', value }, 'authenticated_mail');
  const read = (wish = {}) => commerce().context(ctx, customerId, wish);
  const source = (context: CustomerContextBody, kind: string) => context.sources.find((one) => one.kind === kind);
  const numbers = ({ orders }: CustomerContextBody) => orders.map(({ number }) => number);

  it('tells what every system knows of a proven address, and what they are worth', async () => {
    await prove();
    systems.orders = [
      order('#1', { refunded: { amount: 2_500, currency: 'EUR' }, payment: 'partially_refunded' }),
      order('#2', { total: { amount: 900, currency: 'SEK' } }),
      order('#3', { payment: 'voided' }),
    ];
    systems.customers = [customer('c-1', 'Anna Bergmann', ANNA)];
    systems.members = { [ANNA]: 1240 };
    kernel.moduleRef.get(ContextParts).openTickets = (_ctx, id) =>
      Promise.resolve([{ id, number: 7, subject: 'Where is it?', status: 'open' }]);
    const context = await read();
    expect(numbers(context).sort()).toEqual(['#1', '#2', '#3']);
    expect(context).toMatchObject({
      orderCount: 3,
      lifetimeValue: [
        { amount: 7_500, currency: 'EUR' },
        { amount: 900, currency: 'SEK' },
      ],
      loyalty: [{ connectionId: ids.loyalty, points: 1240, tier: 'Gold', history: [{ points: 5 }] }],
      cards: [{ connectionId: ids.custom, title: 'Club', fields: [{ label: 'Since', value: '2020' }] }],
      openTickets: [{ id: customerId, number: 7 }],
      possibleMatches: [],
      problems: [],
    });
    expect(context.sources.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ['commerce', 'live'],
      ['custom', 'live'],
      ['loyalty', 'live'],
    ]);
  });

  it('takes nothing under an address that is only claimed, names it masked, and shows it when a person asks', async () => {
    systems.orders = [order('#1'), order('#2', { customerId: null, customerName: 'Otto Vogel' })];
    systems.members = { [ANNA]: 1240 };
    systems.customers = [customer('c-1', 'Anna Bergmann', ANNA)];
    const context = await read();
    expect(context).toMatchObject({ orders: [], orderCount: 0, lifetimeValue: [], loyalty: [], cards: [] });
    expect(context.possibleMatches).toEqual([
      { connectionId: ids.commerce, externalId: 'c-1', name: 'A. B.', reason: 'same mail address, not verified' },
      { connectionId: ids.commerce, externalId: 'id-#2', name: 'O. V.', reason: 'same mail address, not verified' },
    ]);
    expect(JSON.stringify(context.possibleMatches)).not.toMatch(/Anna|Bergmann/);
    expect(numbers(await read({ unverified: true })).sort()).toEqual(['#1', '#2']);
    const ai = ctx.as({ kind: 'ai', id: null, name: 'AI', role: null });
    expect((await commerce().context(ai, customerId, { unverified: true })).orders).toEqual([]);
  });

  it('never guesses which of two customers of the shop it is', async () => {
    await prove();
    systems.customers = [customer('c-1', 'Anna Bergmann', ANNA), customer('c-2', 'Arno Bergmann', ANNA)];
    systems.orders = [order('#1'), order('#2', { customerId: 'c-2' }), order('#3', { customerId: null })];
    const context = await read();
    expect(numbers(context)).toEqual(['#3']);
    expect(context.possibleMatches).toMatchObject([
      { externalId: 'c-1', name: 'A. B.', reason: 'one of 2 customers of The commerce with this mail address' },
      { externalId: 'c-2' },
    ]);
  });

  it('finds what the matched customer ordered under another address', async () => {
    await prove();
    systems.customers = [customer('c-1', 'Anna Bergmann', ANNA)];
    systems.orders = [order('#1')];
    await read();
    await ctx.query(`update shop_order set email = 'old@example.com' where workspace_id = $1`, [ctx.workspaceId]);
    systems.orders = [];
    expect(numbers(await read({ fresh: true }))).toEqual(['#1']);
  });

  it('waits for nobody: who is late is shown as it was, and what comes late is there for the next look', async () => {
    await prove();
    systems.orders = [order('#1')];
    systems.members = { [ANNA]: 10 };
    await read();
    kernel.clock.advance(2 * MINUTE_MS);
    systems.broken = { shop: 'hangs', loyalty: 'hangs' };
    systems.orders = [order('#1'), order('#2')];
    const late = await read();
    expect(late).toMatchObject({ orders: [{ number: '#1', stale: true }], loyalty: [{ points: 10 }] });
    expect(source(late, 'commerce')).toMatchObject({
      state: 'mirror',
      problem: 'The commerce takes longer than we wait. Its orders are shown as it last told them.',
      readAt: expect.any(String) as string,
    });
    expect(source(late, 'custom')).toMatchObject({ state: 'live', problem: null });
    expect(late.problems).toHaveLength(2);
    const askedBefore = systems.asked.length;
    systems.broken = {};
    systems.release();
    await waitFor(async () => numbers(await read()).length === 2);
    expect(systems.asked.length).toBeGreaterThanOrEqual(askedBefore);
  });

  it('says that a system is late or fails when there is nothing to show of it', async () => {
    await prove();
    systems.broken = { shop: new ConnectorError('unavailable', 'is down'), loyalty: 'hangs' };
    const context = await read();
    expect(source(context, 'commerce')).toMatchObject({
      state: 'failed',
      readAt: null,
      problem: 'The commerce does not answer at the moment.',
    });
    expect(source(context, 'loyalty')).toMatchObject({ state: 'late', readAt: null });
    systems.release();
  });

  it('asks once for everybody who looks within a minute, unless something changed or somebody asks for it', async () => {
    await prove();
    systems.orders = [order('#1')];
    await Promise.all([read(), read(), read()]);
    await read();
    const shopQuestions = () => systems.asked.filter((question) => question === `shop: ${ANNA}`).length;
    expect(shopQuestions()).toBe(1);
    kernel.clock.advance(1_000);
    commerce().changed(ids.commerce ?? '');
    kernel.clock.advance(1_000);
    await read();
    expect(shopQuestions()).toBe(2);
    await read({ fresh: true });
    expect(shopQuestions()).toBe(3);
    kernel.clock.advance(61_000);
    await read();
    expect(shopQuestions()).toBe(4);
  });

  it('shows where the money of a refund is, as the payment service tells', async () => {
    await prove();
    const money = (amount: number) => ({ amount, currency: 'EUR' });
    const refund = (externalId: string, amount: number, at: string) => ({
      externalId,
      amount: money(amount),
      status: 'pending' as const,
      createdAt: at,
      reference: null,
      reason: null,
    });
    const paid = { gateway: 'stripe', reference: 'ch_1', amount: money(10_000), paidAt: null };
    systems.orders = [
      order('#1', {
        payments: [paid],
        refunds: [refund('r-1', 2_500, '2026-11-02T10:00:00Z')],
        refunded: money(2_500),
      }),
    ];
    systems.payments = [
      {
        externalId: 'ch_1',
        amount: money(10_000),
        refunded: money(3_500),
        status: 'succeeded',
        method: null,
        paidAt: '2026-11-01T10:00:00Z',
        refunds: [
          { ...refund('re_9', 1_000, '2026-11-03T10:00:00Z'), status: 'failed' },
          { ...refund('re_8', 2_500, '2026-11-02T10:00:05Z'), status: 'succeeded', reference: 'ARN 7' },
        ],
      },
    ];
    expect((await read()).orders[0]?.refunds).toMatchObject([
      { externalId: 're_9', status: 'failed' },
      { externalId: 'r-1', status: 'succeeded', reference: 'ARN 7' },
    ]);
  });

  it('shows a connection as failing after look-ups failed again and again, and as well after the next good one', async () => {
    await prove();
    const healthOf = async () =>
      (
        await ctx.query<{ health: { state: string; message: string } }>('select health from connection where id = $1', [
          ids.commerce,
        ])
      )[0]?.health;
    systems.broken = { shop: new ConnectorError('unavailable', 'The shop is having trouble') };
    await read({ fresh: true });
    expect((await healthOf())?.state).toBe('unknown');
    for (let n = 0; n < 3; n++) await read({ fresh: true });
    expect(await healthOf()).toMatchObject({
      state: 'failing',
      message: expect.stringContaining('The shop is having trouble') as string,
    });
    systems.broken = {};
    await read({ fresh: true });
    await waitFor(async () => (await healthOf())?.state === 'ok');
  });

  it('knows nobody of another workspace', async () => {
    const other = (await makeWorkspace(kernel.db)).ctx;
    await expect(commerce().context(other, customerId)).rejects.toMatchObject({ status: 404 });
    await expect(commerce().context(ctx, newId())).rejects.toMatchObject({ status: 404 });
  });
});
