import { mailId, readMail } from './reader';

const settings = { sign: () => 'f'.repeat(64), address: 'support@fernhill.example', authservId: null };

const mail = (type: string, body: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`Message-ID: <a@b>\r\nFrom: anna@example.com\r\nContent-Type: ${type}\r\n\r\n`),
    Buffer.from(body as string),
  ]);

const paragraph =
  '<p style="color:#333">Where is my <b>order</b> 1001? I have waited for <a href="https://x.example/1">two weeks</a>.</p>\r\n';
const parts = (...all: string[]): string => `--b\r\n${all.join('\r\n--b\r\n')}\r\n--b--\r\n`;
/** Sizes at which work that grows with the square of the input would outlast the test's time limit many times over. */
describe('mail made to keep a reader busy', () => {
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
  ])('is read to its end: %s', async (_, raw) => {
    const items = await readMail({ externalId: mailId(raw), raw, meta: {} }, settings);
    expect(items).toHaveLength(1);
  });
});
