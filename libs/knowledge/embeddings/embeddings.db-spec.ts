import type { Ctx } from '@satchel/kernel';
import { makeWorkspace, testKernel, type TestKernel, waitFor } from '@satchel/testing';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ArticleService, KnowledgeModule, KnowledgeService, type NewArticle } from '../index';

/** A model that knows three things, whatever words they are said with. */
const THINGS = [/wool|knitwear|garment/i, /gift|present|birthday/i, /parcel|courier|shipment/i];
const embed = (text: string): number[] => [...THINGS.map((thing) => (thing.test(text) ? 1 : 0)), 0.1];

describe('finding articles by meaning', () => {
  let server: Server;
  let house: TestKernel;
  let articles: ArticleService;
  let knowledge: KnowledgeService;
  let ctx: Ctx;
  let asked: { model: string; input: string[]; authorization: string }[];
  let state: 'works' | 'fails' | 'hangs' | 'talks nonsense';

  beforeAll(async () => {
    server = createServer((req, res) => {
      let body = '';
      req.on('data', (part: Buffer) => (body += part.toString()));
      req.on('end', () => {
        const { model, input } = JSON.parse(body) as { model: string; input: string[] };
        asked.push({ model, input, authorization: req.headers.authorization ?? '' });
        if (state === 'hangs') return;
        res.setHeader('content-type', 'application/json');
        if (state === 'fails') return res.writeHead(503).end('{"error":{"message":"overloaded"}}');
        if (state === 'talks nonsense') return res.end('{"object":"list","data":[]}');
        const data = input.map((text, index) => ({ object: 'embedding', index, embedding: embed(text) }));
        res.end(JSON.stringify({ object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(async () => {
    asked = [];
    state = 'works';
    const openaiBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    house = await testKernel({
      imports: [KnowledgeModule],
      config: { openaiBaseUrl, openaiApiKey: 'a-key', openaiEmbeddingModel: 'small-embedder' },
    });
    ctx = house.ctx;
    articles = house.moduleRef.get(ArticleService);
    knowledge = house.moduleRef.get(KnowledgeService);
  });
  afterEach(() => house.close());
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const publish = async (given: Partial<NewArticle> & { title: string; body: string }, at = ctx): Promise<string> => {
    const { id } = await articles.create(at, { language: 'en', ...given });
    await articles.publish(at, id);
    return id;
  };
  const titles = async (query: string, at = ctx): Promise<string[]> =>
    (await knowledge.search(at, { query, audience: 'public' })).map(({ title }) => title);
  /** No word of it stands in an article. */
  const STRANGE = 'my knitwear became filthy';
  const some = async (): Promise<void> => {
    await publish({ title: 'Washing wool', body: 'Wash it by hand in cold water.' });
    await publish({ title: 'Gift cards', body: 'Valid for three years.' });
  };
  const whenFound = (query: string, title: string): Promise<unknown> =>
    waitFor(
      async () => {
        // A slow machine may have made it pause.
        house.clock.advance(60_000);
        return (await titles(query))[0] === title;
      },
      { timeoutMs: 20_000, what: title },
    );

  it('knows what is said with none of the words that are written', async () => {
    await some();
    await whenFound(STRANGE, 'Washing wool');
    expect(
      asked.every(({ model, authorization }) => `${model} ${authorization}` === 'small-embedder Bearer a-key'),
    ).toBe(true);
    expect(asked.map(({ input }) => input.join())).toContainEqual(expect.stringContaining('Wash it by hand'));
  });

  it('reads what was written anew, and forgets what no longer stands there', async () => {
    const id = await publish({ title: 'Care', body: 'Wool is washed by hand.' });
    await publish({ title: 'Valid for years', body: 'A gift card is valid for three years.' });
    await whenFound(STRANGE, 'Care');
    await articles.change(ctx, id, { body: 'Our courier rings twice.' });
    await articles.publish(ctx, id);
    await whenFound('has my shipment gone astray', 'Care');
    expect(await titles(STRANGE)).not.toContain('Care');
  });

  it('learns from how an article was asked for', async () => {
    const id = await publish({ title: 'Vouchers', body: 'Valid for three years.' });
    await knowledge.teach(ctx, { articleId: id, question: 'what to buy for a birthday' });
    await whenFound('need an idea: present', 'Vouchers');
  });

  it('shows by meaning nothing that is not shown by words', async () => {
    await publish({ title: 'Washing wool', body: 'Wash it by hand.', audience: 'internal' });
    const other = (await makeWorkspace(house.db)).ctx;
    await publish({ title: 'Gift cards', body: 'Valid for three years.' }, other);
    await waitFor(async () => (await knowledge.search(ctx, { query: STRANGE, audience: 'internal' })).length === 1);
    expect(await titles(STRANGE)).toEqual([]);
    expect(await titles(STRANGE, other)).toEqual([]);
  });

  it.each(['fails', 'hangs', 'talks nonsense'] as const)('finds by words while the endpoint %s', async (how) => {
    await some();
    await whenFound(STRANGE, 'Washing wool');
    state = how;
    expect((await titles('how do I wash wool'))[0]).toBe('Washing wool');
    asked = [];
    expect((await titles('are gift cards valid for years'))[0]).toBe('Gift cards');
    // Nobody waits for it again right after it failed.
    expect(asked).toEqual([]);
  });

  it('embeds later what the endpoint refused', async () => {
    state = 'fails';
    await some();
    await waitFor(() => asked.length > 0);
    state = 'works';
    await whenFound(STRANGE, 'Washing wool');
  }, 30_000);
});
