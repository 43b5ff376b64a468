import { ConnectionService } from '@satchel/connectors';
import type { ActionBody, ActionRunBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import {
  addConnector,
  makeCustomer,
  makePerson,
  makeTicket,
  makeWorkspace,
  type TestApp,
  testApp,
} from '@satchel/testing';
import request from 'supertest';
import { ActionsModule } from './index';
import { Pause } from './run/pause';
import { toyOrder, toyPoints, toyShop, toyWorld } from './run/toy-connectors.fixture';
import { toyEntities } from './run/toy-house.fixture';
import { ToyVendor } from './run/toy-vendor.fixture';

describe('the API of actions', () => {
  let house: TestApp;
  let vendor: ToyVendor;
  let mine: Ctx;
  let asking: Ctx;
  let ticketId: string;
  const added = [toyShop, toyPoints].map(addConnector);

  beforeAll(async () => {
    vendor = await ToyVendor.start();
    house = await testApp({
      imports: [ActionsModule],
      entities: toyEntities,
      before: (app) => {
        const hook = async (req: object): Promise<void> => void Object.assign(req, { ctx: asking });
        app.getHttpAdapter().getInstance().addHook('onRequest', hook);
      },
    });
    house.app.get(Pause, { strict: false }).for = async () => undefined;
  });
  beforeEach(async () => {
    vendor.reset();
    Object.assign(toyWorld, { order: toyOrder(), movesMoney: true, canTell: true });
    mine = (await makeWorkspace(house.db)).ctx;
    asking = mine;
    const connections = house.app.get(ConnectionService, { strict: false });
    for (const { id, label } of [toyShop, toyPoints])
      await connections.create(mine, { connectorId: id, label, baseUrl: vendor.url, credentials: {} });
    const customer = await makeCustomer(mine, { email: 'anna@example.com' });
    ticketId = (await makeTicket(mine, { customerId: customer.id })).id;
  });
  afterAll(async () => {
    await house?.close();
    await vendor?.stop();
    added.forEach((one) => one.remove());
  });

  const http = () => request(house.app.getHttpServer());
  const refund = (args: object = {}, more: object = {}) =>
    http()
      .post('/api/v1/actions/refund')
      .send({ arguments: { order: '#1003', amount: 2490, ...args }, ticketId, ...more });
  const runsOf = async (query = ''): Promise<ActionRunBody[]> =>
    (await http().get(`/api/v1/action-runs${query}`).expect(200)).body.data;

  it('shows what would be done before it is done, and changes nothing', async () => {
    const { body } = await refund({}, { dryRun: true }).expect(200);
    expect(body).toMatchObject({
      dryRun: true,
      summary: 'Refund 24.90 EUR for #1003',
      decision: { verdict: 'allow' },
      facts: expect.arrayContaining([{ label: 'Goes to', value: 'Visa ending 4242' }]),
    });
    expect(vendor.requests).toBe(0);
    expect(await runsOf()).toEqual([]);
  });

  it('answers 200 done, and once for the same key', async () => {
    const first = await refund().set('idempotency-key', 'k-1').expect(200);
    const again = await refund().set('idempotency-key', 'k-1').expect(200);
    expect(again.body.id).toBe(first.body.id);
    expect(vendor.effects).toHaveLength(1);
    expect((await refund({ amount: 1 }).set('idempotency-key', 'k-1').expect(409)).body.code).toBe('client_id_taken');
  });

  it('answers 202 for what waits or is open, and lists it', async () => {
    const waits = (await refund({ amount: 30_000 }).expect(202)).body as ActionRunBody;
    expect(waits).toMatchObject({ state: 'awaiting_approval', decision: { approver: 'lead' } });
    vendor.faults = ['500_before'];
    const open = (await refund().expect(202)).body as ActionRunBody;
    expect(open.state).toBe('uncertain');
    expect((await runsOf('?state=uncertain')).map(({ id }) => id)).toEqual([open.id]);
    expect((await runsOf(`?ticketId=${ticketId}`)).map(({ id }) => id)).toEqual([open.id, waits.id]);
    expect((await refund().expect(409)).body).toMatchObject({ code: 'busy' });
  });

  it('answers 422 with the reason and the run when it is refused, 502 when it failed', async () => {
    vendor.faults = ['refuse', '429'];
    const refused = await refund().expect(422);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body).toMatchObject({
      code: 'rejected',
      detail: 'It was refunded by somebody else.',
      run: { state: 'refused' },
    });
    expect((await refund().expect(502)).body).toMatchObject({ code: 'rate_limited', run: { state: 'failed' } });
  });

  it('names the arguments that do not fit', async () => {
    const { body } = await refund({ amount: -5, colour: 'red' }).expect(422);
    expect(body).toMatchObject({
      code: 'not_valid',
      errors: expect.arrayContaining([expect.objectContaining({ field: 'arguments.amount' })]),
    });
    await http().post('/api/v1/actions/explode').send({ arguments: {} }).expect(404);
    expect((await refund({ order: '#9' }).expect(404)).body.detail).toContain('no order #9');
    await refund({}, { ticketId: '01912345-0000-7000-8000-000000000000' }).expect(404);
  });

  it('lets a lead approve what an agent may not, over the API', async () => {
    const { id } = (await refund({ amount: 30_000 }).expect(202)).body as ActionRunBody;
    await http().post(`/api/v1/action-runs/${id}/approve`).expect(403);
    asking = house.db.ctx(mine.workspaceId, await makePerson(house.db, mine.workspaceId, { role: 'lead' }));
    expect((await http().post(`/api/v1/action-runs/${id}/approve`).expect(200)).body.state).toBe('done');
    await http().post(`/api/v1/action-runs/${id}/decline`).send({}).expect(409);
  });

  it('lists what an argument is chosen from, and refuses what is no action', async () => {
    const all = (await http().get('/api/v1/actions').expect(200)).body.data as ActionBody[];
    const chosen = all.filter(({ choices }) => choices).map(({ name }) => name);
    expect(chosen).toEqual(['change_items', 'change_payment', 'redeem_reward']);
    const { body } = await http().get(`/api/v1/actions/redeem_reward?ticketId=${ticketId}`).expect(200);
    expect(body.arguments.properties.rewardId).toEqual({
      type: 'string',
      title: 'Reward',
      oneOf: [
        { const: 'r-1', title: 'Five off (500 points)' },
        { const: 'r-2', title: 'Money off (100 to 5,000 points)' },
      ],
    });
    expect(body.arguments.properties.points.title).toBe('Points');
    await http().get('/api/v1/actions/explode').expect(404);
  });

  it('tells what can be done with an order now, why not, and what a person could do instead', async () => {
    const { orderId: id } = (await refund().expect(200)).body as ActionRunBody;
    toyWorld.order = toyOrder({ fulfilment: 'fulfilled' });
    const { body } = await http().get(`/api/v1/actions?orderId=${id}&ticketId=${ticketId}`).expect(200);
    const by = new Map((body.data as ActionBody[]).map((action) => [action.name, action.availability]));
    expect(by.get('refund')).toMatchObject({ possible: true, arguments: { order: '#1003' } });
    expect(by.get('change_address')).toMatchObject({
      possible: false,
      reason: 'Toy shop cannot do this.',
      fallback: { action: 'create_task', arguments: { title: 'Change the address: #1003' } },
    });
    expect(by.get('skip_subscription')).toMatchObject({
      possible: false,
      reason: expect.stringContaining('Nothing is connected'),
    });
    expect(by.get('grant_points')).toMatchObject({ possible: true });
    const plain = (await http().get('/api/v1/actions').expect(200)).body.data as ActionBody[];
    expect(plain.every(({ availability }) => availability === null)).toBe(true);
  });

  it('pages through what was done, newest first, and shows nothing to another workspace', async () => {
    for (const amount of [100, 200, 300]) await refund({ amount }).expect(200);
    const first = (await http().get('/api/v1/action-runs?limit=2').expect(200)).body;
    const rest = (await http().get(`/api/v1/action-runs?limit=2&cursor=${first.nextCursor}`).expect(200)).body;
    const amounts = [...first.data, ...rest.data].map((run: ActionRunBody) => run.amount?.amount);
    expect(amounts).toEqual([300, 200, 100]);
    expect(rest.nextCursor).toBeNull();
    asking = (await makeWorkspace(house.db)).ctx;
    expect(await runsOf()).toEqual([]);
    await http().get(`/api/v1/action-runs/${first.data[0].id}`).expect(404);
  });
});
