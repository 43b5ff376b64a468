import { Injectable } from '@nestjs/common';
import { type Ctx, JobHandler, Jobs } from '@satchel/kernel';
import { makeWorkspace, testApp, type TestApp, waitFor } from '@satchel/testing';
import request from 'supertest';
import { Adapters } from '../connection/adapters.service';
import { ConnectionEntity } from '../connection/connection.entity';
import { ConnectionService } from '../connection/connection.service';
import { ConnectorsModule } from '../connectors.module';
import { MailLedgerEntity } from '../ledger/mail-ledger.entity';
import { type ChangeHook, ConnectorError, type Hint, type HookRequest } from '../port';
import { InboundEnvelopeEntity } from './envelope.entity';
import { refreshJob } from './refresh.job';

/** Stands where the keeper of the copies stands, and remembers what it was asked for. */
@Injectable()
class Keeper {
  readonly asked: (Hint & { connectionId: string; workspaceId: string })[] = [];

  @JobHandler(refreshJob)
  refresh(ctx: Ctx, hint: Hint & { connectionId: string }): void {
    this.asked.push({ ...hint, workspaceId: ctx.workspaceId });
  }
}

/** A shop that pushes: genuine is whoever knows the word. */
class PushingShop implements ChangeHook {
  urls: string[] = [];
  registered = 0;
  unregistered = 0;
  failing: Error | null = null;
  readonly answer = { status: 200, contentType: 'application/json', body: '{"received":true}' };

  async verify(call: HookRequest): Promise<string | null> {
    this.urls.push(call.url);
    return Promise.resolve(call.headers['x-word'] === 'open sesame' ? null : 'The word is wrong.');
  }
  handshake(call: HookRequest) {
    return call.query.challenge ? { status: 200, contentType: 'text/plain', body: call.query.challenge } : null;
  }
  hints(call: HookRequest): Hint[] {
    return (JSON.parse(call.body.toString('utf8')) as string[]).map((externalId) => ({
      resource: 'order',
      externalId,
    }));
  }
  async register(): Promise<void> {
    this.registered += 1;
    if (this.failing) throw this.failing;
    return Promise.resolve();
  }
  async unregister(): Promise<void> {
    this.unregistered += 1;
    throw new ConnectorError('unavailable', 'the shop is gone');
  }
}

describe('/hooks/:connectionId, for systems that say what changed', () => {
  let it_: TestApp;
  let ctx: Ctx;
  let id: string;
  let shop: PushingShop;
  const keeper = () => it_.app.get(Keeper);
  const connections = () => it_.app.get(ConnectionService);

  beforeAll(async () => {
    it_ = await testApp({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity, MailLedgerEntity],
      providers: [Keeper],
      config: { publicUrlGiven: 'https://desk.fernhill.example' },
      runJobs: true,
    });
    jest.spyOn(it_.app.get(Adapters), 'of').mockImplementation(
      () =>
        ({
          hook: shop,
          check: () => Promise.resolve({ can: [], cannot: [], account: null }),
        }) as never,
    );
  });
  beforeEach(async () => {
    shop = new PushingShop();
    ctx = (await makeWorkspace(it_.db)).ctx;
    keeper().asked.length = 0;
    const made = await connections().create(ctx, {
      connectorId: 'shopify',
      label: 'Fernhill shop',
      credentials: { shopDomain: 'fernhill.myshopify.com', accessToken: 'any' },
    });
    id = made.id;
    await waitFor(() => shop.registered === 1);
  });
  afterAll(() => it_.close());

  const post = (body: string, { word = 'open sesame', below = '' } = {}) =>
    request(it_.app.getHttpServer())
      .post(`/hooks/${id}${below}`)
      .set('content-type', 'application/json')
      .set('x-word', word)
      .send(body);

  it('has each named record asked for once, in its workspace, for a burst of calls', async () => {
    await post('["7","8","7"]').expect(200, { received: true });
    await Promise.all([1, 2, 3].map(() => post('["7"]').expect(200)));
    await waitFor(() => keeper().asked.length >= 2, { timeoutMs: 10_000 });
    const sevens = keeper().asked.filter(({ externalId }) => externalId === '7');
    // The burst may lie over the end of one window.
    expect(sevens.length).toBeLessThanOrEqual(2);
    expect(keeper().asked).toContainEqual({
      connectionId: id,
      resource: 'order',
      externalId: '8',
      workspaceId: ctx.workspaceId,
    });
  });

  it('believes nobody who cannot prove it, and counts them', async () => {
    await post('["7"]', { word: 'open barley' }).expect(401, 'The word is wrong.');
    expect((await connections().get(ctx, id)).health.refusedHooks).toBe(1);
  });

  it('asks to be called again when the hints cannot be stored, all of them', async () => {
    const jobs = it_.app.get(Jobs);
    const enqueue = jobs.enqueue.bind(jobs);
    const broken = jest
      .spyOn(jobs, 'enqueue')
      .mockImplementationOnce(enqueue)
      .mockRejectedValueOnce(new Error('the disk is full'));
    await post('["31","32"]').expect(503);
    broken.mockRestore();
    await post('["33"]').expect(200);
    await waitFor(() => keeper().asked.some(({ externalId }) => externalId === '33'), { timeoutMs: 10_000 });
    // Of the call that failed nothing was kept; a straggler of the burst before may come in between.
    expect(keeper().asked.filter(({ externalId }) => externalId.startsWith('3'))).toHaveLength(1);
  });

  it('lets the vendor shake hands, and call below its address', async () => {
    const { text } = await request(it_.app.getHttpServer()).get(`/hooks/${id}?challenge=abc`).expect(200);
    expect(text).toBe('abc');
    await post('[]', { below: '/orders/updated?x=1' }).expect(200);
    expect(shop.urls.at(-1)).toBe(`https://desk.fernhill.example/hooks/${id}/orders/updated?x=1`);
  });

  it('says in words why a vendor could not be made to call, until it can', async () => {
    shop.failing = new ConnectorError('rejected', 'the plan has no web hooks');
    await connections().check(ctx, id);
    const message = 'It does not tell us what changes: the plan has no web hooks';
    await waitFor(async () => (await connections().get(ctx, id)).health.message === message);
    expect((await connections().get(ctx, id)).health.state).toBe('failing');
    // A good check alone does not hide it.
    expect(await connections().check(ctx, id)).toMatchObject({ state: 'failing', message });
    await waitFor(() => shop.registered === 3);
    shop.failing = null;
    await connections().update(ctx, id, { label: 'Fernhill shop, new plan' });
    await waitFor(async () => (await connections().get(ctx, id)).health.state === 'ok');
  });

  it('takes its registrations back when it is removed, and goes even when the vendor does not hear it', async () => {
    await connections().remove(ctx, id);
    expect(shop.unregistered).toBe(1);
    await expect(connections().get(ctx, id)).rejects.toMatchObject({ status: 404 });
    await post('["7"]').expect(404);
  });
});
