import type { InboundMessage } from '../../../port';
import { mailId, readMail } from '../reader';
import { automated } from './automated';
import { charsets } from './charsets';
import type { Fixture } from './fixture';
import { SHOP, sign } from './fixture';
import { leaves } from './leaves';
import { quotes } from './quotes';
import { reports } from './reports';
import { secrets } from './secrets';
import { senders } from './senders';
import { structures } from './structures';
import { threads } from './threads';

const corpus: Fixture[] = [
  ...charsets,
  ...structures,
  ...leaves,
  ...quotes,
  ...secrets,
  ...automated,
  ...reports,
  ...senders,
  ...threads,
];
/** The numbered rules of reading a mail that can be seen on a single mail. */
const RULES = [
  7, 8, 15, 20, 21, 22, 23, 24, 26, 28, 33, 34, 43, 46, 53, 54, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69,
];

describe('the corpus of mails', () => {
  it('is wide: at least 250 mails, each once, over all rules of reading', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(250);
    expect(corpus.map((it) => it.name).filter((name, at, all) => all.indexOf(name) !== at)).toEqual([]);
    expect(RULES.filter((rule) => !corpus.some((it) => it.rules.includes(rule)))).toEqual([]);
  });

  it.each(corpus.map((it) => [it.name, it] as const))('%s', async (_, fixture) => {
    const externalId = mailId(fixture.raw);
    const items = await readMail(
      { externalId, raw: fixture.raw, meta: fixture.meta ?? {} },
      { sign, address: SHOP, authservId: null, ...fixture.settings },
    );
    const { expect: wanted } = fixture;
    if (wanted.nothing) return expect(items).toEqual([]);
    if (wanted.statuses) return expect(items).toMatchObject(wanted.statuses);
    const [message] = items;
    if (message?.type !== 'message') throw new Error('no message was read');
    check(message, wanted);
  });
});

function check(message: InboundMessage, wanted: Fixture['expect']): void {
  const bytes = message.files.map((file) => (Buffer.isBuffer(file.content) ? file.content.toString('latin1') : ''));
  if (wanted.text !== undefined) expect(message.text).toBe(wanted.text);
  for (const part of wanted.textHas ?? []) expect(message.text).toContain(part);
  for (const part of wanted.textLacks ?? []) expect(message.text).not.toContain(part);
  for (const part of wanted.fullHas ?? []) expect(message.fullText).toContain(part);
  for (const part of wanted.htmlHas ?? []) expect(message.html).toContain(part);
  for (const part of wanted.fileHas ?? []) expect(bytes.join('\n')).toContain(part);
  if (wanted.files) {
    const found = message.files.map(({ filename, contentType, inline }) => [filename, contentType, inline]);
    expect(found).toEqual(wanted.files.map(([name, type, inline = false]) => [name, type, inline]));
  }
  if (wanted.automated === true) expect(message.automated).not.toBeNull();
  else if (wanted.automated === false) expect(message.automated).toBeNull();
  else if (wanted.automated) expect(message.automated).toBe(wanted.automated);
  for (const notice of wanted.notices ?? []) expect(message.notices).toContainEqual(expect.stringMatching(notice));
  if (wanted.quiet) expect(message.notices).toEqual([]);
  if (wanted.message) expect({ forwardedFrom: undefined, ...message }).toMatchObject(wanted.message);
}
