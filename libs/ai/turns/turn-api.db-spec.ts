import { ConnectionEntity } from '@satchel/connectors';
import { customersEntities } from '@satchel/customers';
import { DeskModule, DraftService, TicketService } from '@satchel/desk';
import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, newId } from '@satchel/kernel';
import { makePerson, makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import request from 'supertest';
import { AiModule, AiSettings } from '../index';

describe('a draft on demand, over the API', () => {
  let api: TestApp;
  let ctx: Ctx;
  let key: string;

  beforeAll(async () => {
    api = await testApp({
      imports: [IdentityModule, DeskModule, AiModule],
      entities: [...identityEntities, ...customersEntities, ConnectionEntity],
      runJobs: true,
    });
    const { id } = await makeWorkspace(api.db);
    ctx = api.db.ctx(id, await makePerson(api.db, id, { role: 'admin' }));
    key = (await api.app.get(ApiKeyService).create(ctx, { name: 'Test' })).key;
  });
  afterAll(() => api?.close());

  const ask = (ticketId: string) =>
    request(api.app.getHttpServer()).post(`/api/v1/tickets/${ticketId}/turns`).set('authorization', `Bearer ${key}`);
  const mode = (is: 'auto' | 'off') => api.app.get(AiSettings).update(ctx, { mode: is });

  it('is made for a message that the AI passed over, and refused with the reason when there is none to make', async () => {
    await mode('off');
    const { id } = await api.app.get(TicketService).create(ctx, {
      subject: 'Order',
      customer: { email: 'anna@example.com', name: 'Anna' },
      text: 'I would like a refund for order 1001 please',
    });
    expect((await ask(id).expect(409)).body).toMatchObject({
      code: 'nothing_to_draft',
      detail: 'There is no draft to be made: the AI is switched off.',
    });
    await ask(newId()).expect(404);

    // Recorded as passed over before anybody switched it on.
    const [first] = await ctx.query<{ id: string }>(
      'select id from message where workspace_id = $1 and ticket_id = $2',
      [ctx.workspaceId, id],
    );
    await ctx.query(
      `insert into ai_turn (id, workspace_id, ticket_id, message_id, brain, prompt_version, mode, outcome)
       values ($1, $2, $3, $4, 'built-in', '1', 'auto', 'skipped')`,
      [newId(), ctx.workspaceId, id, first?.id],
    );
    await mode('auto');
    await ask(id).expect(202);
    const end = await waitFor(async () => {
      const turns = await request(api.app.getHttpServer())
        .get(`/api/v1/tickets/${id}/turns`)
        .set('authorization', `Bearer ${key}`);
      const [turn] = turns.body.data as { outcome: string }[];
      return turn && !['skipped', 'running'].includes(turn.outcome) && turn;
    });
    expect(end).toMatchObject({ outcome: 'handed_over' });
    expect(await api.app.get(DraftService).list(ctx, id)).toEqual([
      expect.objectContaining({ author: expect.objectContaining({ kind: 'ai' }) }),
    ]);
    await ask(id).expect(409);
  });
});
