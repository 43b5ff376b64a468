import { createHmac } from 'node:crypto';
import { newId } from '@satchel/kernel';
import type { InboundMessage } from '../../port';
import { ownMessageId } from './message-ids';
import { mailId, readMail } from './reader';
import { replyAddress } from './reply-address';

const sign = (purpose: string, text: string): string => createHmac('sha256', purpose).update(text).digest('hex');
const settings = { sign, address: 'support@fernhill.example', authservId: null as string | null };

async function items(raw: string | Buffer, meta: Record<string, unknown> = {}, changes: Partial<typeof settings> = {}) {
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(raw.replace(/\r?\n/g, '\r\n'));
  return readMail({ externalId: mailId(bytes), raw: bytes, meta }, { ...settings, ...changes });
}
async function read(
  raw: string | Buffer,
  meta: Record<string, unknown> = {},
  changes: Partial<typeof settings> = {},
): Promise<InboundMessage> {
  const [message] = await items(raw, meta, changes);
  if (message?.type !== 'message') throw new Error('no message was read');
  return message;
}

describe('reading a mail', () => {
  it('tells who wrote what and when', async () => {
    const message = await read(
      'Message-ID: <a@b>\nFrom: =?utf-8?Q?J=C3=BClie?= <Julie.Martin@Example.com>\nTo: support@fernhill.example\nReply-To: other@example.com\nDate: Fri, 20 Nov 2026 10:00:00 +0100\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\n\nHello\n\nOn Fri Fernhill wrote:\n> hi\n',
    );
    expect(message).toMatchObject({
      externalId: 'a@b',
      from: { address: 'julie.martin@example.com', name: 'Jülie' },
      replyTo: { address: 'other@example.com', name: null },
      subject: 'Grüße',
      sentAt: new Date('2026-11-20T09:00:00Z'),
      html: null,
      automated: null,
      sender: 'unproven',
    });
    expect(message.fullText).toContain('> hi');
  });

  it('takes the text of an HTML-only mail out of its HTML', async () => {
    const message = await read(
      'From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n<p>Where is <b>my</b> order?</p>',
    );
    expect(message.text).toBe('Where is my order?');
    expect(message.html).toContain('<b>my</b>');
  });

  it('keeps every part: inline images, files without a name, attached mails, reports', async () => {
    const message = await read(
      [
        'From: a@b.example',
        'Content-Type: multipart/mixed; boundary=m',
        '',
        '--m',
        'Content-Type: multipart/related; boundary=r',
        '',
        '--r',
        'Content-Type: text/html',
        '',
        '<img src="cid:pic@x">',
        '--r',
        'Content-Type: image/png',
        'Content-ID: <pic@x>',
        'Content-Disposition: inline',
        '',
        'PNG',
        '--r--',
        '--m',
        'Content-Type: application/pdf',
        '',
        'PDF',
        '--m',
        'Content-Type: message/rfc822',
        '',
        'From: c@d.example',
        'Subject: inner',
        '',
        'inner text',
        '--m',
        'Content-Type: image/jpeg; name="../../etc/pa\u202ess.jpg"',
        'Content-ID: <unused@x>',
        '',
        'JPG',
        '--m--',
        '',
      ].join('\n'),
    );
    expect(message.files.map(({ filename, contentType, inline }) => [filename, contentType, inline])).toEqual([
      ['attachment-1.png', 'image/png', true],
      ['attachment-2.pdf', 'application/pdf', false],
      ['attachment-3.eml', 'message/rfc822', false],
      ['.._.._etc_pa_ss.jpg', 'image/jpeg', false],
    ]);
    expect(message.html).toContain('cid:pic@x');
    expect((message.files[2]?.content as Buffer).toString()).toContain('inner text');
    expect(message.text).not.toContain('inner text');
  });

  it('gives a mail without an id one made of its content', async () => {
    const raw = 'From: a@b.example\nSubject: hi\n\nHello';
    expect((await read(raw)).externalId).toMatch(/^[0-9a-f]{64}@synthetic\.local$/);
    expect((await read(raw)).externalId).toBe((await read(raw)).externalId);
    expect((await read(`${raw}!`)).externalId).not.toBe((await read(raw)).externalId);
    expect((await read(`Message-ID: <>\n${raw}`)).externalId).toMatch(/@synthetic\.local$/);
  });

  it('leaves out what a database refuses', async () => {
    const message = await read(
      Buffer.from('Message-ID: <a\u0000b@c>\r\nFrom: a@b.example\r\nSubject: x\u0000y\r\n\r\nhe\u0000llo'),
    );
    expect(JSON.stringify(message)).not.toContain('\\u0000');
    expect(message.text).toBe('hello');
  });

  it('says so when only the beginning of a huge mail was kept', async () => {
    expect((await read('From: a@b.example\n\nHello', { truncated: true })).text).toContain('too large');
  });

  it('marks a mail nobody signed as one nobody may answer', async () => {
    expect(await read('Subject: hi\n\nHello')).toMatchObject({
      from: { address: 'unknown@sender.invalid' },
      automated: 'no sender',
    });
    expect((await read('Subject: hi\n\nHello', { mailFrom: 'Anna@Example.com' })).from.address).toBe(
      'anna@example.com',
    );
  });

  it('drops our own mail when it comes back, but not a stranger who copied its id', async () => {
    const id = ownMessageId(sign, { ticketId: newId(), messageId: newId() }, 'fernhill.example');
    expect(await items(`Message-ID: <${id}>\nFrom: support@fernhill.example\n\nHello`)).toEqual([]);
    expect((await read(`Message-ID: <${id}>\nFrom: eve@example.com\n\nHello`)).automated).toBe('own message');
  });
});

describe('finding the thread', () => {
  const ticketId = newId();
  const own = ownMessageId(sign, { ticketId, messageId: newId() }, 'fernhill.example');

  it('believes our own id in In-Reply-To and in References', async () => {
    expect((await read(`From: a@b.example\nIn-Reply-To: <${own}>\n\nx`)).thread.ticketId).toBe(ticketId);
    expect((await read(`From: a@b.example\nReferences: <x@y>\n <${own}> <z@y>\n\nx`)).thread.ticketId).toBe(ticketId);
  });

  it('believes our reply address, wherever the mail was delivered to', async () => {
    const to = replyAddress(sign, 'support@fernhill.example', ticketId) ?? '';
    expect((await read(`From: a@b.example\nTo: Shop <${to}>\n\nx`)).thread.ticketId).toBe(ticketId);
    expect((await read(`From: a@b.example\nX-Original-To: ${to}\n\nx`)).thread.ticketId).toBe(ticketId);
    expect((await read('From: a@b.example\n\nx', { rcptTo: [to] })).thread.ticketId).toBe(ticketId);
  });

  it('lists ids most telling first, at most fifty, and never a blank one', async () => {
    const references = Array.from({ length: 80 }, (_, i) => `<r${i}@x>`).join(' ');
    const { externalIds } = (await read(`From: a@b.example\nIn-Reply-To: <last@x>\nReferences: ${references} <>\n\nx`))
      .thread;
    expect(externalIds).toHaveLength(50);
    expect(externalIds.slice(0, 3)).toEqual(['last@x', 'r79@x', 'r78@x']);
    expect((await read('From: a@b.example\nIn-Reply-To:\nReferences: <>  \n\nx')).thread).toEqual({
      ticketId: null,
      externalIds: [],
    });
  });
});

describe('whether the sender is who he says', () => {
  const mail = (verdicts: string): string => `${verdicts}From: anna@shop.example\n\nHello`;
  const passed = 'Authentication-Results: mx.fernhill.example; spf=pass; dmarc=pass header.from=shop.example\n';

  it.each([
    ['our own server says so', passed, 'proven'],
    ['nobody says so', '', 'unproven'],
    ['another server says so', passed.replace('mx.fernhill', 'mx.evil'), 'unproven'],
    ['our server says no above a forged yes', `${passed.replace('dmarc=pass', 'dmarc=fail')}${passed}`, 'forged'],
    ['it speaks of another domain', passed.replace('header.from=shop', 'header.from=evil'), 'unproven'],
  ])('%s', async (_, verdicts, sure) => {
    expect((await read(mail(verdicts), {}, { authservId: 'mx.fernhill.example' })).sender).toBe(sure);
  });

  it('is never believed unless the name of our own server is known', async () => {
    expect((await read(mail(passed))).sender).toBe('unproven');
  });
});

it('keeps the plain text of an alternative inside an alternative, beside the one around it', async () => {
  const message = await read(
    [
      'From: a@b.example',
      'Content-Type: multipart/alternative; boundary=o',
      '',
      '--o',
      'Content-Type: multipart/alternative; boundary=i',
      '',
      '--i\nContent-Type: text/plain\n\ninner plain',
      '--i\nContent-Type: text/html\n\n<p>inner html</p>',
      '--i--',
      '--o\nContent-Type: text/plain\n\nouter plain',
      '--o--',
      '',
    ].join('\n'),
  );
  const files = message.files.map((file) => (Buffer.isBuffer(file.content) ? file.content.toString() : ''));
  expect([message.text, message.html, ...files].join('|')).toMatch(/inner plain.*inner html.*outer plain/s);
});
