import { runInNewContext } from 'node:vm';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { good, lightspeedTwin, type LightspeedTwin } from './conformance-twin';
import { lightspeed } from './lightspeed.connector';

const SCRIPT = 'https://desk.fernhill.example/widget.js';
const KEY = '018f0000-0000-7000-8000-000000000001';

/** The tags that a script puts on a page. */
function tagsOf(body: string) {
  const tags: { src?: string; async?: boolean; dataset: { key?: string } }[] = [];
  const document = {
    body: { appendChild: (tag: (typeof tags)[number]) => void tags.push(tag) },
    createElement: () => ({ dataset: {} }),
    querySelector: (selector: string) =>
      tags.find((tag) => selector === `script[data-key="${tag.dataset.key}"]`) ?? null,
  };
  for (let times = 0; times < 2; times += 1) runInNewContext(body, { document });
  return tags;
}

describe("the chat in a Lightspeed shop's pages", () => {
  let twin: LightspeedTwin;
  const theme = (hookUrl = 'https://desk.fernhill.example/hooks/c1') => {
    const { deps } = channelDeps({ baseUrl: twin.baseUrl, hookUrl });
    const adapter = lightspeed.connect(good as never, deps);
    if (!adapter.theme) throw new Error('there should be a theme');
    return adapter.theme;
  };
  const scripts = async () => (await twin.sandbox.control('lightspeed')).scripts as any[];

  beforeAll(async () => (twin = await lightspeedTwin()));
  beforeEach(() => twin.reset());
  afterAll(() => twin?.stop());

  it('is put there once, and taken away without touching what others put there', async () => {
    const before = await scripts();
    expect(await theme().installed()).toBe(false);
    for (let time = 0; time < 2; time += 1) await theme().install(SCRIPT, KEY);
    expect(await theme().installed()).toBe(true);
    expect(await scripts()).toHaveLength(before.length + 1);
    expect((await scripts()).at(-1).location).toBe('body');
    expect(await theme('https://desk.fernhill.example/hooks/c2').installed()).toBe(false);
    await theme('https://desk.fernhill.example/hooks/c2').remove();
    expect(await theme().installed()).toBe(true);
    await theme().remove();
    expect(await scripts()).toEqual(before);
    await theme().remove();
  });

  it('is changed where it stands when its address changes', async () => {
    await theme().install(SCRIPT, KEY);
    const { id } = (await scripts()).at(-1);
    await theme().install('https://help.fernhill.example/widget.js', KEY);
    const after = (await scripts()).at(-1);
    expect(after.id).toBe(id);
    expect(tagsOf(after.body)).toMatchObject([{ src: 'https://help.fernhill.example/widget.js' }]);
  });

  it('makes the tag that the chat needs, read as HTML and as a script alike', async () => {
    await theme().install(SCRIPT, KEY);
    const { body } = (await scripts()).at(-1);
    const tag = [{ src: SCRIPT, async: true, dataset: { key: KEY } }];
    expect(tagsOf(body)).toEqual(tag);
    const [, inner = ''] = /<script>([^]*)<\/script>/.exec(body) ?? [];
    expect(tagsOf(inner)).toEqual(tag);
  });

  it('lets no address or key end the script', async () => {
    await theme().install(`${SCRIPT}?"</script><script>alert(1)//`, "x'</script>");
    const { body } = (await scripts()).at(-1);
    expect(body.match(/<\/script>/g)).toHaveLength(1);
    expect(tagsOf(body)[0]?.src).toBe(`${SCRIPT}?"</script><script>alert(1)//`);
  });
});
