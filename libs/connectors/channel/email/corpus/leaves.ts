import type { Fixture } from './fixture';
import { base64, entity, file, html, inner, mail, multi, plain, PNG, whole } from './fixture';
import { calendarText, rtf, winmail } from './outlook';

const one = (name: string, raw: Buffer, expect: Fixture['expect'], rules = [65]): Fixture => ({
  name,
  rules,
  raw,
  expect,
});
const letter = entity({ From: 'c@d.example', Subject: 'inner', 'Content-Type': 'text/plain' }, 'inner words');

export const leaves: Fixture[] = [
  one(
    'an attached mail is one file',
    whole(multi('mixed', [plain('see below'), entity({ 'Content-Type': 'message/rfc822' }, letter)])),
    { text: 'see below', files: [['attachment-1.eml', 'message/rfc822']], fileHas: ['inner words'] },
  ),
  one('an attached mail in base64', whole(multi('mixed', [plain('see'), file('message/rfc822', letter)])), {
    files: [['attachment-1.eml', 'message/rfc822']],
    fileHas: ['inner words'],
  }),
  one('a digest', whole(multi('digest', [entity({}, letter), entity({}, letter)])), {
    files: [
      ['attachment-1.eml', 'message/rfc822'],
      ['attachment-2.eml', 'message/rfc822'],
    ],
  }),
  one(
    'an attached text with a name',
    whole(multi('mixed', [plain('body'), plain('note', 'text/plain; name=note.txt')])),
    { text: 'body', files: [['note.txt', 'text/plain']], fileHas: ['note'] },
  ),
  one(
    'an attached text that is inline and named',
    whole(
      multi('mixed', [
        plain('body'),
        plain('log', 'text/plain', { 'Content-Disposition': 'inline; filename=log.txt' }),
      ]),
    ),
    { text: 'body', files: [['log.txt', 'text/plain']] },
  ),
  one('a body with a name', mail({ 'Content-Type': 'text/plain; name="message.txt"' }, 'body'), {
    text: 'body',
    files: [],
  }),
  one(
    'nothing but an attached text',
    mail({ 'Content-Type': 'text/plain', 'Content-Disposition': 'attachment; filename=a.txt' }, 'words'),
    { text: '', files: [['a.txt', 'text/plain']] },
  ),
  one(
    'nothing but a picture',
    mail({ 'Content-Type': 'image/png', 'Content-Transfer-Encoding': 'base64' }, base64(PNG)),
    { text: '', files: [['attachment-1.png', 'image/png']] },
  ),
  one(
    'HTML only',
    mail(
      { 'Content-Type': 'text/html' },
      '<h1>Hi</h1><p>Where is<br>my <b>order</b>?</p><ul><li>one</li><li>two</li></ul>',
    ),
    { text: 'Hi\n\nWhere is\nmy order?\n\n- one\n- two' },
  ),
  one(
    'HTML with a table',
    mail(
      { 'Content-Type': 'text/html' },
      '<table><tr><td>Order</td><td>1001</td></tr><tr><td>Size</td><td>M</td></tr></table>',
    ),
    { text: 'Order 1001\nSize M' },
  ),
  one(
    'HTML with links',
    mail(
      { 'Content-Type': 'text/html' },
      'See <a href="https://fernhill.example/o/1">my order</a> at <a href="https://fernhill.example">fernhill.example</a>',
    ),
    { text: 'See my order (https://fernhill.example/o/1) at fernhill.example' },
  ),
  one(
    'HTML with entities and a script',
    mail(
      { 'Content-Type': 'text/html' },
      '<script>evil()</script>5&nbsp;&euro; &lt;ok&gt; &#8211; &#x2713; caf&eacute;',
    ),
    { text: '5 € <ok> – ✓ café' },
  ),
  one(
    'HTML that never closes anything',
    mail({ 'Content-Type': 'text/html' }, '<div><p>one<p>two<b>three<table><tr><td>four'),
    { textHas: ['one', 'two', 'three', 'four'] },
  ),
  one('HTML whose quote never ends', mail({ 'Content-Type': 'text/html' }, '<p title="oops>one</p><p>two</p>'), {
    textHas: ['two'],
  }),
  one('RTF only', mail({ 'Content-Type': 'text/rtf' }, rtf), {
    text: 'Grüße\nWhere is my order?',
    files: [['attachment-1.rtf', 'text/rtf']],
  }),
  one('enriched text only', mail({ 'Content-Type': 'text/enriched' }, 'Where is <bold>my</bold> order <<1001>?'), {
    text: 'Where is my order <1001>?',
  }),
  one(
    'winmail.dat with text and a file',
    whole(
      multi('mixed', [
        plain(''),
        file('application/ms-tnef', winmail({ body: 'Packed words', files: [['bill.pdf', '%PDF-tnef']] }), {
          'Content-Disposition': 'attachment; filename=winmail.dat',
        }),
      ]),
    ),
    {
      text: 'Packed words',
      files: [
        ['winmail.dat', 'application/ms-tnef'],
        ['bill.pdf', 'application/octet-stream'],
      ],
      fileHas: ['%PDF-tnef'],
    },
  ),
  one(
    'winmail.dat beside a text',
    whole(
      multi('mixed', [
        plain('Shown'),
        file(
          'application/octet-stream',
          winmail({
            body: 'Packed',
            files: [
              ['a.txt', 'AAA'],
              ['b.txt', 'BBB'],
            ],
          }),
          { 'Content-Disposition': 'attachment; filename=winmail.dat' },
        ),
      ]),
    ),
    { text: 'Shown', fileHas: ['AAA', 'BBB'] },
  ),
  one(
    'winmail.dat with HTML',
    whole(multi('mixed', [file('application/ms-tnef', winmail({ html: '<p>Packed <b>HTML</b></p>' }))])),
    { text: 'Packed HTML', htmlHas: ['<b>HTML</b>'] },
  ),
  one('winmail.dat with packed RTF', whole(multi('mixed', [file('application/ms-tnef', winmail({ rtf }))])), {
    text: 'Grüße\nWhere is my order?',
    files: [
      ['attachment-1.dat', 'application/ms-tnef'],
      ['body.rtf', 'application/rtf'],
    ],
  }),
  one(
    'a broken winmail.dat',
    whole(
      multi('mixed', [
        plain('Hi'),
        file('application/ms-tnef', winmail({ body: 'x', files: [['a.txt', 'AAA']] }).subarray(0, 40)),
      ]),
    ),
    { text: 'Hi', files: [['attachment-1.dat', 'application/ms-tnef']] },
  ),
  one(
    'an invitation',
    whole(
      multi('alternative', [
        plain('Please come'),
        plain(calendarText('REQUEST'), 'text/calendar; method=REQUEST; charset=utf-8'),
      ]),
    ),
    {
      textHas: [
        'Please come',
        'Invitation: Pick-up',
        'When: 2026-11-23 10:00 to 11:00 (Europe/Berlin)',
        'Where: Store',
        'Organiser: Olga <olga@example.com>',
      ],
      files: [['attachment-1.ics', 'text/calendar']],
    },
  ),
  one(
    'an invitation that came twice in one mail is told once',
    whole(
      multi('mixed', [
        inner(multi('alternative', [plain('Come'), plain(calendarText('REQUEST'), 'text/calendar; method=REQUEST')])),
        file('application/ics', calendarText('REQUEST'), { 'Content-Disposition': 'attachment; filename=invite.ics' }),
      ]),
    ),
    {
      text: 'Come\n\nInvitation: Pick-up\nWhen: 2026-11-23 10:00 to 11:00 (Europe/Berlin)\nWhere: Store\nOrganiser: Olga <olga@example.com>',
    },
  ),
  one('a cancelled appointment', mail({ 'Content-Type': 'text/calendar; method=CANCEL' }, calendarText('CANCEL')), {
    textHas: ['Cancelled: Pick-up'],
  }),
  one('an answer to an invitation', mail({ 'Content-Type': 'text/calendar; method=REPLY' }, calendarText('REPLY')), {
    textHas: ['Answer to an invitation: Pick-up', 'Anna <anna@example.com> accepts'],
  }),
  one('a calendar that is none', whole(multi('mixed', [plain('Hi'), plain('BEGIN:NONSENSE', 'text/calendar')])), {
    text: 'Hi',
    files: [['attachment-1.ics', 'text/calendar']],
  }),
  one(
    'PGP/MIME encrypted',
    whole(
      multi(
        'encrypted',
        [
          plain('Version: 1', 'application/pgp-encrypted'),
          plain('-----BEGIN PGP MESSAGE-----', 'application/octet-stream; name=encrypted.asc'),
        ],
        {},
        '; protocol="application/pgp-encrypted"',
      ),
    ),
    {
      notices: [/^Encrypted/],
      files: [
        ['attachment-1.asc', 'application/pgp-encrypted'],
        ['encrypted.asc', 'application/octet-stream'],
      ],
    },
  ),
  one(
    'PGP/MIME signed',
    whole(
      multi('signed', [plain('Signed words'), plain('-----BEGIN PGP SIGNATURE-----', 'application/pgp-signature')]),
    ),
    { text: 'Signed words', notices: [/^Signed/], files: [['attachment-1.asc', 'application/pgp-signature']] },
  ),
  one('PGP inline encrypted', mail({}, '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----'), {
    notices: [/^Encrypted/],
  }),
  one(
    'PGP inline signed',
    mail(
      {},
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHi\n-----BEGIN PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----',
    ),
    { notices: [/^Signed/] },
  ),
  one(
    'S/MIME encrypted',
    mail(
      {
        'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        'Content-Transfer-Encoding': 'base64',
      },
      base64('cms'),
    ),
    { notices: [/^Encrypted/], files: [['smime.p7m', 'application/pkcs7-mime']] },
  ),
  one(
    'S/MIME signed',
    whole(
      multi('signed', [
        plain('Signed'),
        file('application/pkcs7-signature', 'cms', { 'Content-Disposition': 'attachment; filename=smime.p7s' }),
      ]),
    ),
    { text: 'Signed', notices: [/^Signed/], files: [['smime.p7s', 'application/pkcs7-signature']] },
  ),
  one(
    'S/MIME opaque signed',
    mail(
      { 'Content-Type': 'application/x-pkcs7-mime; smime-type=signed-data', 'Content-Transfer-Encoding': 'base64' },
      base64('cms'),
    ),
    { notices: [/^Signed/] },
  ),
  one(
    'format=flowed',
    mail(
      { 'Content-Type': 'text/plain; format=flowed' },
      'This line goes \non and ends.\nNext one.\n> quoted goes \n> on',
    ),
    { fullHas: ['This line goes on and ends.\nNext one.', '> quoted goes on'] },
  ),
  one(
    'format=flowed with DelSp',
    mail({ 'Content-Type': 'text/plain; format=flowed; delsp=yes' }, 'Donaudampf \nschiff'),
    { text: 'Donaudampfschiff' },
  ),
  one('alternative with an empty text', whole(multi('alternative', [plain(' \n'), html('<p>Real words</p>')])), {
    text: 'Real words',
  }),
  one(
    'alternative whose text only says that it is HTML',
    whole(
      multi('alternative', [plain('This is an HTML mail. Please use another program.'), html('<p>Real words</p>')]),
    ),
    { text: 'Real words' },
  ),
  one(
    'alternative with AMP',
    whole(multi('alternative', [plain('plain'), plain('<html amp4email>', 'text/x-amp-html'), html('<p>plain</p>')])),
    { text: 'plain', files: [['attachment-1.bin', 'text/x-amp-html']] },
  ),
  one('alternative with HTML first', whole(multi('alternative', [html('<p>plain</p>'), plain('plain')])), {
    text: 'plain',
    htmlHas: ['<p>plain</p>'],
  }),
];
