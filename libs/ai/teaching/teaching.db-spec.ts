import { ConnectionEntity } from '@satchel/connectors';
import { customersEntities } from '@satchel/customers';
import { DeskModule, TicketService } from '@satchel/desk';
import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, newId } from '@satchel/kernel';
import { makePerson, makeWorkspace, type TestApp, testApp } from '@satchel/testing';
import request from 'supertest';
import { AiModule } from '../index';
import { understand } from '../understand';
import { TaughtModels } from './taught-models.service';
import { Shadows } from './shadows.service';

describe('teaching the built-in engine', () => {
  let api: TestApp;
  let ctx: Ctx;
  let other: Ctx;
  let key: string;

  beforeAll(async () => {
    api = await testApp({
      imports: [IdentityModule, DeskModule, AiModule],
      entities: [...identityEntities, ...customersEntities, ConnectionEntity],
    });
    const [mine, theirs] = [await makeWorkspace(api.db), await makeWorkspace(api.db)];
    ctx = api.db.ctx(mine.id, await makePerson(api.db, mine.id, { role: 'admin' }));
    other = api.db.ctx(theirs.id, await makePerson(api.db, theirs.id, { role: 'admin' }));
    key = (await api.app.get(ApiKeyService).create(ctx, { name: 'Test' })).key;
  });
  afterAll(() => api?.close());

  const call = (method: 'get' | 'post' | 'delete', path: string) =>
    request(api.app.getHttpServer())[method](`/api/v1/ai/${path}`).set('authorization', `Bearer ${key}`);

  it('learns a wish of its own from imported messages, for this shop alone', async () => {
    const csv = [
      'please wrap it as a present',
      'can i get gift paper',
      'pack it as a gift',
      'gift wrapping for my order',
    ]
      .map((text) => `${text},custom:gift-wrap`)
      .join('\n');
    expect(
      (
        await call('post', 'examples/import')
          .send({ csv: `text,intent\n${csv}` })
          .expect(201)
      ).body,
    ).toEqual({
      imported: 4,
    });
    const { body } = await call('post', 'retrain').expect(200);
    expect(body).toMatchObject({ examples: 4 });
    expect(body.intents).toContainEqual({ intent: 'custom:gift-wrap', examples: 4, threshold: null, n: 0 });
    const model = await api.app.get(TaughtModels).of(ctx);
    const [first] = understand('could you wrap it as a gift please', {
      prior: 'en',
      model: model ?? undefined,
    }).sentences;
    expect(first?.guesses[0]?.intent).toBe('custom:gift-wrap');
    expect(await api.app.get(TaughtModels).of(other)).toBeNull();
  });

  it('keeps one meaning for each sentence, pages and forgets', async () => {
    await call('post', 'examples').send({ text: 'pack it as a gift', intent: 'other' }).expect(204);
    const first = (await call('get', 'examples?limit=3').expect(200)).body;
    const rest = (await call('get', `examples?limit=3&cursor=${first.nextCursor}`).expect(200)).body;
    const all = [...first.data, ...rest.data] as { id: string; text: string; intent: string }[];
    expect(all).toHaveLength(4);
    const taught = all.find(({ text }) => text === 'pack it as a gift');
    expect(taught?.intent).toBe('other');
    await call('delete', `examples/${taught?.id}`).expect(204);
    await call('delete', `examples/${taught?.id}`).expect(404);
  });

  it('refuses unknown intents and tickets of others', async () => {
    await call('post', 'examples').send({ text: 'hello', intent: 'nonsense' }).expect(422);
    await call('post', 'examples').send({ text: 'hello', intent: 'refund', ticketId: newId() }).expect(404);
    await call('post', 'examples/import').send({}).expect(422);
  });

  it('takes the word of who teaches for what the engine should have read', async () => {
    const ticket = await api.app.get(TicketService).create(ctx, {
      subject: 'Order',
      customer: { email: 'anna@example.com', name: 'Anna' },
      text: 'Where is my order?',
    });
    const [message] = await ctx.query<{ id: string }>('select id from message where ticket_id = $1', [ticket.id]);
    const messageId = message?.id ?? '';
    const shadows = api.app.get(Shadows);
    const turn = { ticketId: ticket.id, messageId, channel: 'email', language: 'en', action: null };
    await shadows.record(ctx, turn, [
      { intent: 'where_is_my_order', score: 0.81 },
      { intent: 'refund_status', score: 0.6 },
    ]);
    const lesson = { text: 'Where is my order?', intent: 'where_is_my_order', ticketId: ticket.id, messageId };
    await call('post', 'examples').send(lesson).expect(204);
    const standings = await shadows.standings(ctx);
    expect(standings.get('where_is_my_order')).toMatchObject({ right: 1, n: 1 });
    expect(standings.get('refund_status')).toMatchObject({ right: 0, n: 1 });
    expect((await shadows.standings(other)).size).toBe(0);
    const trained = (await call('post', 'retrain').expect(200)).body;
    expect(trained.intents).toContainEqual(expect.objectContaining({ intent: 'refund_status', n: 1, threshold: null }));
  });
});
