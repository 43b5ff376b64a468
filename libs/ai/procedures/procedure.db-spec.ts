import type { ProcedureBody, ProcedureListBody, ProcedurePartsBody } from '@satchel/contracts';
import { identityEntities, ApiKeyService, IdentityModule } from '@satchel/identity';
import { ConnectionEntity } from '@satchel/connectors';
import { customersEntities } from '@satchel/customers';
import { DeskModule } from '@satchel/desk';
import { makePerson, makeWorkspace, type TestApp, testApp } from '@satchel/testing';
import request from 'supertest';
import { AiModule } from '../index';
import { cancelOrder } from './built-in/cancel-order.procedure';
import type { ProcedureDocument } from './document';
import { Procedures } from './procedure.service';

describe('procedures over the API', () => {
  let api: TestApp;
  const keys: Record<string, string> = {};

  beforeAll(async () => {
    api = await testApp({
      imports: [IdentityModule, DeskModule, AiModule],
      entities: [...identityEntities, ...customersEntities, ConnectionEntity],
    });
    for (const [who, role] of [
      ['mine', 'admin'],
      ['other', 'admin'],
    ] as const) {
      const { id } = await makeWorkspace(api.db);
      const ctx = api.db.ctx(id, await makePerson(api.db, id, { role }));
      keys[who] = (await api.app.get(ApiKeyService).create(ctx, { name: who })).key;
    }
  });
  afterAll(() => api?.close());

  const send = (method: 'get' | 'put' | 'post' | 'delete', path = '', who = 'mine') =>
    request(api.app.getHttpServer())
      [method](`/api/v1/ai/procedures${path}`)
      .set('authorization', `Bearer ${keys[who]}`);
  const read = async (name: string, who = 'mine') =>
    (await send('get', `/${name}`, who).expect(200)).body as ProcedureBody;
  const quiet: ProcedureDocument = { ...cancelOrder, title: 'Cancel, our way', off: true };

  it('are those of the house until the shop writes its own, for itself alone, and can be reset', async () => {
    const { data } = (await send('get').expect(200)).body as ProcedureListBody;
    expect(data.length).toBeGreaterThanOrEqual(25);
    expect(data.every(({ origin, version }) => origin === 'house' && version === 0)).toBe(true);

    const changed = await send('put', '/cancel-order').send({ document: quiet, expectedVersion: 0 }).expect(200);
    expect(changed.body).toMatchObject({ origin: 'edited', version: 1, off: true, title: 'Cancel, our way' });
    expect(await read('cancel-order', 'other')).toMatchObject({ origin: 'house', off: false });

    // Somebody else read it before that.
    const stale = await send('put', '/cancel-order').send({ document: cancelOrder, expectedVersion: 0 }).expect(409);
    expect(stale.body).toMatchObject({ code: 'stale_procedure' });

    await send('delete', '/cancel-order').expect(204);
    expect(await read('cancel-order')).toMatchObject({ origin: 'house', version: 0, title: cancelOrder.title });
    await send('put', '/cancel-order').send({ document: quiet, expectedVersion: 0 }).expect(200);
    expect(await read('cancel-order')).toMatchObject({ version: 3 });

    // Whoever goes back reads what there was, and nobody else does.
    const { body } = await send('get', '/cancel-order/versions').expect(200);
    expect(body.data).toMatchObject([
      { version: 3, document: { title: 'Cancel, our way' } },
      { version: 2, document: null },
      { version: 1, document: { off: true }, changedBy: { kind: 'api' } },
    ]);
    expect((await send('get', '/cancel-order/versions', 'other').expect(200)).body.data).toEqual([]);
    await send('get', '/no-such-one/versions').expect(404);
  });

  it('of a shop’s own come before those of the house, and are gone when deleted', async () => {
    const own: ProcedureDocument = {
      ...cancelOrder,
      name: 'ask-us-first',
      intents: ['cancel_order'],
      steps: [{ do: 'hand_over', reason: 'cancel' }],
    };
    expect((await send('post').send({ document: own }).expect(201)).body).toMatchObject({ origin: 'own', version: 1 });
    await send('post').send({ document: own }).expect(409);
    const { ctx } = await makeWorkspace(api.db);
    expect((await api.app.get(Procedures).active(ctx)).some(({ document }) => document.name === 'ask-us-first')).toBe(
      false,
    );
    await send('delete', '/ask-us-first').expect(204);
    await send('get', '/ask-us-first').expect(404);
  });

  it('say which step is wrong', async () => {
    const wrong = { ...cancelOrder, steps: cancelOrder.steps.filter((step) => step.do !== 'confirm') };
    const { body } = await send('put', '/cancel-order').send({ document: wrong }).expect(422);
    expect(body).toMatchObject({ code: 'procedure_not_valid' });
    expect(body.detail).toContain(
      'Step 3 proposes cancel_order: the two steps after it must be "confirm" and "execute".',
    );
    const checked = await send('post', '/check').send({ document: wrong }).expect(200);
    expect(checked.body.problems).toMatchObject([{ field: 'steps.3' }, { field: 'steps.4' }]);
    expect((await send('post', '/check').send({ document: cancelOrder }).expect(200)).body).toEqual({ problems: [] });
    await send('put', '/cancel-order').send({ document: 'eval' }).expect(400);
    await send('put', '/no-such-one').send({ document: cancelOrder }).expect(404);
  });

  it('tell what they can be made of, which is what the shipped ones are made of', async () => {
    const { body } = await request(api.app.getHttpServer())
      .get('/api/v1/ai/procedure-parts')
      .set('authorization', `Bearer ${keys['mine']}`)
      .expect(200);
    const parts = body as ProcedurePartsBody;
    const { data } = (await send('get').expect(200)).body as ProcedureListBody;
    for (const { document } of data) {
      expect(parts.intents).toEqual(
        expect.arrayContaining(document.intents.filter((one) => !one.startsWith('custom:'))),
      );
      expect(parts.reasons.map(({ name }) => name)).toContain(document.reason);
      for (const step of document.steps)
        if (step.do === 'propose') expect(parts.actions.map(({ name }) => name)).toContain(step.action);
    }
    expect(parts.phrases.find(({ name }) => name === 'ask_order')?.texts).toMatchObject({
      en: expect.stringContaining('order'),
      fr: expect.stringContaining('commande'),
    });
  });
});
