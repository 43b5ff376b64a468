import type { Fixture } from './fixture';
import { entity, file, html, inner, mail, multi, PIXEL, plain, PNG, whole } from './fixture';

const one = (name: string, raw: Buffer, expect: Fixture['expect'], rules = [65]): Fixture => ({
  name,
  rules,
  raw,
  expect,
});
const pngPart = (head: Record<string, string> = {}): Buffer => file('image/png', PNG, head);
const boundaryless = { 'Content-Type': 'multipart/mixed' };

const images: Fixture[] = [
  one(
    'inline image shown by its cid',
    whole(
      multi('related', [
        html('<p>See</p><img src="cid:a1@x">'),
        pngPart({ 'Content-ID': '<a1@x>', 'Content-Disposition': 'inline' }),
      ]),
    ),
    { text: 'See', files: [['attachment-1.png', 'image/png', true]] },
    [65, 66],
  ),
  one(
    'inline image without a cid',
    whole(multi('mixed', [plain('See'), pngPart({ 'Content-Disposition': 'inline; filename=photo.png' })])),
    { text: 'See', files: [['photo.png', 'image/png', false]] },
  ),
  one('image without a disposition', whole(multi('mixed', [plain('See'), pngPart()])), {
    files: [['attachment-1.png', 'image/png', false]],
  }),
  one(
    'image with a cid that nothing shows',
    whole(multi('related', [html('<p>See</p>'), pngPart({ 'Content-ID': '<b2@x>' })])),
    { files: [['attachment-1.png', 'image/png', false]] },
    [65, 66],
  ),
  one(
    'cid in other letters, and encoded',
    whole(multi('related', [html('<img src="cid:Pic%20One@X">'), pngPart({ 'Content-ID': '<pic one@x>' })])),
    { files: [['attachment-1.png', 'image/png', true]] },
    [66],
  ),
  one(
    'cid in a style',
    whole(multi('related', [html('<td style="background:url(cid:bg@x)">x</td>'), pngPart({ 'Content-ID': '<bg@x>' })])),
    { files: [['attachment-1.png', 'image/png', true]] },
    [66],
  ),
  one(
    'a tracking pixel among inline images',
    whole(
      multi('related', [
        html('<p>Hi</p><img src="cid:t@x"><img src="cid:p@x">'),
        file('image/gif', PIXEL, { 'Content-ID': '<t@x>' }),
        pngPart({ 'Content-ID': '<p@x>' }),
      ]),
    ),
    { files: [['attachment-2.png', 'image/png', true]] },
    [66],
  ),
  one(
    'a small picture that somebody attached',
    whole(
      multi('mixed', [
        plain('the dot'),
        file('image/gif', PIXEL, { 'Content-Disposition': 'attachment; filename=dot.gif' }),
      ]),
    ),
    { files: [['dot.gif', 'image/gif', false]] },
    [66],
  ),
  one(
    'Apple Mail: text, picture, text',
    whole(
      multi('mixed', [
        plain('before'),
        pngPart({ 'Content-Disposition': 'inline; filename=IMG_1.png' }),
        plain('after'),
      ]),
    ),
    { text: 'before\n\nafter', files: [['IMG_1.png', 'image/png', false]] },
  ),
  one(
    'Apple Mail: alternative of text and a mix of HTML and files',
    whole(
      multi('alternative', [
        plain('before and after'),
        inner(
          multi('mixed', [
            html('<p>before</p>'),
            file('application/pdf', '%PDF-1', { 'Content-Disposition': 'inline; filename=bill.pdf' }),
            html('<p>and after</p>'),
          ]),
        ),
      ]),
    ),
    { text: 'before and after', htmlHas: ['before', 'and after'], files: [['bill.pdf', 'application/pdf', false]] },
  ),
];

const names = (name: string, head: Record<string, string>, expected: string, type = 'application/pdf'): Fixture =>
  one(`file name: ${name}`, whole(multi('mixed', [plain('x'), file(head['Content-Type'] ?? type, 'DATA', head)])), {
    files: [[expected, type]],
    fileHas: ['DATA'],
  });
const filenames: Fixture[] = [
  names('none at all', {}, 'attachment-1.pdf'),
  names('in the type only', { 'Content-Type': 'application/pdf; name=bill.pdf' }, 'bill.pdf'),
  names('RFC 2231', { 'Content-Disposition': "attachment; filename*=utf-8''R%C3%BCckgabe.pdf" }, 'Rückgabe.pdf'),
  names(
    'RFC 2231 in pieces',
    { 'Content-Disposition': "attachment; filename*0*=utf-8''R%C3; filename*1*=%BCck; filename*2=gabe.pdf" },
    'Rückgabe.pdf',
  ),
  names(
    'RFC 2231 in pieces out of order',
    { 'Content-Disposition': 'attachment; filename*1="b.pdf"; filename*0="a-"' },
    'a-b.pdf',
  ),
  names('RFC 2231 in Latin-1', { 'Content-Disposition': "attachment; filename*=iso-8859-1'de'R%FCck.pdf" }, 'Rück.pdf'),
  names(
    'encoded word in quotes',
    { 'Content-Disposition': 'attachment; filename="=?utf-8?Q?R=C3=BCck.pdf?="' },
    'Rück.pdf',
  ),
  names('raw UTF-8', { 'Content-Disposition': 'attachment; filename="Rück.pdf"' }, 'Rück.pdf'),
  names('spaces without quotes', { 'Content-Disposition': 'attachment; filename=my bill.pdf' }, 'my bill.pdf'),
  names('a semicolon in quotes', { 'Content-Disposition': 'attachment; filename="a;b.pdf"' }, 'a;b.pdf'),
  names('an escaped quote', { 'Content-Disposition': 'attachment; filename="a\\"b.pdf"' }, 'a"b.pdf'),
  names('a path', { 'Content-Disposition': 'attachment; filename="../../etc/x.pdf"' }, '.._.._etc_x.pdf'),
  names('a right-to-left trick', { 'Content-Disposition': 'attachment; filename="bill\u202efdp.exe"' }, 'bill_fdp.exe'),
];

const broken: Fixture[] = [
  one('multipart without a boundary', mail(boundaryless, '--zz\nContent-Type: text/plain\n\nfound\n--zz--\n'), {
    text: 'found',
  }),
  one(
    'multipart whose boundary never comes',
    mail({ 'Content-Type': 'multipart/mixed; boundary=nope' }, 'just words'),
    { text: 'just words' },
  ),
  one(
    'multipart that never ends',
    mail(
      { 'Content-Type': 'multipart/mixed; boundary=b' },
      '--b\nContent-Type: text/plain\n\none\n--b\nContent-Type: application/pdf\n\nPDF',
    ),
    { text: 'one', fileHas: ['PDF'] },
  ),
  one(
    'parts behind the end',
    mail(
      { 'Content-Type': 'multipart/mixed; boundary=b' },
      '--b\n\none\n--b--\n--b\nContent-Type: application/pdf\n\nPDF\n--b--',
    ),
    { text: 'one', fileHas: ['PDF'] },
  ),
  one(
    'a boundary that begins like another',
    mail(
      { 'Content-Type': 'multipart/mixed; boundary=b' },
      '--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\nin\n--bb--\n--b\n\nout\n--b--',
    ),
    { textHas: ['in', 'out'] },
  ),
  one(
    'an unquoted boundary with odd signs',
    mail({ 'Content-Type': "multipart/mixed; boundary=a'b=c?d" }, "--a'b=c?d\n\nwords\n--a'b=c?d--"),
    { text: 'words' },
  ),
  one('parts without heads', mail({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\n\none\n--b\n\ntwo\n--b--'), {
    text: 'one\n\ntwo',
  }),
  one(
    'a part whose head has no blank line',
    mail({ 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\nwords at once\n--b--'),
    { text: 'words at once' },
  ),
  one('an unknown multipart', whole(multi('x-strange', [plain('one'), file('application/zip', 'ZIP')])), {
    text: 'one',
    fileHas: ['ZIP'],
  }),
  one('a type that is none', mail({ 'Content-Type': 'plain' }, 'words'), { text: 'words' }),
  one(
    'two content types',
    entity(
      { From: 'a@example.com', 'Content-Type': 'text/plain', 'content-type': 'multipart/mixed; boundary=b' },
      '--b\n\nwords\n--b--',
    ),
    { text: 'words' },
  ),
  one('only line feeds', Buffer.from('From: a@example.com\nSubject: s\n\nwords\n'), {
    text: 'words',
    message: { subject: 's' },
  }),
  one('only carriage returns', Buffer.from('From: a@example.com\rSubject: s\r\rwords\r'), { text: 'words' }),
  one(
    'an mbox line on top',
    Buffer.from('From a@example.com Fri Nov 20 10:00:00 2026\r\nFrom: a@example.com\r\n\r\nwords'),
    { text: 'words' },
  ),
  one('blank lines on top', Buffer.from('\r\n\r\nFrom: a@example.com\r\nSubject: s\r\n\r\nwords'), {
    text: 'words',
    message: { subject: 's' },
  }),
  one('no head at all', Buffer.from('just words\r\n\r\nand more'), { text: 'just words\n\nand more' }),
  one('nothing at all', Buffer.alloc(0), { text: '', automated: 'no sender' }),
  one(
    'a hundred levels',
    (() => {
      let part = plain('deep');
      for (let i = 0; i < 100; i++) part = inner(multi('mixed', [part]));
      return Buffer.concat([Buffer.from('From: a@example.com\r\n'), part]);
    })(),
    { fileHas: ['deep'] },
  ),
  one(
    'three thousand parts',
    whole(
      multi(
        'mixed',
        Array.from({ length: 3_000 }, () => plain('x')),
      ),
    ),
    { textHas: ['x'] },
  ),
];

export const structures: Fixture[] = [...images, ...filenames, ...broken];
