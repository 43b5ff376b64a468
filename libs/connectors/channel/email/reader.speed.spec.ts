import { mailId, readMail } from './reader';

const settings = { sign: () => 'f'.repeat(64), address: 'support@fernhill.example', authservId: null };

async function msFor(raw: Buffer): Promise<number> {
  const started = performance.now();
  await readMail({ externalId: mailId(raw), raw, meta: {} }, settings);
  return performance.now() - started;
}
const mail = (type: string, body: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`Message-ID: <a@b>\r\nFrom: anna@example.com\r\nContent-Type: ${type}\r\n\r\n`),
    Buffer.from(body as string),
  ]);

const paragraph =
  '<p style="color:#333">Where is my <b>order</b> 1001? I have waited for <a href="https://x.example/1">two weeks</a>.</p>\r\n';
const text = 'Where is my order 1001? I have waited for two weeks now and nothing came.\r\n';
const parts = (...all: string[]): string => `--b\r\n${all.join('\r\n--b\r\n')}\r\n--b--\r\n`;
const ordinary = mail(
  'multipart/alternative; boundary=b',
  parts(
    `Content-Type: text/plain\r\n\r\n${text.repeat(80)}`,
    `Content-Type: text/html\r\n\r\n${paragraph.repeat(120)}`,
  ),
);
const photo = `Content-Type: image/jpeg; name=a.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(3_700_000, 7).toString('base64').replace(/.{76}/g, '$&\r\n')}`;
const big = mail('multipart/mixed; boundary=b', parts(`Content-Type: text/plain\r\n\r\n${text}`, photo));

describe('how long reading takes', () => {
  it('a mail of 20 kB: some milliseconds; one of 5 MB: well under a second', async () => {
    for (let i = 0; i < 20; i++) await msFor(ordinary);
    const small: number[] = [];
    for (let i = 0; i < 50; i++) small.push(await msFor(ordinary));
    const middle = small.sort((a, b) => a - b)[25] ?? Infinity;
    const large = await msFor(big);
    if (process.env.SHOW_FIGURES)
      process.stdout.write(`${ordinary.length} B: ${middle.toFixed(2)} ms, ${big.length} B: ${large.toFixed(0)} ms\n`);
    expect(middle).toBeLessThan(50);
    expect(large).toBeLessThan(2_000);
  });

  it.each([
    ['blanks without end', mail('text/plain', ' '.repeat(3_000_000) + 'x')],
    [
      'blanks without end in HTML',
      mail('text/html', `<p>${'&nbsp;'.repeat(300_000)}x</p><pre>${' '.repeat(500_000)}x</pre>`),
    ],
    ['blanks in a parameter', mail(`text/plain; name=a${' '.repeat(500_000)}b`, 'x')],
    [
      'an alternative of blanks',
      mail(
        'multipart/alternative; boundary=b',
        parts(`\r\n${' '.repeat(2_000_000)}xxxxx`, 'Content-Type: text/html\r\n\r\n<p>x</p>'),
      ),
    ],
    ['quote marks without end', mail('text/plain', `${'>'.repeat(1_000_000)}\r\n${'On '.repeat(200_000)}wrote:`)],
    ['"On" on every line', mail('text/plain', 'On 2026-11-20 10:12 it was\r\n'.repeat(4_000))],
    ['nested quotes', mail('text/html', `${'<blockquote>'.repeat(2_000)}${paragraph.repeat(2_000)}`)],
    ['tags that never end', mail('text/html', '<a href="'.repeat(200_000))],
    ['tags that open only', mail('text/html', '<div>'.repeat(300_000))],
    ['tags that close only', mail('text/html', '</div>'.repeat(300_000))],
    ['styles that never end', mail('text/html', `<style>${'@media {'.repeat(100_000)}</style>x`)],
    ['hidden inside hidden', mail('text/html', '<div style="display:none">'.repeat(50_000))],
    [
      'encoded words without end',
      Buffer.from(`From: a@b.example\r\nSubject: ${'=?utf-8?q?a'.repeat(50_000)}\r\n\r\nx`),
    ],
    [
      'addresses without end',
      Buffer.from(`From: ${'a@b.example, '.repeat(50_000)}\r\nTo: ${'('.repeat(100_000)}\r\n\r\nx`),
    ],
    ['references without end', Buffer.from(`From: a@b.example\r\nReferences: ${'<a@b> '.repeat(150_000)}\r\n\r\nx`)],
    ['lines that all look like boundaries', mail('multipart/mixed; boundary=b', '--b\r\n'.repeat(200_000))],
    [
      'a report of addresses',
      mail('text/plain', `This is the qmail-send program\r\n${'<x@y.example>:\r\n'.repeat(50_000)}`),
    ],
    ['rtf groups', mail('text/rtf', '{\\rtf1 '.repeat(200_000))],
    ['percent signs', mail(`text/plain; name*=utf-8''${'%C3'.repeat(100_000)}`, 'x')],
  ])('is not held up by %s', async (_, raw) => {
    expect(await msFor(raw)).toBeLessThan(5_000);
  });
});
