import { simpleParser, type ParsedMail } from 'mailparser';
import type { Outbound } from '../../port';
import { chooseReferences, compose, MAX_REFERENCES_CHARS } from './compose';
import { Headers } from './headers';
import { outgoingSubject } from './subject';
import { textToHtml } from './text-to-html';

const outbound: Outbound = {
  messageId: 'm',
  ticketId: 't',
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
};

async function composed(given: Partial<Outbound> = {}): Promise<{ headers: Headers; mail: ParsedMail; raw: string }> {
  const raw = await compose({ ...outbound, ...given }, envelope);
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
