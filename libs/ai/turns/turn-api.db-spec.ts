import { ConnectionEntity } from '@satchel/connectors';
import { customersEntities } from '@satchel/customers';
import { DeskModule, DraftService, TicketService } from '@satchel/desk';
import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, newId } from '@satchel/kernel';
import type { AiTurnBody } from '@satchel/contracts';
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
  const get = (path: string) =>
    request(api.app.getHttpServer()).get(`/api/v1/tickets/${path}`).set('authorization', `Bearer ${key}`);
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
    const end = await waitFor(
      async () => {
        const turns = await request(api.app.getHttpServer())
          .get(`/api/v1/tickets/${id}/turns`)
          .set('authorization', `Bearer ${key}`);
        const [turn] = turns.body.data as { outcome: string }[];
        return turn && !['skipped', 'running'].includes(turn.outcome) && turn;
        // The first turn of a process loads what it thinks with.
      },
      { timeoutMs: 20_000 },
    );
    expect(end).toMatchObject({ outcome: 'handed_over' });
    expect(await api.app.get(DraftService).list(ctx, id)).toEqual([
      expect.objectContaining({ author: expect.objectContaining({ kind: 'ai' }) }),
    ]);
    await ask(id).expect(409);
  });

  it('takes a word on whether it was right, from whoever read it, and only on what it wrote', async () => {
    const turn = async (outcome: string) => {
      const ticket = await api.app.get(TicketService).create(ctx, {
        subject: 'Order',
        customer: { email: 'tom@example.com', name: 'Tom' },
        text: 'Where is it?',
      });
      const [message] = await ctx.query<{ id: string }>(
        'select id from message where workspace_id = $1 and ticket_id = $2',
        [ctx.workspaceId, ticket.id],
      );
      const spans = [
        { from: 3, to: 8, text: '#1001', kind: 'code', source: { tool: 't', path: 'p', label: 'l', value: 'v' } },
      ];
      await ctx.query(
        `insert into ai_turn (id, workspace_id, ticket_id, message_id, brain, prompt_version, mode, outcome, gate)
         values ($1, $2, $3, $4, 'built-in', '1', 'auto', $5, $6) on conflict (message_id) do update set id = excluded.id, outcome = excluded.outcome, gate = excluded.gate`,
        [
          newId(),
          ctx.workspaceId,
          ticket.id,
          message?.id,
          outcome,
          JSON.stringify({ passed: true, spans, rewrites: 1 }),
        ],
      );
      return ticket.id;
    };
    const read = async (ticketId: string) =>
      (
        await request(api.app.getHttpServer())
          .get(`/api/v1/tickets/${ticketId}/turns`)
          .set('authorization', `Bearer ${key}`)
      ).body.data[0] as AiTurnBody;
    const judge = (ticketId: string, turnId: string, body: object) =>
      request(api.app.getHttpServer())
        .put(`/api/v1/tickets/${ticketId}/turns/${turnId}/verdict`)
        .set('authorization', `Bearer ${key}`)
        .send(body);
    await mode('off');
    const ticketId = await turn('sent');
    const before = await read(ticketId);
    expect(before).toMatchObject({ verdict: null, rewrites: 1, spans: [{ from: 3, to: 8, kind: 'code' }] });
    await judge(ticketId, before.id, {}).expect(400);
    await judge(ticketId, before.id, { right: false }).expect(204);
    expect((await read(ticketId)).verdict).toBe('wrong');
    await judge(ticketId, before.id, { right: true }).expect(204);
    expect((await read(ticketId)).verdict).toBe('right');

    const other = await turn('skipped');
    await judge(other, before.id, { right: true }).expect(404);
    await judge(other, (await read(other)).id, { right: true }).expect(409);
  });

  it('is taken again for an admin, where its record is whole', async () => {
    await mode('auto');
    const { id } = await api.app.get(TicketService).create(ctx, {
      subject: 'Order',
      customer: { email: 'eva@example.com', name: 'Eva' },
      text: 'I will sue you for what you did.',
    });
    const turn = await waitFor(
      async () => {
        const [taken] = (await get(`${id}/turns`)).body.data as AiTurnBody[];
        return taken && taken.outcome !== 'running' && taken;
      },
      { timeoutMs: 20_000 },
    );
    const replay = (body: object, turnId = turn.id) =>
      request(api.app.getHttpServer())
        .post(`/api/v1/tickets/${id}/turns/${turnId}/replay`)
        .set('authorization', `Bearer ${key}`)
        .send(body);
    const { body } = await replay({}).expect(200);
    expect(body).toMatchObject({ turnId: turn.id, with: 'stored', stored: { end: 'hand_over' }, differs: [] });
    expect((await replay({ with: 'current' }).expect(200)).body.replayed).toEqual(body.stored);
    await replay({ with: 'yesterday' }).expect(400);
    await replay({}, newId()).expect(404);
    await ctx.query('update ai_turn set input = null where workspace_id = $1 and id = $2', [ctx.workspaceId, turn.id]);
    expect((await replay({}).expect(409)).body).toMatchObject({ code: 'nothing_to_replay' });
  });
});
