import type { ThemeAdapter } from '../../port';
import { idIn } from './facts';
import type { Fields, LightspeedClient } from './lightspeed.client';
import { textIn } from '../../vendor/loose';

/**
 * The chat in the shop's pages, as a script of the shop's. The chat is told its key on its own tag, which a script given by
 * address has no place for; so the script's body makes that tag.
 */
export class LightspeedTheme implements ThemeAdapter {
  private readonly mark: string;

  constructor(private readonly client: LightspeedClient) {
    const connection = client.deps.hookUrl.split('/').at(-1) ?? '';
    this.mark = `satchel chat ${connection.replace(/[^\w-]/g, '')}`;
  }

  async installed(): Promise<boolean> {
    return (await this.ours()).length > 0;
  }

  async install(scriptUrl: string, key: string): Promise<void> {
    const body = bodyOf(this.mark, scriptUrl, key);
    const [first, ...more] = await this.ours();
    for (const one of more) await this.drop(one);
    const shopScript = { url: null, body, location: 'body' };
    if (!first) await this.client.note('POST', 'shop/scripts', { shopScript });
    else if (textIn(first.body) !== body) {
      await this.client.note('PUT', `shop/scripts/${idIn(first.id)}`, { shopScript });
    }
  }

  async remove(): Promise<void> {
    for (const one of await this.ours()) await this.drop(one);
  }

  private async ours(): Promise<Fields[]> {
    const all = await this.client.list('shop/scripts', 'shopScripts');
    return all.filter((one) => textIn(one.body).includes(`<!-- ${this.mark} -->`));
  }

  private async drop(script: Fields): Promise<void> {
    await this.client.note('DELETE', `shop/scripts/${idIn(script.id)}`, null);
  }
}

/**
 * Whether the shop puts a body into a script tag or expects one in it is not documented. This reads the same both ways: to
 * HTML the first line is a comment and a tag, to JavaScript (where `<!--` begins a comment) nothing at all.
 */
function bodyOf(mark: string, scriptUrl: string, key: string): string {
  const text = (value: string): string => JSON.stringify(value).replaceAll('<', '\\u003c');
  return [
    `<!-- ${mark} --><script>`,
    '(function (d) {',
    `  if (d.querySelector('script[data-key=' + JSON.stringify(${text(key)}) + ']')) return;`,
    "  var tag = d.createElement('script');",
    `  tag.src = ${text(scriptUrl)};`,
    `  tag.dataset.key = ${text(key)};`,
    '  tag.async = true;',
    '  d.body.appendChild(tag);',
    '})(document);',
    '//</script>',
  ].join('\n');
}
