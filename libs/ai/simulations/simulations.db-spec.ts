import { ConnectionEntity } from '@satchel/connectors';
import type { AiReplayBody, SimulationBody, SimulationRunBody } from '@satchel/contracts';
import { customersEntities } from '@satchel/customers';
import { DeskModule } from '@satchel/desk';
import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, newId } from '@satchel/kernel';
import { makeCustomer, makePerson, makeTicket, makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import request from 'supertest';
import { AiModule } from '../index';
import { whereIsMyOrder } from '../procedures/built-in/where-is-my-order.procedure';
import type { ProcedureDocument } from '../procedures/document';
import { AiSettings } from '../settings/ai-settings.service';
import { Publishing } from './publishing.service';
import { SimulationRuns } from './simulation-runs.service';
import { TEMPLATES } from './templates';

const broken: ProcedureDocument = { ...whereIsMyOrder, steps: [{ do: 'hand_over', reason: 'other' }] };

describe('simulations over the API', () => {
  let api: TestApp;
  const keys: Record<string, string> = {};
  const ctxs: Record<string, Ctx> = {};

  beforeAll(async () => {
    api = await testApp({
      imports: [IdentityModule, DeskModule, AiModule],
      entities: [...identityEntities, ...customersEntities, ConnectionEntity],
    });
    for (const [who, role] of [
      ['mine', 'admin'],
      ['owner', 'owner'],
      ['other', 'admin'],
    ] as const) {
      const workspaceId = who === 'owner' ? ctxs.mine!.workspaceId : (await makeWorkspace(api.db)).id;
      const ctx = api.db.ctx(workspaceId, await makePerson(api.db, workspaceId, { role }));
      ctxs[who] = ctx;
      if (who !== 'owner') keys[who] = (await api.app.get(ApiKeyService).create(ctx, { name: who })).key;
    }
  });
  afterAll(() => api?.close());

  const send = (method: 'get' | 'put' | 'post' | 'delete', path: string, who = 'mine') =>
    request(api.app.getHttpServer())[method](`/api/v1${path}`).set('authorization', `Bearer ${keys[who]}`);
  const list = async (who = 'mine') =>
    (await send('get', '/ai/simulations', who).expect(200)).body.data as SimulationBody[];

  /** The job's own work, here and now. */
  const played = async (wish: object): Promise<SimulationRunBody> => {
    const { body } = await send('post', '/ai/simulations/run').send(wish).expect(202);
    const info = { attempt: 1, maxAttempts: 2, signal: new AbortController().signal };
    await api.app.get(SimulationRuns).carryOut(ctxs.mine!, { runId: body.id }, info);
    return waitFor(async () => {
      const { body: run } = await send('get', `/ai/simulations/runs/${body.id}`).expect(200);
      return run.finishedAt ? (run as SimulationRunBody) : undefined;
    });
  };

  const rows = async (): Promise<Record<string, number>> => {
    const tables = ['ticket', 'message', 'action_run', 'ai_turn', 'ai_conversation', 'customer', 'event'];
    const counts = tables.map(async (table) => {
      const [row] = await ctxs.mine!.query<{ n: number }>(
        `select count(*)::int as n from ${table} where workspace_id = $1`,
        [ctxs.mine!.workspaceId],
      );
      return [table, row?.n ?? 0] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  };

  it('come along, are changed for one workspace alone, and can be had back', async () => {
    expect((await list()).map(({ id }) => id)).toEqual(TEMPLATES.map(({ id }) => id));
    const [first] = await list();
    await send('put', `/ai/simulations/${first!.id}`)
      .send({ document: { ...first, name: 'Our way' }, off: true })
      .expect(200);
    expect((await list())[0]).toMatchObject({ name: 'Our way', origin: 'edited', off: true });
    expect((await list('other'))[0]).toMatchObject({ name: first!.name, origin: 'house', off: false });
    await send('delete', `/ai/simulations/${first!.id}`).expect(204);
    expect((await list())[0]).toMatchObject({ name: first!.name, origin: 'house' });
  });

  it('of a shop are its own: nobody else reads, changes or plays them', async () => {
    const { draft } = TEMPLATES[0]!;
    const { body } = await send('post', '/ai/simulations').send({ document: draft }).expect(201);
    await send('get', `/ai/simulations/${body.id}`).expect(200);
    await send('get', `/ai/simulations/${body.id}`, 'other').expect(404);
    await send('delete', `/ai/simulations/${body.id}`, 'other').expect(404);
    await send('post', '/ai/simulations/run', 'other')
      .send({ ids: [body.id] })
      .expect(404);
    const run = await played({ ids: [body.id] });
    await send('get', `/ai/simulations/runs/${run.id}`, 'other').expect(404);
    await send('delete', `/ai/simulations/${body.id}`).expect(204);
    const wrong = await send('post', '/ai/simulations').send({ document: { ...draft, steps: [] } });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'simulation_not_valid']);
  });

  it('are played k times each, with a report, and leave nothing behind', async () => {
    const before = await rows();
    const ids = ['where-is-my-order', 'two-requests', 'change-of-mind', 'injection'];
    const run = await played({ ids, k: 2 });
    expect(run).toMatchObject({ state: 'done', done: 8, total: 8, drafted: false, green: true });
    expect(run.report).toMatchObject({
      pass1: { hits: 8, n: 8 },
      passK: { hits: 4, n: 4 },
      handovers: { hits: 2, n: 8 },
      wrongActions: 0,
      brain: 'built-in',
    });
    const two = run.report!.results.find(({ id }) => id === 'two-requests')!;
    expect(two.plays[0]!.turns[1]!.decisions).toMatchObject([{ action: 'cancel_order', state: 'done' }]);
    expect(two.plays[0]!.turns[0]!.toolCalls.map(({ tool }) => tool)).toContain('cancel_order');
    expect(await rows()).toEqual(before);
    expect((await list()).find(({ id }) => id === 'injection')!.last).toMatchObject({
      runId: run.id,
      passed: 2,
      runs: 2,
    });
  });

  it('turn red with a broken draft, which is not published where the workspace wants it so', async () => {
    const run = await played({ ids: ['where-is-my-order'], draft: { procedures: [broken] } });
    expect(run).toMatchObject({ state: 'done', drafted: true, green: false });
    expect(run.report!.results[0]!.plays[0]!.failures.join(' ')).toContain('handed over');

    const publish = (more: object) =>
      send('put', '/ai/procedures/where-is-my-order').send({ document: broken, ...more });
    const refused = await publish({ requireGreen: true }).expect(409);
    expect(refused.body).toMatchObject({ code: 'simulations_red' });
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toContain('where-is-my-order');

    await api.app.get(AiSettings).update(ctxs.mine!, { blockOnRed: true });
    await publish({}).expect(409);
    await publish({ force: true }).expect(403);
    const { body: kept } = await send('get', '/ai/procedures/where-is-my-order').expect(200);
    expect(kept).toMatchObject({ origin: 'house', version: 0 });
    await send('put', '/ai/procedures/where-is-my-order')
      .send({ document: { ...whereIsMyOrder, title: 'Ours' } })
      .expect(200);
    const forced = { document: broken as unknown as Record<string, unknown> };
    await api.app.get(Publishing).change(ctxs.owner!, broken.name, forced, { force: true });
    expect((await send('get', '/ai/procedures/where-is-my-order')).body).toMatchObject({
      origin: 'edited',
      version: 2,
    });
    await api.app.get(AiSettings).update(ctxs.mine!, { blockOnRed: false });
    await send('delete', '/ai/procedures/where-is-my-order').expect(204);
  });

  it('are saved from a ticket without the data of the person', async () => {
    const ctx = ctxs.mine!;
    const { id: customerId } = await makeCustomer(ctx, { email: 'petra.lang@example.org', name: 'Petra Lang' });
    const { id: ticketId } = await makeTicket(ctx, { customerId, subject: '', status: 'open' });
    await ctx.query(`update ticket set customer_address = 'petra.lang@example.org' where id = $1`, [ticketId]);
    const say = (text: string, at: number) =>
      ctx.query(
        `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, meta, created_at)
         values ($1, $2, $3, 'inbound', 'reply', 'customer', 'Petra', $4, '{}', now() + make_interval(secs => $5))`,
        [newId(), ctx.workspaceId, ticketId, text, at],
      );
    await say('Hi, Petra Lang here (petra.lang@example.org, +49 170 1234567). Please cancel my order 4711.', 1);
    await say('Yes', 2);
    const { body } = await send('post', `/tickets/${ticketId}/simulation`).expect(201);
    expect(body).toMatchObject({ kind: 'saved', ticketId, confirms: 'yes', origin: 'own' });
    expect(body.steps).toHaveLength(1);
    expect(body.steps[0].say).toContain('cancel my order 4711');
    expect(body.steps[0].say).toContain('alex@example.com');
    expect(JSON.stringify(body)).not.toMatch(/petra|lang|1234567|example\.org/i);
    await send('post', `/tickets/${ticketId}/simulation`, 'other').expect(404);
    await send('delete', `/ai/simulations/${body.id}`).expect(204);
  });

  it('tell of resolved tickets what the AI could take over, and of no other workspace', async () => {
    const ctx = ctxs.mine!;
    const { id: customerId } = await makeCustomer(ctx, { email: 'otto@example.org' });
    for (const [text, status] of [
      ['Where is my order 4711?', 'resolved'],
      ['Where is my parcel? It should have arrived on Monday.', 'resolved'],
      ['Please cancel my order 4712.', 'resolved'],
      ['Where is my order 4713?', 'open'],
    ] as const) {
      const { id } = await makeTicket(ctx, { customerId, subject: '', status });
      await ctx.query(
        `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, meta, created_at)
         values ($1, $2, $3, 'inbound', 'reply', 'customer', 'Otto', $4, '{}', now())`,
        [newId(), ctx.workspaceId, id, text],
      );
    }
    const before = await rows();
    const replay = (await send('post', '/ai/replay').send({ days: 30 }).expect(200)).body as AiReplayBody;
    expect(replay.tickets).toBe(3);
    const status = replay.topics.find(({ topic }) => topic === 'order_status')!;
    expect(status).toMatchObject({ n: 2, answered: 2, agreed: 2, potential: { hits: 2, n: 2 } });
    expect(status.potential.low).toBeLessThan(1);
    // Nobody cancelled it, so the AI would have done something else.
    const cancelled = replay.topics.find(({ topic }) => topic === 'cancellations')!;
    expect(cancelled).toMatchObject({ n: 1, answered: 1, agreed: 0 });
    expect(cancelled.examples[0]).toMatchObject({ procedure: 'Cancel an order', did: [], agreed: false });
    expect(await rows()).toEqual(before);
    expect((await send('post', '/ai/replay', 'other').send({}).expect(200)).body).toMatchObject({ tickets: 0 });
  });
});
