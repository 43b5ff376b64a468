import { commerceEntities } from '@satchel/commerce';
import { ConnectionEntity, ConnectionService } from '@satchel/connectors';
import type { CopilotSuggestionsBody, CopilotSummaryBody } from '@satchel/contracts';
import { customersEntities } from '@satchel/customers';
import { DeskModule, TicketService } from '@satchel/desk';
import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import { ArticleService } from '@satchel/knowledge';
import {
  makePerson,
  makeWorkspace,
  type SandboxProcess,
  startSandboxProcess,
  type TestApp,
  testApp,
} from '@satchel/testing';
import request from 'supertest';
import { AiModule } from '../index';
import { CopilotSuggestions } from './suggestions.service';

const PEOPLE = {
  anna: { email: 'anna.bergmann@example.com', name: 'Anna Bergmann' },
  marco: { email: 'marco.rossi@example.com', name: 'Marco Rossi' },
};
const ARTICLE =
  'You have 30 days to return unworn items. Returns are free of charge. Print the label, put the items into their box and bring the parcel to a post office.';

/** A shop with a ticket, over the API, with or without a model. */
class Desk {
  ctx!: Ctx;
  key!: string;

  private constructor(
    readonly api: TestApp,
    readonly sandbox: SandboxProcess,
  ) {}

  static async open(withModel: boolean): Promise<Desk> {
    const sandbox = await startSandboxProcess();
    const endpoint = { openaiApiKey: 'sk-sandbox', openaiBaseUrl: `${sandbox.url}/openai/v1`, openaiModel: 'sandbox' };
    const api = await testApp({
      imports: [IdentityModule, DeskModule, AiModule],
      entities: [...identityEntities, ...customersEntities, ConnectionEntity, ...commerceEntities],
      config: withModel ? endpoint : {},
    });
    const desk = new Desk(api, sandbox);
    desk.ctx = await desk.workspace();
    desk.key = await desk.keyOf(desk.ctx);
    await desk.connect(desk.ctx);
    const articles = api.app.get(ArticleService, { strict: false });
    const { id } = await articles.create(desk.ctx, { title: 'Returns', body: ARTICLE, language: 'en' });
    await articles.publish(desk.ctx, id);
    return desk;
  }

  async workspace(role = 'admin'): Promise<Ctx> {
    const { id } = await makeWorkspace(this.api.db);
    return this.api.db.ctx(id, await makePerson(this.api.db, id, { role }));
  }

  async keyOf(ctx: Ctx): Promise<string> {
    return (await this.api.app.get(ApiKeyService, { strict: false }).create(ctx, { name: 'Test' })).key;
  }

  private async connect(ctx: Ctx): Promise<void> {
    const connections = this.api.app.get(ConnectionService, { strict: false });
    await connections.create(ctx, {
      connectorId: 'shopify',
      label: 'Fernhill shop',
      baseUrl: `${this.sandbox.url}/shopify`,
      credentials: { shopDomain: 'fernhill.myshopify.com', accessToken: 'shpat_sandbox' },
    });
  }

  async ticket(text: string, customer = PEOPLE.anna): Promise<string> {
    const tickets = this.api.app.get(TicketService, { strict: false });
    return (await tickets.create(this.ctx, { subject: 'Question', customer, text })).id;
  }

  get(path: string, key = this.key) {
    return request(this.api.app.getHttpServer()).get(`/api/v1${path}`).set('authorization', `Bearer ${key}`);
  }

  post(path: string, body: object, key = this.key) {
    return request(this.api.app.getHttpServer())
      .post(`/api/v1${path}`)
      .set('authorization', `Bearer ${key}`)
      .send(body);
  }

  script(steps: object[]) {
    return this.sandbox.control('openai/script', { steps, mode: 'sensible' });
  }

  async close(): Promise<void> {
    await this.api?.close();
    await this.sandbox?.stop();
  }
}

describe('the copilot without a language model', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await Desk.open(false)));
  afterAll(() => desk?.close());

  const ask = async (id: string, question: string) =>
    (await desk.post(`/tickets/${id}/copilot/ask`, { question }).expect(200)).body;

  it('answers from the orders, with what the answer rests on', async () => {
    const id = await desk.ticket('Hello, could you look into my order #1001?');
    const answer = await ask(id, 'Where is the parcel?');
    expect(answer).toMatchObject({ brain: 'built-in', unproven: [] });
    expect(answer.text).toContain('#1001');
    expect(answer.sources).toContainEqual(expect.objectContaining({ label: 'Order #1001', cite: null }));
    expect((await ask(id, 'How much did she pay for it?')).text).toMatch(/Total of #1001: \d+\.\d\d [A-Z]{3}/);
  });

  it("answers from the shop's articles, and names the passage", async () => {
    const id = await desk.ticket('Hello there');
    const answer = await ask(id, 'Are returns free of charge?');
    expect(answer.text).toContain('Returns are free of charge');
    expect(answer.sources).toContainEqual(
      expect.objectContaining({ label: 'Returns', cite: expect.stringContaining('returns') }),
    );
  });

  it('says so when it finds nothing', async () => {
    const id = await desk.ticket('Hello there', { email: 'nobody@example.com', name: 'Nobody' });
    const answer = await ask(id, 'Does the mayor of Lisbon play the violin?');
    expect(answer.text).toMatch(/^I found nothing about that/);
    expect(answer.sources).toEqual([]);
  });

  it("tells nothing of somebody else's order", async () => {
    const id = await desk.ticket('Where is my order?');
    const answer = await ask(id, 'What about order #1002?');
    expect(answer.text).toMatch(/no such order of this customer/);
    expect(JSON.stringify(answer)).not.toMatch(/marco|rossi/i);
  });

  it('sums a ticket up from what is there', async () => {
    const id = await desk.ticket('I want to return the jacket of order #1001, it is too small.');
    const { body } = (await desk.get(`/tickets/${id}/copilot/summary`).expect(200)) as { body: CopilotSummaryBody };
    const points = Object.fromEntries(body.points.map(({ label, value }) => [label, value]));
    expect(points.Customer).toMatch(/^Anna Bergmann: \d+ orders?/);
    expect(points.Wants).toContain('return (“I want to return the jacket');
    expect(points.Order).toMatch(/^#1001 of \d{4}-\d\d-\d\d/);
    expect(points.Open).toContain('the customer waits for an answer since');
    expect(body).toMatchObject({ brain: 'built-in', language: 'en', upTo: expect.any(String) });
    // Another message, another summary.
    await desk.post(`/tickets/${id}/messages`, { kind: 'note', text: 'I look into it.' }).expect(201);
    expect((await desk.get(`/tickets/${id}/copilot/summary`)).body.upTo).not.toBe(body.upTo);
  });

  it('suggests an action with what it would do, and does nothing', async () => {
    const id = await desk.ticket('Please cancel my order #1002, I ordered it by mistake.', PEOPLE.marco);
    const { body } = (await desk.get(`/tickets/${id}/copilot/suggestions`).expect(200)) as {
      body: CopilotSuggestionsBody;
    };
    expect(body.actions).toEqual([
      expect.objectContaining({
        name: 'cancel_order',
        orderNumber: '#1002',
        missing: null,
        why: expect.stringContaining('cancel my order'),
        preview: expect.objectContaining({ dryRun: true, summary: expect.stringContaining('Cancel #1002') }),
      }),
    ]);
    expect((await desk.get('/action-runs').expect(200)).body.data).toEqual([]);
    expect((await desk.get(`/tickets/${id}/turns`)).body.data).toEqual([]);
  });

  it('says what is missing instead of guessing it, and links articles', async () => {
    const id = await desk.ticket('I would like to return something from order #1001. Are returns free of charge?');
    const { body } = await desk.get(`/tickets/${id}/copilot/suggestions`).expect(200);
    expect(body.actions).toMatchObject([
      { name: 'start_return', preview: null, missing: expect.stringContaining('items') },
    ]);
    expect(body.articles).toEqual([
      { title: 'Returns', cite: expect.any(String), url: expect.stringContaining('/help/en/returns') },
    ]);
  });

  it('judges what is suggested by who asks', async () => {
    const id = await desk.ticket('I want my money back for order #1001, all of it.');
    const verdictFor = async (role: string) => {
      const ctx = desk.api.db.ctx(desk.ctx.workspaceId, await makePerson(desk.api.db, desk.ctx.workspaceId, { role }));
      const { actions } = await desk.api.app.get(CopilotSuggestions, { strict: false }).of(ctx, id);
      return actions.find(({ name }) => name === 'refund')?.preview?.decision.verdict;
    };
    expect([await verdictFor('agent'), await verdictFor('owner')]).toEqual(['needs_approval', 'allow']);
  });

  it('does not rewrite, and says what to do', async () => {
    const { body } = await desk.post('/copilot/rewrite', { text: 'Hello', style: 'shorter' }).expect(409);
    expect(body).toMatchObject({ code: 'no_model', detail: expect.stringContaining('OPENAI_API_KEY') });
  });

  it('opens no ticket of another workspace, and nothing to whoever is not signed in', async () => {
    const id = await desk.ticket('Where is my order #1001?');
    const other = await desk.keyOf(await desk.workspace());
    await desk.get(`/tickets/${id}/copilot/summary`, other).expect(404);
    await desk.get(`/tickets/${id}/copilot/suggestions`, other).expect(404);
    await desk.post(`/tickets/${id}/copilot/ask`, { question: 'Where is it?' }, other).expect(404);
    await desk.get(`/tickets/${id}/copilot/summary`, 'sk_wrong').expect(401);
    await desk.post('/copilot/rewrite', { text: 'Hello', style: 'shorter' }, 'sk_wrong').expect(401);
  });
});

describe('the copilot with a language model', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await Desk.open(true)));
  afterAll(() => desk?.close());

  const text = 'Hi Anna, your order #1001 has been refunded with 24.90 EUR. Sorry for the trouble we caused you.';
  const rewrite = (body: object) => desk.post('/copilot/rewrite', { text, style: 'shorter', ...body });

  it('answers in its words; what nothing backs is named', async () => {
    const id = await desk.ticket('Where is my order #1001?');
    await desk.script([{ text: 'Order #1001 is on its way.' }]);
    const good = (await desk.post(`/tickets/${id}/copilot/ask`, { question: 'Where is it?' }).expect(200)).body;
    expect(good).toMatchObject({ text: 'Order #1001 is on its way.', brain: 'openai:sandbox', unproven: [] });
    expect(good.sources).toContainEqual(
      expect.objectContaining({ label: expect.stringContaining('Parcel'), value: 'in transit' }),
    );

    const lie = 'Order #1001 was refunded with 999.00 EUR.';
    await desk.script([{ text: lie }, { text: lie }]);
    const bad = (await desk.post(`/tickets/${id}/copilot/ask`, { question: 'Was it refunded?' }).expect(200)).body;
    expect(bad.unproven).toContainEqual(expect.stringContaining('999.00'));
  });

  it('falls back to what is there when the model fails or makes things up', async () => {
    const id = await desk.ticket('Where is my order #1001?');
    await desk.script([{ text: 'Order #1001 was cancelled.' }, { text: 'Order #1001 was cancelled.' }]);
    const { body } = await desk.get(`/tickets/${id}/copilot/summary`).expect(200);
    expect(body).toMatchObject({ brain: 'built-in', text: expect.stringContaining('Open: ') });
  });

  it('asks once for a summary, until somebody writes', async () => {
    const id = await desk.ticket('Where is my order #1001?');
    await desk.script([{ text: 'Anna asks where order #1001 is.' }, { text: 'Another one.' }]);
    const first = (await desk.get(`/tickets/${id}/copilot/summary`).expect(200)).body;
    expect(first).toMatchObject({ brain: 'openai:sandbox', text: 'Anna asks where order #1001 is.' });
    expect((await desk.get(`/tickets/${id}/copilot/summary`).expect(200)).body).toEqual(first);
  });

  it('rewrites with the same facts', async () => {
    const words = 'Hi Anna, order #1001 has been refunded with 24.90 EUR. Sorry!';
    await desk.script([{ text: words }]);
    expect((await rewrite({}).expect(200)).body).toEqual({ text: words, unproven: [] });
    const german = 'Hallo Anna, für deine Bestellung #1001 wurden 24,90 € erstattet. Entschuldige bitte die Umstände.';
    await desk.script([{ text: german }]);
    expect((await rewrite({ style: 'translate', language: 'de' }).expect(200)).body.text).toBe(german);
    await rewrite({ style: 'translate' }).expect(422);
  });

  it('takes a second try where the first added something, and refuses the second', async () => {
    const added = `${text} You get 20 % off your next order.`;
    const kept = 'Hi Anna, order #1001 has been refunded with 24.90 EUR.';
    await desk.script([{ text: added }, { text: kept }]);
    expect((await rewrite({ style: 'warmer' }).expect(200)).body.text).toBe(kept);
    await desk.script([{ text: added }, { text: added }]);
    const { body } = await rewrite({ style: 'warmer' }).expect(422);
    expect(body).toMatchObject({ code: 'adds_facts', detail: expect.stringContaining('20 %') });
  });

  it('shows the model no mail address', async () => {
    await desk.script([{ text: 'We write to you soon.' }]);
    await rewrite({ text: 'We will write to anna.bergmann@example.com soon.' });
    const asked = JSON.stringify(await (await fetch(`${desk.sandbox.url}/__control/openai/requests`)).json());
    expect(asked).toContain('[[email-1]]');
    expect(asked).not.toContain('anna.bergmann@example.com soon');
  });
});
