import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { sandboxForTest, smtpDoor, until } from '../testing/start';

const ANNA = 'anna.bergmann@example.com';

describe('the mail twin', () => {
  let door: Awaited<ReturnType<typeof smtpDoor>>;
  let box: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => {
    door = await smtpDoor();
    box = await sandboxForTest({ targetSmtp: `127.0.0.1:${door.port}` });
  });
  afterAll(async () => {
    await box.stop();
    await door.stop();
  });
  beforeEach(async () => {
    await box.post('/__control/reset');
    door.mails.length = 0;
  });

  const answer = (mail: Record<string, unknown> = {}, auth?: { user: string; pass: string }) =>
    createTransport({ host: '127.0.0.1', port: box.smtpPort, ignoreTLS: true, auth }).sendMail({
      from: 'Fernhill Support <support@fernhill.example>',
      to: ANNA,
      subject: 'Re: Where is my order?',
      text: 'It is on its way.',
      messageId: '<one@fernhill.example>',
      ...mail,
    });
  const inbox = async (address = ANNA) => (await box.get(`/mail/${address}`)).json;

  it('keeps what Satchel sends, understood and with its headers', async () => {
    await answer({
      inReplyTo: '<q@x>',
      references: ['<p@x>', '<q@x>'],
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    expect(await inbox()).toEqual([
      expect.objectContaining({
        messageId: '<one@fernhill.example>',
        inReplyTo: '<q@x>',
        references: ['<p@x>', '<q@x>'],
        from: { address: 'support@fernhill.example', name: 'Fernhill Support' },
        subject: 'Re: Where is my order?',
        text: 'It is on its way.\n',
        html: null,
        copies: 1,
        headers: expect.objectContaining({ 'auto-submitted': 'auto-generated' }),
      }),
    ]);
  });

  it('shows a double send as two mails', async () => {
    await answer();
    await answer();
    expect((await inbox()).map((mail: any) => mail.copies)).toEqual([2, 2]);
  });

  it('delivers to every recipient, whatever the case of the address', async () => {
    await answer({ to: [ANNA.toUpperCase(), 'b@example.com'] });
    expect(await inbox()).toHaveLength(1);
    expect(await inbox('b@example.com')).toHaveLength(1);
  });

  it('accepts the right password, refuses a wrong one', async () => {
    await answer({}, { user: 'support@fernhill.example', pass: 'sandbox' });
    await expect(answer({}, { user: 'support@fernhill.example', pass: 'wrong' })).rejects.toMatchObject({
      responseCode: 535,
    });
    expect(await inbox()).toHaveLength(1);
  });

  it("carries a customer's mail to the door", async () => {
    const { status, json } = await box.post(`/mail/${ANNA}/send`, {
      from: { name: 'Anna Bergmann' },
      subject: 'Where is my order #1001?',
      text: 'Hello,\nwhere is it?',
      headers: { 'X-Mailer': 'Test' },
      attachments: [
        { filename: 'photo.png', contentType: 'image/png', content: Buffer.from('png').toString('base64') },
      ],
    });
    expect(status).toBe(201);
    expect(json.transport).toEqual({ state: 'delivered', attempts: 1, lastError: null });
    const [mail] = door.mails;
    expect(mail).toMatchObject({ from: ANNA, to: ['support@fernhill.example'] });
    expect(mail?.raw).toContain(`Message-ID: ${json.messageId}`);
    expect(mail?.raw).toContain('From: Anna Bergmann <anna.bergmann@example.com>');
    expect(mail?.raw).toContain('X-Mailer: Test');
    expect(mail?.raw).toContain('filename=photo.png');
    expect(await inbox()).toEqual([]);
    expect((await box.get(`/mail/${ANNA}?folder=sent`)).json).toHaveLength(1);
  });

  it('answers in the thread, with the quote that a mail program makes', async () => {
    await answer({ references: ['<p@x>'], html: '<p>It is <b>on its way</b>.</p>' });
    const [received] = await inbox();
    const { json } = await box.post(`/mail/${ANNA}/send`, { inReplyTo: received.id, text: 'Thanks!' });
    expect(json).toMatchObject({
      subject: 'Re: Where is my order?',
      inReplyTo: '<one@fernhill.example>',
      references: ['<p@x>', '<one@fernhill.example>'],
      to: ['support@fernhill.example'],
    });
    expect(json.text).toMatch(
      /^Thanks!\n\nOn .* Fernhill Support <support@fernhill.example>\s+wrote:\n\n> It is on its way\./,
    );
    expect(json.html).toContain('gmail_quote');
    expect((await box.post(`/mail/${ANNA}/send`, { inReplyTo: 'nothing', text: 'x' })).status).toBe(404);
  });

  it('sends the same mail twice, a forged sender, and raw bytes, when a test wants them', async () => {
    for (let i = 0; i < 2; i++) await box.post(`/mail/${ANNA}/send`, { text: 'twice', messageId: '<same@x>' });
    await box.post('/mail/mallory@example.com/send', { from: { name: 'Anna', address: ANNA }, text: 'It is me' });
    await box.post(`/mail/${ANNA}/send`, { raw: 'From: a@b.c\nMessage-ID: <raw@x>\nSubject: =?broken\n\nbody' });
    expect(
      door.mails.map((mail) => /Message-ID: (\S+)/i.exec(mail.raw)?.[1]).filter((id) => id === '<same@x>'),
    ).toHaveLength(2);
    expect(door.mails[2]?.from).toBe(ANNA);
    expect(door.mails[3]?.raw).toContain('Subject: =?broken');
  });

  it('tries again while the door is shut', async () => {
    const { port } = door;
    await door.stop();
    const { status, json } = await box.post(`/mail/${ANNA}/send`, { text: 'Anybody there?' });
    expect([status, json.transport.state]).toEqual([202, 'waiting']);
    door = await smtpDoor(port);
    await until(() => door.mails.length === 1);
    await until(async () => (await box.get(`/mail/${ANNA}?folder=sent`)).json[0].transport.state === 'delivered');
  });

  it('breaks on demand: busy, refused, down, and gone before the answer', async () => {
    const fails = async (mode: string) => {
      await box.post('/__control/faults', { vendor: 'mail', mode, times: 1 });
      return answer().then(
        () => 'sent',
        (error: { responseCode?: number; code?: string }) => error.responseCode ?? error.code,
      );
    };
    expect(await fails('429')).toBe(451);
    expect(await fails('500')).toBe(550);
    expect(await fails('down')).toBe(421);
    expect(await inbox()).toHaveLength(0);
    expect(['ECONNECTION', 'ESOCKET', 'ECONNRESET']).toContain(await fails('cut'));
    expect(await inbox()).toHaveLength(1);
    await answer();
    expect(await inbox()).toHaveLength(2);
  });

  it('empties a box', async () => {
    await answer();
    await box.call('DELETE', `/mail/${ANNA}`);
    expect(await inbox()).toEqual([]);
  });

  it('speaks SMTP', async () => {
    const socket = connect(box.smtpPort, '127.0.0.1');
    const greeting = await new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(String(chunk))));
    socket.destroy();
    expect(greeting).toMatch(/^220 mx\.sandbox\.example/);
  });
});
