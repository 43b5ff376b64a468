import { createHmac } from 'node:crypto';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Outbound } from '../../port';
import { readBodyMarker } from './body-marker';
import { compose } from './compose';
import { chooseReferences, MAX_REFERENCES_CHARS } from './compose-headers';
import { Headers } from './headers';
import { outgoingSubject } from './subject';
import { textToHtml } from './text-to-html';
import { readThreadIndex } from './thread-index';

const outbound: Outbound = {
  messageId: '01890a5d-ac96-774b-bcce-b302099a8057',
  ticketId: '01890a5d-ac96-774b-bcce-b302099a8001',
  ticketNumber: 17,
  to: { address: 'anna@example.com', name: 'Anna "A" Bergmann' },
  subject: 'Where is my order?',
  text: 'It is on its way.\n\nMaya',
  html: null,
  files: [],
  thread: { inReplyTo: null, references: [] },
  automated: false,
  cc: [],
  template: null,
  choices: [],
  notice: false,
};
const envelope = {
  messageId: 'own@fernhill.example',
  from: { name: 'Fernhill', address: 'support@fernhill.example' },
  replyTo: null,
  date: new Date(0),
  sign: (purpose: string, text: string) => createHmac('sha256', purpose).update(text).digest('hex'),
};

async function composed(given: Partial<Outbound> = {}): Promise<{ headers: Headers; mail: ParsedMail; raw: string }> {
  const all = { ...outbound, ...given };
  const raw = await compose(all, { ...envelope, to: all.to, cc: all.cc });
  return { headers: Headers.of(raw), mail: await simpleParser(raw), raw: raw.toString() };
}

describe('an outgoing mail', () => {
  it('carries text and HTML side by side, from the shop to the customer', async () => {
    const { headers, mail } = await composed();
    expect(headers.first('content-type')).toMatch(/^multipart\/alternative/);
    expect(mail.text).toContain('It is on its way.');
    expect(mail.html).toContain('<p>It is on its way.</p>');
    expect(mail.from?.value).toEqual([{ name: 'Fernhill', address: 'support@fernhill.example' }]);
    expect(mail.to).toMatchObject({ value: [{ name: 'Anna "A" Bergmann', address: 'anna@example.com' }] });
    expect(headers.first('message-id')).toBe('<own@fernhill.example>');
  });

  it('answers the right mail and names its thread', async () => {
    const { headers } = await composed({ thread: { inReplyTo: 'c@x', references: ['a@x', 'b@x', 'c@x'] } });
    expect(headers.first('in-reply-to')).toBe('<c@x>');
    expect(headers.first('references')).toBe('<a@x> <b@x> <c@x>');
    expect(headers.first('subject')).toBe('Re: Where is my order?');
  });

  it('says that a program wrote it, and is still no bulk mail', async () => {
    expect((await composed({ automated: true })).headers.first('auto-submitted')).toBe('auto-generated');
    expect((await composed({ automated: true })).headers.has('precedence')).toBe(false);
    expect((await composed()).headers.has('auto-submitted')).toBe(false);
  });

  it('marks an acknowledgement so that no program answers it, and so that we know it when it comes back', async () => {
    const { headers } = await composed({ notice: true, automated: true });
    expect(headers.first('auto-submitted')).toBe('auto-replied');
    expect(headers.first('x-auto-response-suppress')).toBe('All');
    expect(headers.first('precedence')).toBe('bulk');
    expect(headers.first('x-loop')).toBe('support@fernhill.example');
    expect((await composed({ automated: true })).headers.has('x-loop', 'x-auto-response-suppress')).toBe(false);
  });

  it('keeps one conversation for the whole ticket, in Outlook too', async () => {
    const first = (await composed()).headers;
    const answer = (
      await composed({ messageId: '01890a5d-ac96-774b-bcce-b302099a9999', subject: 'RE: Where is my order?' })
    ).headers;
    expect(first.first('thread-topic')).toBe('Where is my order?');
    expect(answer.first('thread-topic')).toBe('Where is my order?');
    const [one, two] = [first, answer].map((it) => Buffer.from(it.first('thread-index') ?? '', 'base64'));
    expect(one?.subarray(0, 22)).toEqual(two?.subarray(0, 22));
    expect(readThreadIndex(envelope.sign, answer.first('thread-index') ?? '')).toBe(outbound.ticketId);
  });

  it('carries a signed marker in its HTML and not in its text', async () => {
    const { mail } = await composed({ html: '<html><body><p>Hi</p></body></html>' });
    expect(readBodyMarker(envelope.sign, mail.html || '')).toBe(outbound.ticketId);
    expect(mail.text?.trim()).toBe(outbound.text);
  });

  it('goes to those in copy as everybody can see, and blindly to nobody', async () => {
    const cc = [
      { address: 'ben@example.com', name: 'Ben' },
      { address: 'chris@example.com', name: null },
    ];
    const { mail, headers } = await composed({ cc });
    expect(mail.cc).toMatchObject({
      value: [
        { name: 'Ben', address: 'ben@example.com' },
        { name: '', address: 'chris@example.com' },
      ],
    });
    expect(headers.has('bcc')).toBe(false);
  });

  it('shows pictures where its HTML says so, and attaches the other files', async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]);
    const files = [
      { filename: 'my photo.png', contentType: 'image/png', content: picture, url: null },
      {
        filename: 'logo.gif',
        contentType: 'image/gif',
        content: Buffer.from('GIF'),
        url: null,
        contentId: 'logo@shop',
      },
      { filename: 'invoice.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF'), url: null },
    ];
    const html = `<p>Look: <img src="cid:my%20photo.png"> <img src='cid:logo@shop'> <img src="cid:gone"> cid:invoice.pdf</p>`;
    const { mail, raw } = await composed({ html, files });
    expect(raw).toMatch(/multipart\/mixed[\s\S]*multipart\/alternative[\s\S]*multipart\/related/);
    const [photo, logo, invoice] = ['my photo.png', 'logo.gif', 'invoice.pdf'].map((name) =>
      mail.attachments.find((file) => file.filename === name),
    );
    expect(photo).toMatchObject({ related: true, contentDisposition: 'inline', content: picture });
    expect(logo).toMatchObject({ related: true });
    expect(invoice).toMatchObject({ contentDisposition: 'attachment' });
    expect(invoice?.related).not.toBe(true);
    // The parser puts a shown picture in place of its reference: both references were right.
    expect(mail.html).toContain(`src="data:image/png;base64,${picture.toString('base64')}"`);
    expect(mail.html).toContain('src="data:image/gif;base64,');
    expect(mail.html).toContain('cid:gone');
  });

  it('hands an attached mail over byte for byte', async () => {
    const content = Buffer.from('Subject: inner\n\nzeile mit ü und \0\n');
    const file = { filename: 'mail.eml', contentType: 'message/rfc822', content, url: null };
    const { mail } = await composed({ files: [file] });
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]).toMatchObject({ filename: 'mail.eml', content });
  });

  it('cannot be talked into another header by a subject, a name or an id', async () => {
    const evil = 'x\r\nBcc: victim@example.com';
    const { headers, mail } = await composed({
      subject: evil,
      to: { address: 'anna@example.com', name: evil },
      thread: { inReplyTo: evil, references: [evil] },
    });
    expect(headers.has('bcc')).toBe(false);
    expect(mail.bcc).toBeUndefined();
  });

  it('never reads a file or an address that a text names', async () => {
    const file = { filename: 'x.txt', contentType: 'text/plain', content: Buffer.from('/etc/passwd'), url: null };
    expect((await composed({ files: [file], text: 'file:///etc/passwd' })).raw).not.toContain('root:');
  });
});

describe('references', () => {
  it('keep the first and the newest within the limit, the answered one last', () => {
    const many = Array.from({ length: 100 }, (_, i) => `id-${i}-${'x'.repeat(30)}@example.com`);
    const chosen = chooseReferences(many, 'answered@example.com');
    expect(chosen[0]).toBe(many[0]);
    expect(chosen.slice(-2)).toEqual([many[99], 'answered@example.com']);
    expect(chosen.map((id) => `<${id}>`).join(' ').length).toBeLessThanOrEqual(MAX_REFERENCES_CHARS);
  });

  it('keep the answered id however long the first one is', () => {
    const long = `${'x'.repeat(900)}@example.com`;
    const chosen = chooseReferences([long, 'b@x'], 'answered@example.com');
    expect(chosen).toEqual(['b@x', 'answered@example.com']);
  });

  it('name no id that we made up ourselves, nor one that no header can carry', () => {
    expect(chooseReferences(['a b@x', 'é@x', 'a@x'], `${'0'.repeat(64)}@synthetic.local`)).toEqual(['a@x']);
  });

  it('drop blanks and doubles', () => {
    expect(chooseReferences(['', ' ', 'a@x', '<a@x>', 'b@x'], 'a@x')).toEqual(['b@x', 'a@x']);
    expect(chooseReferences([], null)).toEqual([]);
  });
});

describe('a subject', () => {
  it.each([
    ['Order', true, 'Re: Order'],
    ['Re: Order', true, 'Re: Order'],
    ['RE: Re[2]: AW: Order', true, 'Re: Order'],
    ['Order', false, 'Order'],
    ['Recipe: cake', true, 'Re: Recipe: cake'],
    ['回复：订单', true, 'Re: 订单'],
    ['a\r\nb', false, 'a b'],
    ['a   b\u2028c', false, 'a b c'],
    ['=?utf-8?Q?Bcc?=', false, '= ?utf-8?Q?Bcc?='],
    [`${'x'.repeat(399)}👋`, false, 'x'.repeat(399)],
  ])('%j (answer: %s) goes out as %j', (subject, isAnswer, out) =>
    expect(outgoingSubject(subject, isAnswer)).toBe(out),
  );
});

describe('plain text as HTML', () => {
  it('escapes what a customer could have written, and links addresses', () => {
    const html = textToHtml('<script>alert("1")</script> & https://shop.example/a?b=1&c=2.\nnext');
    expect(html).not.toContain('<script>');
    expect(html).toContain(
      '<a href="https://shop.example/a?b=1&amp;c=2">https://shop.example/a?b=1&amp;c=2</a>.<br>next',
    );
  });
});
