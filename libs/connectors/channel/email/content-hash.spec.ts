import { contentHash } from './content-hash';

const mail = (head: string, body: string): Buffer => Buffer.from(`${head}\r\n\r\n${body}`);

describe('what a mail says, as a hash', () => {
  const plain = contentHash(mail('Message-ID: <a@b>', 'Hello\r\nthere\r\n'));

  it('does not change with the lines that each way adds', () => {
    expect(contentHash(mail('Received: from x\r\nReceived: from y\r\nMessage-ID: <a@b>', 'Hello\r\nthere\r\n'))).toBe(
      plain,
    );
  });

  it('does not change with the ends of lines or of the mail', () => {
    expect(contentHash(Buffer.from('Message-ID: <a@b>\n\nHello\nthere'))).toBe(plain);
    expect(contentHash(mail('Message-ID: <a@b>', 'Hello\r\nthere\r\n\r\n'))).toBe(plain);
  });

  it('changes with a word', () => {
    expect(contentHash(mail('Message-ID: <a@b>', 'Hello\r\nThere\r\n'))).not.toBe(plain);
  });

  it('takes anything', () => {
    for (const odd of ['', '\r\n', '\r\n\r\n', 'no header'])
      expect(contentHash(Buffer.from(odd))).toMatch(/^[0-9a-f]{64}$/);
  });
});
