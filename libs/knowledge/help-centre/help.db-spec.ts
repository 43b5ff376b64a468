import type { Ctx } from '@satchel/kernel';
import { makeWorkspace, type TestApp, testApp } from '@satchel/testing';
import request from 'supertest';
import { ArticleService, HelpCentreHost, KnowledgeModule } from '../index';

const OWN = { 'sec-fetch-site': 'same-origin' };

describe('the help centre', () => {
  let house: TestApp;
  let ctx: Ctx;
  let articles: ArticleService;
  let messages: object[];

  beforeAll(async () => {
    house = await testApp({ imports: [KnowledgeModule] });
    articles = house.app.get(ArticleService);
  });
  beforeEach(async () => {
    const { id, ctx: made } = await makeWorkspace(house.db);
    ctx = made;
    messages = [];
    const host = house.app.get(HelpCentreHost);
    host.shopOf = () => Promise.resolve({ workspaceId: id, name: 'Fern & Hill', colour: '#336699' });
    host.contact = (_ctx, sent) => Promise.resolve(void messages.push(sent));
  });
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const publish = async (given: object = {}): Promise<string> => {
    const article = {
      title: 'Returns',
      body: 'Send it back within 30 days.',
      language: 'en',
      section: 'Orders',
      ...given,
    };
    const { id } = await articles.create(ctx, article);
    await articles.publish(ctx, id);
    return id;
  };

  it('shows an article with all that readers and search engines need, and no script', async () => {
    const id = await publish();
    await publish({ title: 'Rückgabe', body: 'Binnen 30 Tagen.', language: 'de', translationOf: id });
    const { text, headers } = await http().get('/help/en/returns').expect(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).toContain('<title>Returns – Fern &amp; Hill</title>');
    expect(text).toMatch(/<link rel="canonical" href="[^"]+\/help\/en\/returns">/);
    expect(text).toMatch(/hreflang="de" href="[^"]+\/help\/de\/rueckgabe"/);
    expect(text).toContain('Was this helpful?');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({ '@type': 'Article', headline: 'Returns', inLanguage: 'en' });
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toMatch(/\sstyle=|\son\w+=/);
  });

  it('lists by section in each language, and leads a reader to theirs', async () => {
    await publish();
    await publish({ title: 'Pflege', body: 'Kalt waschen.', language: 'de', section: 'Produkte' });
    const english = (await http().get('/help/en').expect(200)).text;
    expect(english).toContain('Orders');
    expect(english).not.toContain('Pflege');
    expect((await http().get('/help/de').expect(200)).text).toContain('Produkte');
    await http().get('/help').set('accept-language', 'de-AT,de;q=0.9').expect(302).expect('location', '/help/de');
    await http().get('/help/xx').expect(404);
    const map = (await http().get('/help/sitemap.xml').expect(200)).text;
    expect(map).toContain('/help/en/returns');
    expect((await http().get('/help/style.css').expect(200)).text).toContain('#336699');
  });

  it('never shows drafts, internal or archived articles', async () => {
    await articles.create(ctx, { title: 'Draft', body: 'secret', language: 'en' });
    await publish({ title: 'Internal', body: 'secret', audience: 'internal' });
    await articles.archive(ctx, await publish({ title: 'Old', body: 'secret' }));
    for (const slug of ['draft', 'internal', 'old']) await http().get(`/help/en/${slug}`).expect(404);
    for (const path of ['/help/en', '/help/en/search?q=secret', '/help/sitemap.xml'])
      expect((await http().get(path)).text).not.toMatch(/Internal|Draft|internal<|\/old/);
  });

  it('goes on showing the published words while others are written', async () => {
    const id = await publish();
    await articles.change(ctx, id, { title: 'Half-written', body: 'not yet' });
    const { text } = await http().get('/help/en/returns').expect(200);
    expect(text).toContain('within 30 days');
    expect(text).not.toContain('Half-written');
  });

  it('marks what was searched for, and shows what was typed as text', async () => {
    await publish({ body: 'You may return it within <b>30</b> days.' });
    expect((await http().get('/help/en/search?q=returning')).text).toMatch(/<mark>return/);
    const hostile = await http()
      .get(`/help/en/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
      .expect(200);
    expect(hostile.text).not.toContain('<script>alert');
    await http().get('/help/en/search?q[]=a&q[]=b').expect(200);
  });

  it('takes one vote of a visitor, from its own pages alone', async () => {
    const id = await publish();
    const vote = (helpful: string, headers: Record<string, string> = OWN) =>
      http().post('/help/en/returns/feedback').set(headers).type('form').send({ helpful });
    await vote('yes').expect(303).expect('location', '/help/en/returns?thanks=1');
    await vote('no').expect(303);
    expect((await articles.get(ctx, id)).helpful).toEqual({ yes: 0, no: 1 });
    await vote('yes', { 'sec-fetch-site': 'cross-site' }).expect(403);
    await vote('yes', { origin: 'https://evil.example' }).expect(403);
    await vote('yes', {}).expect(403);
    expect((await articles.get(ctx, id)).helpful).toEqual({ yes: 0, no: 1 });
    await vote('yes', { ...OWN, 'user-agent': 'another' }).expect(303);
    expect((await articles.get(ctx, id)).helpful).toEqual({ yes: 1, no: 1 });
  });

  describe('contact form', () => {
    const token = async (): Promise<string> => {
      const { text } = await http().get('/help/en/contact').expect(200);
      house.clock.advance(5_000);
      return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
    };
    const send = (fields: object, headers: Record<string, string> = OWN) =>
      http().post('/help/en/contact').set(headers).type('form').send(fields);
    const given = { name: 'Anna', email: 'anna@example.com', subject: 'Bag', message: 'My bag is torn.' };

    it('hands a message over once', async () => {
      await send({ ...given, token: await token() }).expect(303);
      expect(messages).toEqual([{ name: 'Anna', email: 'anna@example.com', subject: 'Bag', text: 'My bag is torn.' }]);
    });

    it.each([
      ['no address', { email: 'nobody' }],
      ['no message', { message: '' }],
      ['a forged token', { token: '1795200000000.abc' }],
      ['a header in the address', { email: 'a@b.example\r\nbcc: c@d.example' }],
    ])('refuses %s', async (_what, wrong) => {
      await send({ ...given, token: await token(), ...wrong }).expect(422);
      expect(messages).toEqual([]);
    });

    it('is closed to programs, to other sites and to floods', async () => {
      await send({ ...given, token: await token(), website: 'https://spam.example' }).expect(303);
      await send({ ...given, token: await token() }, { 'sec-fetch-site': 'cross-site' }).expect(403);
      expect(messages).toEqual([]);
      const statuses: number[] = [];
      for (let number = 0; number < 7; number += 1)
        statuses.push((await send({ ...given, token: await token() })).status);
      expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
      expect(messages).toHaveLength(5);
    });
  });

  it('shows nothing of another shop', async () => {
    await publish();
    const other = await makeWorkspace(house.db);
    house.app.get(HelpCentreHost).shopOf = () =>
      Promise.resolve({ workspaceId: other.id, name: 'Other', colour: '#000000' });
    await http().get('/help/en/returns').expect(404);
    expect((await http().get('/help/en/search?q=returns')).text).not.toContain('30 days');
    house.app.get(HelpCentreHost).shopOf = () => Promise.resolve(null);
    await http().get('/help/en').expect(404);
  });
});
