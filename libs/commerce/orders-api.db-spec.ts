import { ConnectionEntity, ConnectionService } from '@satchel/connectors';
import { CustomerService, customersEntities } from '@satchel/customers';
import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, newId } from '@satchel/kernel';
import {
  makePerson,
  makeWorkspace,
  type SandboxProcess,
  startSandboxProcess,
  type TestApp,
  testApp,
} from '@satchel/testing';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import request from 'supertest';
import { commerceEntities, CommerceModule } from './index';

describe('orders over the API', () => {
  let sandbox: SandboxProcess;
  let api: TestApp;
  let shop: { key: string; ctx: Ctx };
  let other: { key: string; ctx: Ctx };
  const get = (path: string, { key } = shop) =>
    request(api.app.getHttpServer()).get(`/api/v1/${path}`).set('authorization', `Bearer ${key}`);

  async function workspaceWithKey() {
    const { id } = await makeWorkspace(api.db);
    const ctx = api.db.ctx(id, await makePerson(api.db, id, { role: 'admin' }));
    return { ctx, key: (await api.app.get(ApiKeyService).create(ctx, { name: 'Test' })).key };
  }

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    api = await testApp({
      imports: [IdentityModule, CommerceModule],
      entities: [...identityEntities, ...customersEntities, ...commerceEntities, ConnectionEntity],
    });
    [shop, other] = [await workspaceWithKey(), await workspaceWithKey()];
    await api.app.get(ConnectionService).create(shop.ctx, {
      connectorId: 'shopify',
      label: 'Fernhill shop',
      baseUrl: `${sandbox.url}/shopify`,
      credentials: { shopDomain: 'fernhill.myshopify.com', accessToken: 'shpat_sandbox' },
    });
  });
  afterAll(async () => {
    await api?.close();
    await sandbox?.stop();
  });

  it('are found by number and by mail address, and read by id', async () => {
    const found = await get('orders?number=%231001').expect(200);
    expect(found.body).toMatchObject({ data: [{ number: '#1001', stale: false }], nextCursor: null, problems: [] });
    expect((await get('orders?email=marco.rossi@example.com').expect(200)).body.data).toMatchObject([
      { number: '#1002', shipments: [] },
    ]);
    const { id } = found.body.data[0];
    expect((await get(`orders/${id}`).expect(200)).body).toMatchObject({ id, number: '#1001' });
  });

  it('are nobody else’s', async () => {
    const { id } = (await get('orders?number=1001')).body.data[0];
    await get(`orders/${id}`, other).expect(404);
    expect((await get('orders?number=1001', other).expect(200)).body.data).toEqual([]);
    await request(api.app.getHttpServer()).get(`/api/v1/orders/${id}`).expect(401);
  });

  it('need something to be found by', async () => {
    await get('orders').expect(400);
    await get(`orders?number=${'9'.repeat(101)}`).expect(400);
    await get('orders/1001').expect(400);
    await get(`orders/${newId()}`).expect(404);
  });

  it("make up a customer's context", async () => {
    const customers = api.app.get(CustomerService);
    const { id } = await customers.create(shop.ctx, { name: 'Anna', email: 'anna.bergmann@example.com' });
    const unproven = (await get(`customers/${id}/context`).expect(200)).body;
    expect(unproven).toMatchObject({ orders: [], orderCount: 0, possibleMatches: [{ name: 'A. B.' }], problems: [] });
    const shown = (await get(`customers/${id}/context?include=unverified`).expect(200)).body;
    expect(shown).toMatchObject({ orders: [{ number: '#1001' }, { number: '#1006' }], orderCount: 2 });

    await customers.markVerified(
      shop.ctx,
      id,
      { kind: 'email', value: 'anna.bergmann@example.com' },
      'authenticated_mail',
    );
    const { body } = await get(`customers/${id}/context`).expect(200);
    expect(body).toMatchObject({
      customer: { id, name: 'Anna' },
      orders: [{ number: '#1001' }, { number: '#1006' }],
      possibleMatches: [],
      sources: [{ label: 'Fernhill shop', kind: 'commerce', state: 'live', problem: null }],
      problems: [],
    });
    await get(`customers/${id}/context?include=everything`).expect(400);
    await get(`customers/${id}/context`, other).expect(404);
  });

  it('are described in the document, every field that an answer has', async () => {
    const document = SwaggerModule.createDocument(api.app, new DocumentBuilder().build());
    const schemas = document.components?.schemas as Record<string, { properties: object }>;
    const [order] = (await get('orders?number=1001')).body.data;
    const described = (name: string) => Object.keys(schemas[name]?.properties ?? {}).sort();
    expect(described('OrderDto')).toEqual(Object.keys(order).sort());
    expect(described('OrderLineDto')).toEqual(Object.keys(order.lines[0]).sort());
    expect(described('ShipmentDto')).toEqual(Object.keys(order.shipments[0]).sort());
    expect(described('ShipmentEventDto')).toEqual(Object.keys(order.shipments[0].events[0]).sort());
    expect(described('ShippingAddressDto')).toEqual(Object.keys(order.shippingAddress).sort());
    expect(described('CustomerContextDto')).toEqual(
      expect.arrayContaining(['customer', 'orders', 'problems', 'sources']),
    );
    const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(references.filter((name) => !schemas[name ?? ''])).toEqual([]);
  });
});
