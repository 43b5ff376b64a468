import type { ArticleImportBody } from '@satchel/contracts';
import { type Ctx, HttpClient } from '@satchel/kernel';
import { testKernel, type TestKernel, waitFor } from '@satchel/testing';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ArticleService, KnowledgeModule } from '../index';
import { ImportService } from './import.service';

const WORDS = 'You may send anything back within thirty days of delivery if it was not worn. '.repeat(4);
const page = (title: string, body: string, links = ''): string =>
  `<html lang="de"><head><title>${title} | Shop</title></head><body><nav><a href="/hc/returns">Menu words</a></nav>
   <main><div class="breadcrumbs">Home / Help</div><h1>${title}</h1><p>${body}</p>${links}
   <script>alert(1)</script><div class="related-articles">Related words</div></main><footer>Footer words</footer></body></html>`;

describe('imports', () => {
  let house: TestKernel;
  let ctx: Ctx;
  let imports: ImportService;
  let articles: ArticleService;
  let server: Server;
  let served: Record<string, { type?: string; status?: number; location?: string; body: string }>;
  let asked: string[];

  beforeAll(async () => {
    house = await testKernel({ imports: [KnowledgeModule] });
    ctx = house.ctx;
    imports = house.moduleRef.get(ImportService);
    articles = house.moduleRef.get(ArticleService);
    server = createServer((req, res) => {
      asked.push(req.url ?? '');
      const {
        type = 'text/html',
        status = 200,
        location,
        body,
      } = served[req.url ?? ''] ?? { status: 404, body: 'none' };
      res.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // help.example is a public name that leads to our server; every other address is judged as always.
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const http = house.moduleRef.get(HttpClient);
    const real = http.fetch.bind(http);
    jest
      .spyOn(http, 'fetch')
      .mockImplementation((url, init) =>
        url.startsWith('https://help.example')
          ? real(url.replace('https://help.example', base), { ...init, allowPrivate: true })
          : real(url, init),
      );
  });
  beforeEach(() => {
    asked = [];
    served = {};
  });
  afterAll(async () => {
    await house.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const finished = async ({ id }: ArticleImportBody): Promise<ArticleImportBody> => {
    await waitFor(async () => (await imports.get(ctx, id)).finishedAt !== null);
    return imports.get(ctx, id);
  };

  it('reads a page without what stands around its text, and only what changed the second time', async () => {
    const url = 'https://help.example/hc/one';
    served['/hc/one'] = { body: page('Sending back', WORDS, '<ul><li>a <b>label</b></li></ul>') };
    const first = await finished(await imports.fromUrl(ctx, { url }));
    expect(first).toMatchObject({ state: 'done', done: 1, results: [{ outcome: 'created', title: 'Sending back' }] });
    const id = first.results[0]?.articleId ?? '';
    const article = await articles.get(ctx, id);
    expect(article).toMatchObject({ status: 'draft', language: 'de', source: { kind: 'url', ref: url } });
    expect(article.body).toMatch(/^- +a \*\*label\*\*/m);
    expect(article.body).not.toMatch(/Menu words|Footer words|Related words|Home \/ Help|alert/);
    expect((await finished(await imports.fromUrl(ctx, { url }))).results).toMatchObject([{ outcome: 'unchanged' }]);
    served['/hc/one'] = { body: page('Sending back', `${WORDS} Now forty.`) };
    expect((await finished(await imports.fromUrl(ctx, { url }))).results).toMatchObject([
      { outcome: 'updated', articleId: id },
    ]);
    expect(await articles.get(ctx, id)).toMatchObject({ version: 2, publishedVersion: null });
  });

  it('walks over a help centre, on its host and below its folder, as robots.txt allows', async () => {
    served['/robots.txt'] = {
      type: 'text/plain',
      body: 'User-agent: *\nDisallow: /hc/secret\nSitemap: https://help.example/map.xml',
    };
    served['/map.xml'] = { type: 'text/xml', body: '<urlset><url><loc>https://help.example/hc/a</loc></url></urlset>' };
    const links = [
      '/hc/b',
      '/hc/secret',
      '/shop/coat',
      'https://elsewhere.example/hc/c',
      '/hc/picture.png',
      '/hc/away',
      '/hc/gone',
    ]
      .map((href) => `<a href="${href}">more</a>`)
      .join(' ');
    served['/hc/'] = { body: page('Help', 'Short.', links) };
    served['/hc/a'] = { body: page('Article A', WORDS) };
    served['/hc/b'] = { body: page('Article B', WORDS, '<a href="/hc/a#part">A</a>') };
    served['/hc/secret'] = { body: page('Secret', WORDS) };
    served['/hc/away'] = { status: 302, location: 'https://elsewhere.example/', body: '' };
    const { results, state } = await finished(await imports.fromSite(ctx, { url: 'https://help.example/hc/' }));
    expect(state).toBe('done');
    const outcome = Object.fromEntries(results.map((one) => [new URL(one.source).pathname, one.outcome]));
    expect(outcome).toEqual({
      '/hc/': 'skipped',
      '/hc/a': 'created',
      '/hc/b': 'created',
      '/hc/secret': 'skipped',
      '/hc/away': 'failed',
      '/hc/gone': 'failed',
      // Its menu leads there.
      '/hc/returns': 'failed',
    });
    expect(asked).not.toContain('/hc/secret');
    expect(asked).not.toContain('/shop/coat');
  });

  it('never asks an address of our own network', async () => {
    const { port } = server.address() as AddressInfo;
    for (const url of [
      `http://127.0.0.1:${port}/hc/a`,
      `http://localhost:${port}/hc/a`,
      'http://169.254.169.254/latest',
    ]) {
      expect(await finished(await imports.fromUrl(ctx, { url }))).toMatchObject({ state: 'failed', results: [] });
    }
    served['/hc/trap'] = { status: 302, location: `http://127.0.0.1:${port}/hc/inside`, body: '' };
    const trapped = await finished(await imports.fromUrl(ctx, { url: 'https://help.example/hc/trap' }));
    expect(trapped.state).toBe('failed');
    expect(asked).toEqual(['/hc/trap']);
  });

  it('takes files of each kind, and the same name again as the same article', async () => {
    const file = (name: string, content: string | Buffer) => ({ name, content: Buffer.from(content) });
    const markdown = file('C:\\docs\\care.md', '---\ntitle: "Wool care"\nlanguage: de\n---\n\n# Ignored\n\nWash cold.');
    const { results } = await finished(
      await imports.fromFiles(
        ctx,
        [markdown, file('page.html', page('From HTML', WORDS)), file('plain.txt', 'Just words.')],
        {},
      ),
    );
    expect(results).toMatchObject([
      { source: 'care.md', outcome: 'created', title: 'Wool care' },
      { source: 'page.html', outcome: 'created', title: 'From HTML' },
      { source: 'plain.txt', outcome: 'created', title: 'plain' },
    ]);
    const again = await finished(await imports.fromFiles(ctx, [markdown], {}));
    expect(again.results).toMatchObject([{ outcome: 'unchanged', articleId: results[0]?.articleId }]);
  });

  it.each([
    ['a program', 'run.exe', 'MZ\u0000', 'unknown_file'],
    ['a text with a program in it', 'care.md', 'a\u0000b\u0000', 'unknown_file'],
    ['an empty file', 'care.md', '  \n', 'empty_document'],
    ['a huge file', 'care.md', 'word '.repeat(100_000), 'document_too_long'],
    ['what is no PDF inside', 'care.pdf', '%PDF-1.7 nothing', /pdf_not_(read|supported)/],
  ])('refuses %s', async (_what, name, content, code) => {
    const refusal: { code?: string } = await imports.fromFiles(ctx, [{ name, content: Buffer.from(content) }], {}).then(
      () => ({}),
      (error: { code: string }) => error,
    );
    expect(refusal.code).toMatch(code);
  });
});
