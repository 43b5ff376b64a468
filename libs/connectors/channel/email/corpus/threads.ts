import { replyAddress } from '../reply-address';
import type { Fixture } from './fixture';
import { entity, mail, OWN_ID, sign, SHOP, TICKET } from './fixture';

const TO = replyAddress(sign, SHOP, TICKET) ?? '';
const FORGED = OWN_ID.replace(/\.[0-9a-f]{16}@/, '.0000000000000000@');
const ours = { ticketId: TICKET };
const none = { ticketId: null };

const answer = (
  name: string,
  rules: number[],
  head: Record<string, string>,
  thread: object,
  more: Partial<Fixture> = {},
): Fixture => ({
  name: `thread: ${name}`,
  rules,
  raw: mail(head, more.raw ?? 'Thanks'),
  expect: { message: { thread: expect.objectContaining(thread) as never } },
  ...(more.meta && { meta: more.meta }),
  ...(more.settings && { settings: more.settings }),
});
const marks = {
  readBodyMarker: (_: unknown, text: string) => (text.includes('[ref:good.') ? TICKET : null),
  readThreadIndex: (_: unknown, header: string) => (header === 'OURS' ? TICKET : null),
};
const marked = '<div>Thanks</div><blockquote>[ref:good.abcdefghijklmnop]</blockquote>';

export const threads: Fixture[] = [
  answer('our reply address in To', [21], { To: TO }, ours),
  answer('in Cc', [21], { Cc: `x@example.com, Shop <${TO}>` }, ours),
  answer('in Delivered-To', [21], { 'Delivered-To': TO }, ours),
  answer('in X-Original-To', [21], { 'X-Original-To': TO }, ours),
  answer('in Envelope-To', [21], { 'Envelope-To': TO }, ours),
  answer('in X-Forwarded-To', [21], { 'X-Forwarded-To': TO }, ours),
  answer('in the envelope', [21], {}, ours, { meta: { rcptTo: [TO] } }),
  answer('in capitals, as some systems write it', [21], { To: TO.toUpperCase() }, ours),
  answer(
    'a reply address with a wrong signature',
    [21],
    { To: TO.replace(/-[a-z2-7]{16}@/, '-aaaaaaaaaaaaaaaa@') },
    none,
  ),
  answer('our id in In-Reply-To', [22], { 'In-Reply-To': `<${OWN_ID}>` }, ours),
  answer('our id without brackets', [8, 22], { 'In-Reply-To': OWN_ID }, ours),
  answer('our id with a comment', [8, 22], { 'In-Reply-To': `Your message of Friday <${OWN_ID}>` }, ours),
  answer('our id with a wrong signature', [22], { 'In-Reply-To': `<${FORGED}>` }, none),
  answer('our id among References', [23], { References: `<a@x> <${OWN_ID}> <b@x>` }, ours),
  answer(
    'References are read from the last',
    [23],
    { References: '<a@x> <b@x> <c@x>' },
    { externalIds: ['c@x', 'b@x', 'a@x'] },
  ),
  answer(
    'References over several lines',
    [23],
    { References: '<a@x>\r\n\t<b@x>\r\n <c@x>' },
    { externalIds: ['c@x', 'b@x', 'a@x'] },
  ),
  answer(
    'In-Reply-To comes first and once',
    [22, 23],
    { 'In-Reply-To': '<b@x>', References: '<a@x> <b@x>' },
    { externalIds: ['b@x', 'a@x'] },
  ),
  answer(
    'empty ids match nothing',
    [28],
    { 'In-Reply-To': '', References: '<> < >' },
    { ticketId: null, externalIds: [] },
  ),
  answer('an id of blanks matches nothing', [28], { 'In-Reply-To': '   ' }, { ticketId: null, externalIds: [] }),
  answer('our mark in what was quoted', [24], { 'Content-Type': 'text/html' }, ours, {
    raw: Buffer.from(marked),
    settings: { marks },
  }),
  answer('a mark that is not ours', [24], { 'Content-Type': 'text/html' }, none, {
    raw: Buffer.from(marked.replace('good', 'evil')),
    settings: { marks },
  }),
  answer('our Thread-Index', [26], { 'Thread-Index': 'OURS' }, ours, { settings: { marks } }),
  answer('somebody else’s Thread-Index', [26], { 'Thread-Index': 'AdYx' }, none, { settings: { marks } }),
  {
    name: 'an id without a Message-ID',
    rules: [7],
    raw: entity({ From: 'a@example.com' }, 'x'),
    expect: { message: { externalId: expect.stringMatching(/^[0-9a-f]{64}@synthetic\.local$/) as never } },
  },
  {
    name: 'an id of blanks only',
    rules: [7, 8],
    raw: mail({ 'Message-ID': '<  >' }),
    expect: { message: { externalId: expect.stringMatching(/@synthetic\.local$/) as never } },
  },
  {
    name: 'an id with blanks and no brackets',
    rules: [8],
    raw: mail({ 'Message-ID': '  Some.Id with blanks@Example.com ' }),
    expect: { message: { externalId: 'Some.Id with blanks@Example.com' } },
  },
  {
    name: 'two ids: the first one',
    rules: [8],
    raw: mail({ 'Message-Id': '<one@x>', 'message-id': '<two@x>', 'Message-ID': '' }),
    expect: { message: { externalId: 'one@x' } },
  },
  {
    name: 'a huge mail of which the beginning was kept',
    rules: [15],
    raw: mail({}, 'Hello'),
    meta: { truncated: true },
    expect: { textHas: ['Hello', 'too large'], notices: [/^Too large/] },
  },
  {
    name: 'copies: everybody but us and the sender',
    rules: [43],
    raw: mail({
      To: `Shop <${SHOP}>, Ben <ben@example.com>, anna@example.com`,
      Cc: 'Team: Cleo <cleo@example.com>, orders@fernhill.example;, ben@example.com',
    }),
    settings: { ownAddresses: ['orders@fernhill.example'] },
    expect: {
      message: {
        cc: [
          { address: 'ben@example.com', name: null },
          { address: 'cleo@example.com', name: 'Cleo' },
        ],
      },
    },
  },
  {
    name: 'copies: the alias through which it came is ours',
    rules: [43],
    raw: mail({ To: 'info@fernhill.example', 'Delivered-To': SHOP, 'X-Original-To': 'info@fernhill.example' }),
    expect: { message: { cc: [] } },
  },
  ...[
    '---------- Forwarded message ---------\nFrom: Bob Miller <bob@example.com>\nDate: Fri',
    'Begin forwarded message:\n\nFrom: Bob Miller <bob@example.com>\nSubject: order',
    '-----Original Message-----\nFrom: Bob Miller [mailto:bob@example.com]\nSent: Friday',
    '-------- Weitergeleitete Nachricht --------\nBetreff: x\nVon: Bob Miller <bob@example.com>',
  ].map((head, at): Fixture => ({
    name: `a colleague forwards a customer’s mail (${at + 1})`,
    rules: [34],
    raw: mail({ From: 'maya@fernhill.example', Subject: 'Fwd: order' }, `See this\n\n${head}\n\nWhere is it?`),
    settings: { agentAddresses: ['maya@fernhill.example'] },
    expect: { message: { forwardedFrom: expect.objectContaining({ address: 'bob@example.com' }) as never } },
  })),
  {
    name: 'a stranger’s forward names nobody',
    rules: [34],
    raw: mail({ Subject: 'Fwd: order' }, '---------- Forwarded message ---------\nFrom: Bob <bob@example.com>\n\nx'),
    expect: { message: { forwardedFrom: undefined } },
  },
];
