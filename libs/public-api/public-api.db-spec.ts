import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { CustomerService, customersEntities, CustomersModule } from '@satchel/customers';
import type { Ctx } from '@satchel/kernel';
import { makePerson, makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import { Script } from 'node:vm';
import request from 'supertest';
import { PublicApiModule } from './public-api.module';
import { mountApiReference } from './reference/mount';

describe('the API as a program meets it', () => {
  let it_: TestApp;
  let shop: { key: string; ctx: Ctx };
  let other: { key: string; ctx: Ctx };
  const http = () => request(it_.app.getHttpServer());
  const get = (path: string, { key } = shop) => http().get(path).set('authorization', `Bearer ${key}`);

  async function workspaceWithKey() {
    const { id } = await makeWorkspace(it_.db);
    const ctx = it_.db.ctx(id, await makePerson(it_.db, id, { role: 'admin' }));
    return { ctx, key: (await it_.app.get(ApiKeyService).create(ctx, { name: 'Test' })).key };
  }

  beforeAll(async () => {
    it_ = await testApp({
      imports: [IdentityModule, CustomersModule, PublicApiModule],
      entities: [...identityEntities, ...customersEntities],
      before: mountApiReference,
    });
    [shop, other] = [await workspaceWithKey(), await workspaceWithKey()];
  });
  afterAll(() => it_.close());

  describe('events', () => {
    const add = async (name: string, { ctx } = shop) => (await it_.app.get(CustomerService).create(ctx, { name })).id;

    it('are read in order from a cursor on, own workspace only', async () => {
      const ids = [await add('Anna'), await add('Marco'), await add('Julie')];
      await add('Somebody else', other);
      const customersOf = (body: { data: { payload: { customerId: string } }[] }) =>
        body.data.map(({ payload }) => payload.customerId);
      await waitFor(async () => (await get('/api/v1/events')).body.data.length === 3);

      const first = await get('/api/v1/events?limit=2').expect(200);
      expect(first.body.data[0]).toMatchObject({ type: 'customer.created', ticketId: null, actor: { kind: 'person' } });
      const rest = await get(`/api/v1/events?after=${first.body.nextCursor}`).expect(200);
      expect([...customersOf(first.body), ...customersOf(rest.body)]).toEqual(ids);

      const none = await get(`/api/v1/events?after=${rest.body.nextCursor}`).expect(200);
      expect(none.body).toEqual({ data: [], nextCursor: rest.body.nextCursor });
      const later = await add('Sam');
      await waitFor(async () => (await get(`/api/v1/events?after=${none.body.nextCursor}`)).body.data.length === 1);
      const next = await get(`/api/v1/events?after=${none.body.nextCursor}`);
      expect(customersOf(next.body)).toEqual([later]);
    });

    it('are filtered by type', async () => {
      expect((await get('/api/v1/events?types=ticket.created').expect(200)).body.data).toEqual([]);
      const { body } = await get('/api/v1/events?types=ticket.created,%20customer.created').expect(200);
      expect(body.data.length).toBeGreaterThan(0);
    });

    it('need a cursor and a limit that make sense', async () => {
      expect((await get('/api/v1/events?after=nonsense').expect(400)).body.code).toBe('bad_cursor');
      expect((await get('/api/v1/events?limit=0').expect(400)).body.detail).toMatch(/limit must be at least 1/);
    });
  });

  describe('customers', () => {
    it('are created, read, changed and listed', async () => {
      const auth = { authorization: `Bearer ${shop.key}` };
      const created = await http()
        .post('/api/v1/customers')
        .set(auth)
        .send({ name: 'Priya Shah', email: 'Priya.Shah@example.com' })
        .expect(201);
      const { id } = created.body as { id: string };
      expect(created.body).toMatchObject({
        name: 'Priya Shah',
        addresses: [{ kind: 'email', value: 'priya.shah@example.com', verifiedAt: null }],
      });
      await http().patch(`/api/v1/customers/${id}`).set(auth).send({ locale: 'en-GB' }).expect(200);
      expect((await get(`/api/v1/customers/${id}`).expect(200)).body.locale).toBe('en-GB');
      expect((await get('/api/v1/customers?q=priya').expect(200)).body).toMatchObject({
        data: [{ id }],
        nextCursor: null,
      });

      const clash = await http()
        .post('/api/v1/customers')
        .set(auth)
        .send({ email: 'priya.shah@example.com' })
        .expect(409);
      expect(clash.body.detail).toContain(id);
      await get(`/api/v1/customers/${id}`, other).expect(404);
      await http()
        .patch(`/api/v1/customers/${id}`)
        .set('authorization', `Bearer ${other.key}`)
        .send({ name: 'x' })
        .expect(404);
    });
  });

  describe('dead jobs', () => {
    it('are shown to admins, and one that is not there is not retried', async () => {
      await get('/api/v1/jobs/dead').expect(200, { data: [], nextCursor: null });
      await http().post('/api/v1/jobs/dead/4711/retry').set('authorization', `Bearer ${shop.key}`).expect(404);
    });
  });

  describe('its document', () => {
    it('is OpenAPI 3.1 with every reference resolved and every operation described', async () => {
      const { body } = await http()
        .get('/api/openapi.json')
        .expect(200)
        .expect('content-type', /application\/json/);
      expect(body.openapi).toBe('3.1.0');
      const text = JSON.stringify(body);
      expect(text).not.toMatch(/"nullable"|Dto"/);
      expect(body.tags[0]).toEqual({ name: 'Customers' });
      for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
        expect(body.components.schemas).toHaveProperty(String(name));
      }
      const operations = Object.entries(body.paths).flatMap(([path, item]) =>
        Object.entries(item as object).map(([method, op]) => ({ path, method, ...op })),
      );
      expect(operations.length).toBeGreaterThan(15);
      for (const op of operations) {
        expect([op.path, op.method, op.summary, op.tags?.length]).toEqual([op.path, op.method, expect.any(String), 1]);
        expect(Object.keys(op.responses).some((status) => status.startsWith('2'))).toBe(true);
      }
      expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    });

    it('says who may call what', async () => {
      const { body } = await http().get('/api/openapi.json').expect(200);
      expect(body.paths['/api/v1/boot'].get.security).toEqual([]);
      expect(body.paths['/api/v1/customers'].get.security).toEqual([{ apiKey: [] }, { session: [] }]);
      expect(body.paths['/api/v1/api-keys'].post['x-role']).toBe('admin');
      const names = (op: { parameters?: { name: string }[] }) => op.parameters?.map(({ name }) => name) ?? [];
      expect(names(body.paths['/api/v1/customers'].post)).toContain('Idempotency-Key');
      expect(names(body.paths['/api/v1/customers'].get)).toEqual(['q', 'limit', 'cursor']);
      expect(body.components.schemas.Customer.properties.locale.type).toEqual(['string', 'null']);
      expect(body.paths['/api/v1/customers'].post.responses['409'].content).toHaveProperty([
        'application/problem+json',
      ]);
    });

    it('is drawn by a page that loads nothing from elsewhere', async () => {
      const page = await http()
        .get('/api/docs')
        .expect(200)
        .expect('content-type', /text\/html/);
      expect(page.headers['content-security-policy']).toContain("script-src 'self'");
      expect(page.text).not.toMatch(/https?:\/\/|<script>|\son\w+=/);
      const links = [...page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => String(path));
      expect(links.length).toBeGreaterThan(2);
      for (const path of links) await http().get(path).expect(200);
      const script = await http()
        .get('/api/docs/app.js')
        .expect('content-type', /javascript/);
      expect(() => new Script(script.text)).not.toThrow();
    });
  });
});
