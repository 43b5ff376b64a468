import type { Ctx } from '@satchel/kernel';
import { makeWorkspace, testKernel, type TestKernel } from '@satchel/testing';
import { ArticleService, KnowledgeModule, KnowledgeService, type NewArticle } from '../index';

const RETURNS = `# Sending things back

You may send anything back within 30 days of delivery. Ask for a label in your account.

## Money back

We pay the money back to the card you used within five days after the parcel reached us.`;

describe('searching the articles', () => {
  let house: TestKernel;
  let ctx: Ctx;
  let articles: ArticleService;
  let knowledge: KnowledgeService;

  beforeAll(async () => {
    house = await testKernel({ imports: [KnowledgeModule], runJobs: false });
    articles = house.moduleRef.get(ArticleService);
    knowledge = house.moduleRef.get(KnowledgeService);
  });
  beforeEach(async () => {
    ctx = (await makeWorkspace(house.db)).ctx;
  });
  afterAll(() => house.close());

  const publish = async (given: Partial<NewArticle> & { title: string; body: string }, at = ctx): Promise<string> => {
    const { id } = await articles.create(at, { language: 'en', ...given });
    await articles.publish(at, id);
    return id;
  };
  const others = async (at = ctx): Promise<void> => {
    await publish({ title: 'Washing wool', body: 'Wash wool by hand in cold water and dry it flat.' }, at);
    await publish({ title: 'Gift cards', body: 'A gift card is valid for three years in every shop.' }, at);
    await publish({ title: 'Shipping times', body: 'Parcels take two to four days with our courier.' }, at);
  };
  const titles = async (query: string, more: object = {}): Promise<string[]> =>
    (await knowledge.search(ctx, { query, audience: 'public', ...more })).map(({ title }) => title);

  it('gives the passage that answers, with where it stands', async () => {
    await others();
    const id = await publish({ title: 'Returns and refunds', body: RETURNS });
    const [best] = await knowledge.search(ctx, { query: 'When do I get my money back?', audience: 'public' });
    expect(best).toMatchObject({
      articleId: id,
      cite: 'en/returns-and-refunds#2',
      title: 'Returns and refunds',
      text: expect.stringContaining('within five days') as string,
      url: expect.stringMatching(/\/help\/en\/returns-and-refunds$/) as string,
    });
    expect(best?.gap).toBeGreaterThan(0.05);
  });

  it('finds what is spelled wrongly, said with another word, or said as somebody said it before', async () => {
    await others();
    const id = await publish({ title: 'Returns and refunds', body: RETURNS });
    expect((await titles('retruns and refnds'))[0]).toBe('Returns and refunds');
    expect((await titles('how do I launder a jumper'))[0]).toBe('Washing wool');
    expect(await titles('too tight for my belly')).toEqual([]);
    await knowledge.teach(ctx, { articleId: id, question: 'Far too tight for my belly' });
    expect(await titles('too tight for my belly')).toEqual(['Returns and refunds']);
  });

  it('looks past what is said around any question', async () => {
    await others();
    await publish({ title: 'Is it possible to get help?', body: 'Anyone who would like help can ask us, please.' });
    expect((await titles('hi, would like help please, is it possible to wash a jumper?'))[0]).toBe('Washing wool');
  });

  it('shows customers nothing internal, unpublished or archived', async () => {
    await publish({ title: 'Escalation rules', body: 'Refund angry callers at once.', audience: 'internal' });
    await articles.create(ctx, { title: 'Refund secrets', body: 'Refund drafts are drafts.', language: 'en' });
    const gone = await publish({ title: 'Refund of old', body: 'Refunds took nine weeks.' });
    await articles.archive(ctx, gone);
    expect(await titles('refund')).toEqual([]);
    expect(await titles('refund', { audience: 'internal' })).toEqual(['Escalation rules']);
  });

  it('hides the phrasings of an article that becomes internal with it', async () => {
    const id = await publish({ title: 'Care', body: 'Be gentle.' });
    await knowledge.teach(ctx, { articleId: id, question: 'zebra crossing' });
    expect(await titles('zebra crossing')).toEqual(['Care']);
    await articles.change(ctx, id, { audience: 'internal' });
    expect(await titles('zebra crossing')).toEqual([]);
  });

  it('goes on telling the published version while a new one is written', async () => {
    const id = await publish({ title: 'Opening hours', body: 'The shop opens at nine.' });
    await articles.change(ctx, id, { body: 'The shop opens at eleven.' });
    const before = await knowledge.search(ctx, { query: 'when does the shop open', audience: 'public' });
    expect(before[0]?.text).toContain('nine');
    await articles.publish(ctx, id);
    const after = await knowledge.search(ctx, { query: 'when does the shop open', audience: 'public' });
    expect(after[0]?.text).toContain('eleven');
  });

  it('answers in the language that was asked for, and in another where there is none', async () => {
    await publish({ title: 'Returns', body: 'Send it back within 30 days.' });
    await publish({ title: 'Rückgabe', body: 'Schicken Sie es innerhalb von 30 Tagen zurück.', language: 'de' });
    expect(await titles('Rückgaben', { language: 'de' })).toEqual(['Rückgabe']);
    expect(await titles('returning', { language: 'en' })).toEqual(['Returns']);
    expect(await titles('returning', { language: 'fr' })).toEqual(['Returns']);
    expect((await titles('Rückgaben'))[0]).toBe('Rückgabe');
  });

  it('never leaves the workspace', async () => {
    const other = (await makeWorkspace(house.db)).ctx;
    await publish({ title: 'Their returns', body: RETURNS }, other);
    expect(await titles('money back returns', { audience: 'internal' })).toEqual([]);
    const [theirs] = (await articles.list(other, {})).data;
    await expect(articles.get(ctx, theirs?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await expect(knowledge.teach(ctx, { articleId: theirs?.id ?? '', question: 'mine now' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it.each([
    "' | ' & !('",
    `\\\\ ':*A' <-> "x`,
    '\u0000\uFFFF\uD800',
    '',
    '   ',
    '🙂'.repeat(500),
    'the of and',
    'a'.repeat(10_000),
    `'; drop table article; --`,
  ])('takes %j for words', async (query) => {
    await publish({ title: 'Returns', body: RETURNS });
    await expect(titles(query)).resolves.toBeInstanceOf(Array);
    expect(await titles('returns')).toEqual(['Returns']);
  });
});
