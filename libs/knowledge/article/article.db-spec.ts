import type { ArticleBody, ArticlePage } from '@satchel/contracts';
import { type Ctx, SYSTEM } from '@satchel/kernel';
import { makeWorkspace, type TestApp, testApp } from '@satchel/testing';
import request from 'supertest';
import { ArticleService, KnowledgeModule, KnowledgeService } from '../index';

describe('the articles of a workspace', () => {
  let house: TestApp;
  let mine: Ctx;
  let other: Ctx;
  let asking: Ctx;

  beforeAll(async () => {
    house = await testApp({
      imports: [KnowledgeModule],
      before: (app) => {
        app
          .getHttpAdapter()
          .getInstance()
          .addHook('onRequest', async (req: object) => void Object.assign(req, { ctx: asking }));
      },
    });
  });
  beforeEach(async () => {
    mine = (await makeWorkspace(house.db, { role: 'lead' })).ctx;
    other = (await makeWorkspace(house.db)).ctx;
    asking = mine;
  });
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const post = (path: string, body: object = {}) => http().post(`/api/v1/articles${path}`).send(body);
  const create = async (given: object = {}): Promise<ArticleBody> =>
    (await post('', { title: 'Returns', body: 'Within 30 days.', language: 'en', ...given }).expect(201))
      .body as ArticleBody;

  it('keeps each save as a version with who wrote it, and brings an old one back as the newest', async () => {
    const { id } = await create();
    await http().patch(`/api/v1/articles/${id}`).send({ body: 'Within 14 days.' }).expect(200);
    const unchanged = await http().patch(`/api/v1/articles/${id}`).send({ section: 'Orders' }).expect(200);
    expect(unchanged.body).toMatchObject({ version: 2, section: 'Orders', publishedVersion: null });
    await post(`/${id}/versions/1/restore`).expect(200);
    const { body } = await http().get(`/api/v1/articles/${id}/versions`).expect(200);
    expect((body as { data: object[] }).data).toMatchObject([
      { version: 3, body: 'Within 30 days.', author: { kind: 'person', name: mine.actor.name } },
      { version: 2, body: 'Within 14 days.' },
      { version: 1, body: 'Within 30 days.' },
    ]);
    await post(`/${id}/versions/9/restore`).expect(404);
  });

  it('does not let one save over what another saved', async () => {
    const { id } = await create();
    const change = (text: string) => http().patch(`/api/v1/articles/${id}`).send({ body: text, expectedVersion: 1 });
    await change('first').expect(200);
    expect((await change('second').expect(409)).body).toMatchObject({ code: 'stale_article' });
  });

  it('is published by people, never by the AI', async () => {
    const { id } = await create();
    const articles = house.app.get(ArticleService);
    await expect(articles.publish(mine.as({ ...SYSTEM, kind: 'ai' }), id)).rejects.toMatchObject({
      code: 'people_only',
    });
    expect((await post(`/${id}/publish`).expect(200)).body).toMatchObject({ status: 'published', publishedVersion: 1 });
    expect((await post(`/${id}/archive`).expect(200)).body).toMatchObject({
      status: 'archived',
      publishedVersion: null,
    });
  });

  it('links translations, one in each language', async () => {
    const { id } = await create();
    const german = { title: 'Rückgabe', body: 'Binnen 30 Tagen.', language: 'de' };
    const made = (await post(`/${id}/translations`, german).expect(201)).body as ArticleBody;
    expect(made).toMatchObject({ slug: 'rueckgabe', translations: [{ id, language: 'en' }] });
    expect((await post(`/${id}/translations`, german).expect(409)).body).toMatchObject({ code: 'translation_exists' });
    expect((await http().get(`/api/v1/articles/${id}`)).body).toMatchObject({ translations: [{ id: made.id }] });
  });

  it('gives two articles of one title two addresses', async () => {
    await create();
    expect(await create()).toMatchObject({ slug: 'returns-2' });
  });

  it('lists what somebody has to look at again', async () => {
    const { id } = await create({ reviewDays: 30 });
    await create({ title: 'Fresh', reviewDays: 365 });
    const due = async (): Promise<string[]> =>
      ((await http().get('/api/v1/articles?due=true').expect(200)).body as ArticlePage).data.map((one) => one.title);
    expect(await due()).toEqual([]);
    house.clock.advance(31 * 86_400_000);
    expect(await due()).toEqual(['Returns']);
    await http().patch(`/api/v1/articles/${id}`).send({ reviewed: true }).expect(200);
    expect(await due()).toEqual([]);
  });

  it('pages through the list without losing or repeating one', async () => {
    for (let number = 1; number <= 5; number += 1) await create({ title: `Article ${number}` });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await http()
        .get(`/api/v1/articles?limit=2${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      const page = body as ArticlePage;
      seen.push(...page.data.map(({ title }) => title));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5].map((number) => `Article ${number}`));
  });

  it('shows and changes nothing of another workspace', async () => {
    const { id } = await create();
    asking = other;
    await http().get(`/api/v1/articles/${id}`).expect(404);
    await http().get(`/api/v1/articles/${id}/versions`).expect(404);
    await http().patch(`/api/v1/articles/${id}`).send({ body: 'ours' }).expect(404);
    for (const path of ['publish', 'archive', 'versions/1/restore']) await post(`/${id}/${path}`).expect(404);
    await post(`/${id}/translations`, { title: 'x', body: 'y', language: 'fr' }).expect(404);
    await post(`/${id}/phrasings`, { text: 'steal this' }).expect(404);
    expect(((await http().get('/api/v1/articles')).body as ArticlePage).data).toEqual([]);
  });

  it('groups what was asked in vain, without names in it, until somebody deals with it', async () => {
    const knowledge = house.app.get(KnowledgeService);
    for (const query of [
      'Do you sell wedding dresses? Mail anna@example.com',
      'do you sell a wedding dress',
      'Selling wedding dresses? Order #12345',
      'Is there parking at the store',
    ])
      await knowledge.search(mine, { query, audience: 'public', askedBy: 'help_centre' });
    const gaps = async () =>
      (
        (await http().get('/api/v1/articles/gaps').expect(200)).body as {
          data: { count: number; questionIds: string[] }[];
        }
      ).data;
    const [first, ...rest] = await gaps();
    expect(first).toMatchObject({ count: 3 });
    expect(rest).toHaveLength(1);
    expect(JSON.stringify(first)).not.toMatch(/anna@|12345/);
    await post('/gaps/dismiss', { questionIds: first?.questionIds }).expect(200);
    expect(await gaps()).toHaveLength(1);
    asking = other;
    expect(await gaps()).toEqual([]);
  });

  it('makes a draft of a solved ticket once, and none of what is answered already', async () => {
    const knowledge = house.app.get(KnowledgeService);
    const given = {
      question: 'Can the canvas bag be repaired when its strap is torn?',
      answer:
        'Yes. Send the bag to our workshop with a note; we repair torn straps for free within three weeks. Mail me at tom@shop.example.',
      ticketId: mine.workspaceId,
    };
    const first = await knowledge.suggest(mine, given);
    const second = await knowledge.suggest(mine, given);
    expect(first).toMatchObject({ state: 'drafted', article: { status: 'draft', tags: ['suggested'] } });
    expect(first.state === 'drafted' && first.article.body).not.toContain('tom@');
    expect(second.state === 'drafted' && first.state === 'drafted' && second.article.id === first.article.id).toBe(
      true,
    );
    expect(await knowledge.search(mine, { query: given.question, audience: 'internal' })).toEqual([]);
    expect(await knowledge.suggest(mine, { ...given, answer: 'Yes.' })).toEqual({ state: 'too_little' });
  });

  it.each([
    ['no title', { title: ' ' }],
    ['a language that is none', { language: 'Klingon!' }],
    ['an unknown audience', { audience: 'everyone' }],
    ['a field that is not one', { html: '<b>' }],
  ])('refuses %s', async (_what, given) => {
    await post('', { title: 'Returns', body: 'x', language: 'en', ...given }).expect(400);
  });
});
