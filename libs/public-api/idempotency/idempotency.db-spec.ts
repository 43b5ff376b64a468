import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { AppError, assertSchemaAgrees, type Ctx, Public, ReqCtx } from '@satchel/kernel';
import { makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import { Body, Controller, Get, HttpCode, Injectable, Post } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { IdempotencyEntity } from './idempotency.entity';
import { IdempotencyInterceptor } from './idempotency.interceptor';

/** Stands for any room's write: it renames the caller's workspace and counts how often it really ran. */
@Injectable()
class Work {
  runs = 0;
  hold: Promise<void> = Promise.resolve();
  failWith: Error | null = null;
}

@Controller('api/v1/work')
class WorkController {
  constructor(private readonly work: Work) {}

  @Post()
  @HttpCode(202)
  async write(@ReqCtx() ctx: Ctx, @Body() body: { name: string }): Promise<object> {
    this.work.runs += 1;
    await ctx.transaction((tx) =>
      tx.query('update workspace set name = $2 where id = $1', [ctx.workspaceId, body.name]),
    );
    await this.work.hold;
    if (this.work.failWith) throw this.work.failWith;
    return { name: body.name, run: this.work.runs, secret: 'only-once-1234' };
  }

  @Post('silent')
  @HttpCode(204)
  silent(): void {
    this.work.runs += 1;
  }

  @Post('open')
  @Public()
  open(): object {
    this.work.runs += 1;
    return { run: this.work.runs };
  }

  @Get()
  read(): object {
    this.work.runs += 1;
    return { run: this.work.runs };
  }
}

describe('a write with an Idempotency-Key', () => {
  let it_: TestApp;
  let work: Work;
  let shop: { key: string; ctx: Ctx };
  let other: { key: string; ctx: Ctx };
  const http = () => request(it_.app.getHttpServer());
  const post = (key: string, body: object, to = shop, path = '/api/v1/work') =>
    http()
      .post(path)
      .set({ authorization: `Bearer ${to.key}`, 'idempotency-key': key })
      .send(body);
  const nameOf = async ({ ctx }: { ctx: Ctx }) =>
    (await ctx.query<{ name: string }>('select name from workspace where id = $1', [ctx.workspaceId]))[0]?.name;

  async function workspaceWithKey() {
    const { ctx } = await makeWorkspace(it_.db);
    return { ctx, key: (await it_.app.get(ApiKeyService).create(ctx, { name: 'Test' })).key };
  }

  beforeAll(async () => {
    it_ = await testApp({
      imports: [IdentityModule],
      controllers: [WorkController],
      providers: [Work, { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
      entities: [...identityEntities, IdempotencyEntity],
    });
    work = it_.app.get(Work);
    [shop, other] = [await workspaceWithKey(), await workspaceWithKey()];
  });
  beforeEach(() => Object.assign(work, { runs: 0, hold: Promise.resolve(), failWith: null }));
  afterAll(() => it_.close());

  it('runs once and answers every time the same', async () => {
    const first = await post('k1', { name: 'Once' }).expect(202);
    const second = await post('k1', { name: 'Once' }).expect(202);
    expect(first.body).toEqual({ name: 'Once', run: 1, secret: 'only-once-1234' });
    expect(second.body).toEqual(first.body);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(work.runs).toBe(1);
    expect(await nameOf(shop)).toBe('Once');
  });

  it('answers without a body the same way', async () => {
    await post('silent', {}, shop, '/api/v1/work/silent').expect(204);
    await post('silent', {}, shop, '/api/v1/work/silent').expect(204);
    expect(work.runs).toBe(1);
  });

  it('keeps neither the body nor the answer readable at rest', async () => {
    await post('sealed', { name: 'a password' }).expect(202);
    const rows = await it_.db.system().query<{ row: string }>('select idempotency::text as row from idempotency');
    expect(JSON.stringify(rows)).not.toMatch(/only-once-1234|a password/);
  });

  it('is refused when the key belongs to another request', async () => {
    await post('k2', { name: 'First' }).expect(202);
    const { body } = await post('k2', { name: 'Second' }).expect(409);
    expect(body).toMatchObject({ code: 'idempotency_key_reused', detail: expect.stringContaining('new key') });
    await post('k2', { name: 'First' }, shop, '/api/v1/work/silent').expect(409);
    expect(await nameOf(shop)).toBe('First');
  });

  it('is asked to come back while the first is still running', async () => {
    let release = () => {};
    work.hold = new Promise((resolve) => (release = resolve));
    const first = post('k3', { name: 'Slow' }).then((answer) => answer);
    await waitFor(() => work.runs === 1);
    const { body, headers } = await post('k3', { name: 'Slow' }).expect(409);
    expect(body.code).toBe('idempotency_in_flight');
    expect(headers['retry-after']).toBe('1');
    release();
    expect((await first).status).toBe(202);
    await post('k3', { name: 'Slow' }).expect(202);
    expect(work.runs).toBe(1);
  });

  it.each([
    ['breaks', new Error('boom'), 500],
    ['is refused', new AppError('no', 422, 'Not so.'), 422],
  ])('leaves nothing behind when it %s, and may be sent again', async (_, failure, status) => {
    const key = `fails-${status}`;
    const before = await nameOf(shop);
    work.failWith = failure;
    await post(key, { name: `Half ${status}` }).expect(status);
    expect(await nameOf(shop)).toBe(before);
    work.failWith = null;
    await post(key, { name: `Half ${status}` }).expect(202);
    expect(await nameOf(shop)).toBe(`Half ${status}`);
    expect(work.runs).toBe(2);
  });

  it('of one workspace does not meet the same key of another', async () => {
    await post('k4', { name: 'Mine' }).expect(202);
    const { body } = await post('k4', { name: 'Theirs' }, other).expect(202);
    expect(body).toMatchObject({ name: 'Theirs', run: 2 });
    expect([await nameOf(shop), await nameOf(other)]).toEqual(['Mine', 'Theirs']);
  });

  it('is forgotten after a day', async () => {
    await post('k5', { name: 'Today' }).expect(202);
    it_.clock.advance(24 * 60 * 60_000 + 1);
    expect((await post('k5', { name: 'Tomorrow' }).expect(202)).body.run).toBe(2);
    const [left] = await shop.ctx.query<{ n: number }>(
      'select count(*)::int as n from idempotency where workspace_id = $1',
      [shop.ctx.workspaceId],
    );
    expect(left?.n).toBe(1);
  });

  it('needs a key of bounded length', async () => {
    const { body } = await post('x'.repeat(256), {}).expect(400);
    expect(body.code).toBe('bad_idempotency_key');
  });

  it('is the only thing that is kept: reads, open routes and writes without a key run each time', async () => {
    const auth = { authorization: `Bearer ${shop.key}` };
    const key = { 'idempotency-key': 'k6' };
    for (let round = 0; round < 2; round += 1) {
      await http()
        .get('/api/v1/work')
        .set({ ...auth, ...key })
        .expect(200);
      await http().post('/api/v1/work/open').set(key).expect(201);
      await http().post('/api/v1/work').set(auth).send({ name: 'Plain' }).expect(202);
    }
    expect(work.runs).toBe(6);
  });

  it('has a table as its entity says', async () => {
    await expect(assertSchemaAgrees(it_.app.get(DataSource))).resolves.toBeUndefined();
  });
});
