import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { type AddressObject, type EmailAddress, simpleParser } from 'mailparser';
import type { Outbound } from '../../port';
import { compose } from './compose';
import { chooseReferences } from './compose-headers';
import { isMailAddress } from './compose-recipients';
import { Headers } from './headers';
import { bareSubject, headerText } from './subject';

const sign = (purpose: string, text: string): string => createHmac('sha256', purpose).update(text).digest('hex');
const FIELDS = [
  'message-id',
  'date',
  'from',
  'to',
  'cc',
  'reply-to',
  'subject',
  'in-reply-to',
  'references',
  'thread-topic',
  'thread-index',
  'auto-submitted',
  'x-auto-response-suppress',
  'precedence',
  'x-loop',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
];

/** Text of all kinds, and the pieces of which an attack on a header is made. */
const evil = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\n', '\n', '\r', '\0', 'Bcc: eve@evil.example', '\r\n\r\n', '<', '>', '"', ',', ';', '\\'),
      fc.constantFrom('=?utf-8?Q?', '?=', '=0D=0A', '\u2028', '\ud800', '\u202e', '👋', '\t', ' ', ':', '@', '(', ')'),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const long = fc.oneof(evil, fc.constantFrom('x'.repeat(5_000), 'ü'.repeat(3_000), '👋 '.repeat(900)));
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constantFrom('.', '..', 'From x', '> y', 'x'.repeat(2_000), '-- ', '--b'),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((lines) =>
    lines
      .map((line) => line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\s+$/g, ''))
      .join('\n')
      .trim(),
  )
  .filter((it) => it !== '');
const file = fc.record({
  filename: long,
  contentType: fc.oneof(
    fc.constantFrom('image/png', 'text/plain', 'text/html; charset=utf-8', 'message/rfc822', 'multipart/mixed', ''),
    evil,
  ),
  content: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  url: fc.constant(null),
});
/** Whatever passes for an address, also what nobody has. */
const address = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'ab.+-_=?"\\ ,;:<>()[]@\r\n\0üß👋%!#'), minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      'example.com',
      'müller.example',
      '[127.0.0.1]',
      'a b',
      'x@y.example',
      'xn--mller-kva.example',
      '=?utf-8?Q?x?=',
    ),
  )
  .map(([local, domain]) => `${local}@${domain}`)
  .filter(isMailAddress);
const outbound: fc.Arbitrary<Outbound> = fc.record({
  messageId: fc.uuid({ version: 7 }),
  ticketId: fc.uuid({ version: 7 }),
  ticketNumber: fc.nat(),
  to: fc.record({ address, name: fc.option(long) }),
  cc: fc.array(fc.record({ address, name: fc.option(long) }), { maxLength: 3 }),
  subject: long,
  text,
  html: fc.option(evil.map((it) => `<p>${it}<img src="cid:x"></p>`)),
  files: fc.array(file, { maxLength: 3 }),
  template: fc.constant(null),
  choices: fc.constant([]),
  thread: fc.record({ inReplyTo: fc.option(long), references: fc.array(long, { maxLength: 60 }) }),
  automated: fc.boolean(),
  notice: fc.boolean(),
});

const flat = (field: AddressObject | AddressObject[] | undefined): EmailAddress[] =>
  [field ?? []].flat().flatMap((it) => it.value);

describe('any mail we write', () => {
  it('has our header fields and no other, fits its lines, and is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(outbound, evil, async (given, fromName) => {
        const raw = await compose(given, {
          messageId: 'tabc.def.0123456789abcdef@fernhill.example',
          from: { name: fromName, address: 'support@fernhill.example' },
          replyTo: null,
          date: new Date(1_700_000_000_000),
          to: given.to,
          cc: given.cc,
          sign,
        });

        const lines = raw.toString('latin1').split('\r\n');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);
        expect(lines.some((line) => /[\r\n]/.test(line))).toBe(false);
        // Only 7-bit bytes leave us: no server on the way has a reason to change (and to break the signature of) a mail.
        // Addresses with other letters before the @ are the exception: they need a server that takes them (RFC 6531).
        const isAscii = [given.to, ...given.cc].every((it) => /^[\x20-\x7e]+@[^@]+$/.test(it.address));
        expect(raw.every((byte) => byte < 0x80)).toBe(isAscii);

        const head = raw.toString('latin1', 0, raw.indexOf('\r\n\r\n'));
        const names = head.split(/\r\n(?![ \t])/).map((field) => field.slice(0, field.indexOf(':')).toLowerCase());
        expect(names.filter((name) => !FIELDS.includes(name))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);

        expect(lines).toContain('Message-ID: <tabc.def.0123456789abcdef@fernhill.example>');
        const headers = Headers.of(raw);
        const references = chooseReferences(given.thread.references, given.thread.inReplyTo);
        expect(headers.first('references')?.split(' ') ?? []).toEqual(references.map((id) => `<${id}>`));
        expect((headers.first('references') ?? '').length).toBeLessThanOrEqual(1_500);

        const mail = await simpleParser(raw, { ignoreEmbedded: true } as object);
        expect(mail.text?.replace(/\n$/, '')).toBe(given.text);
        expect(mail.subject?.replace(/^Re: ?/, '') ?? '').toBe(bareSubject(given.subject));
        expect(mail.from?.value).toEqual([{ name: headerText(fromName, 100), address: 'support@fernhill.example' }]);
        // As many recipients as were meant, each in its own field: an address cannot smuggle in another.
        expect(flat(mail.to)).toHaveLength(1);
        expect(flat(mail.cc)).toHaveLength(given.cc.length);
        expect(mail.bcc).toBeUndefined();
        expect(mail.attachments.map((one) => one.content)).toEqual(given.files.map((one) => one.content));
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
