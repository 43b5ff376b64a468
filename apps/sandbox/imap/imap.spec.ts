import { connect } from 'node:net';
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { createTransport } from 'nodemailer';
import { sandboxForTest, smtpDoor, until } from '../testing/start';

const ANNA = 'anna.bergmann@example.com';
const USER = 'support@fernhill.example';

describe('the IMAP twin', () => {
  let door: Awaited<ReturnType<typeof smtpDoor>>;
  let box: Awaited<ReturnType<typeof sandboxForTest>>;
  const clients: ImapFlow[] = [];
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
    await box.post('/__control/imap', { deliver: 'imap' });
    door.mails.length = 0;
  });
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  const open = async (auth: ImapFlowOptions['auth'] = { user: USER, pass: 'sandbox' }) => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: box.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth,
      logger: false,
    });
    clients.push(client);
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const write = (text: string, extra: object = {}) => box.post(`/mail/${ANNA}/send`, { subject: text, text, ...extra });
  const token = async (refresh_token: string, client_secret = 'sandbox-secret') => {
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token,
      client_id: 'sandbox-id',
      client_secret,
    });
    const response = await fetch(`${box.url}/oauth/token`, { method: 'POST', body });
    return { status: response.status, json: (await response.json()) as any };
  };

  it("keeps customers' mails in the inbox instead of bringing them to the door", async () => {
    const { json } = await write('Größe?');
    expect(json.transport.state).toBe('delivered');
    expect(door.mails).toEqual([]);
    const client = await open();
    const inbox = await client.mailboxOpen('INBOX');
    expect(inbox).toMatchObject({ exists: 1, uidNext: 2 });
    const mail = await client.fetchOne(
      '1',
      { uid: true, flags: true, size: true, internalDate: true, envelope: true, source: true },
      { uid: true },
    );
    if (!mail) throw new Error('the mail is missing');
    expect(mail.flags).toEqual(new Set());
    expect(mail.source?.length).toBe(mail.size);
    expect(mail.envelope).toMatchObject({ subject: 'Größe?', messageId: json.messageId, from: [{ address: ANNA }] });
    expect(mail.source?.toString()).toMatch(/^Return-Path: <anna\.bergmann@example\.com>\r\n.*dmarc=pass/s);
    await box.post('/__control/imap', { deliver: 'smtp' });
    await write('To the door');
    expect(door.mails).toHaveLength(1);
    await client.noop();
    expect(client.mailbox && client.mailbox.exists).toBe(1);
  });

  it('finds by number, day and header', async () => {
    for (const text of ['one', 'two', 'three']) await write(text);
    const client = await open();
    await client.mailboxOpen('INBOX');
    const find = (query: object) => client.search(query, { uid: true });
    expect(await find({ uid: '2:*' })).toEqual([2, 3]);
    // The last one is always in "N:*".
    expect(await find({ uid: '9:*' })).toEqual([3]);
    expect(await find({ since: new Date() })).toEqual([1, 2, 3]);
    expect(await find({ since: new Date(Date.now() + 2 * 86_400_000) })).toEqual([]);
    expect(await find({ header: { subject: 'two' } })).toEqual([2]);
    expect(await find({ or: [{ header: { subject: 'one' } }, { uid: '3' }], seen: false })).toEqual([1, 3]);
    const part = await client.fetchOne(
      '1',
      { source: { start: 0, maxLength: 11 }, headers: ['subject'] },
      { uid: true },
    );
    expect(part && part.source?.toString()).toBe('Return-Path');
    expect(part && part.headers?.toString()).toBe('Subject: one\r\n\r\n');
  });

  it('keeps flags, copies, moves and takes mails up', async () => {
    for (const text of ['one', 'two']) await write(text);
    const client = await open();
    await client.mailboxOpen('INBOX');
    await client.messageFlagsAdd('1', ['\\Seen', '$Done'], { uid: true });
    expect(await client.search({ seen: true }, { uid: true })).toEqual([1]);
    await client.messageFlagsRemove('1', ['\\Seen'], { uid: true });
    expect(await client.search({ seen: true }, { uid: true })).toEqual([]);
    const copied = await client.messageCopy('1', 'Junk', { uid: true });
    expect(copied && [...(copied.uidMap ?? [])]).toEqual([[1, 1]]);
    await client.messageMove('1', 'Archive', { uid: true });
    expect(await client.search({ all: true }, { uid: true })).toEqual([2]);
    expect(await client.status('Archive', { messages: true, unseen: true })).toMatchObject({ messages: 1, unseen: 1 });
    const raw = 'From: a@b.c\r\nSubject: kept\r\n\r\nbody with 8 bit: ü\r\n';
    const kept = await client.append('Sent', Buffer.from(raw), ['\\Seen'], new Date('2026-01-02T03:04:05Z'));
    expect(kept && kept.uid).toBe(1);
    expect((await client.list()).map((folder) => [folder.path, folder.specialUse])).toContainEqual(['Sent', '\\Sent']);
    await client.mailboxOpen('Sent', { readOnly: true });
    const back = await client.fetchOne('1', { source: true, internalDate: true, flags: true }, { uid: true });
    expect(back && back.source?.toString()).toBe(raw);
    expect(back && new Date(back.internalDate ?? 0).toISOString()).toBe('2026-01-02T03:04:05.000Z');
    await client.mailboxOpen('INBOX');
    await client.messageDelete('2', { uid: true });
    expect(client.mailbox && client.mailbox.exists).toBe(0);
  });

  it('tells an idling client at once, and gives new numbers after a restore', async () => {
    const client = await open();
    const { uidValidity } = await client.mailboxOpen('INBOX');
    const seen: number[] = [];
    client.on('exists', ({ count }: { count: number }) => seen.push(count));
    const idling = client.idle();
    await write('ping');
    await until(() => seen.includes(1));
    await client.noop();
    await idling;
    await box.post('/__control/imap/renumber');
    await client.mailboxClose();
    expect((await client.mailboxOpen('INBOX')).uidValidity).not.toBe(uidValidity);
  });

  it('lets in by password or fresh token, and nobody else', async () => {
    await expect(open({ user: USER, pass: 'wrong' })).rejects.toMatchObject({ authenticationFailed: true });
    await open({ user: USER, pass: 'sandbox', loginMethod: 'LOGIN' });
    await open({ user: USER, pass: 'sandbox', loginMethod: 'AUTH=PLAIN' });
    const first = await token('sandbox-refresh');
    expect(first.json).toMatchObject({ token_type: 'Bearer', expires_in: 3599 });
    await open({ user: USER, accessToken: first.json.access_token });
    await expect(open({ user: USER, accessToken: 'made-up' })).rejects.toMatchObject({ authenticationFailed: true });

    expect(await token('sandbox-refresh')).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    expect((await token('sandbox-refresh', 'wrong')).json.error).toBe('invalid_client');
    await box.post('/__control/faults', { vendor: 'oauth', mode: 'invalid_grant', times: 1 });
    expect((await token(first.json.refresh_token)).json.error).toBe('invalid_grant');
    const second = await token(first.json.refresh_token);
    expect(second.status).toBe(200);
    await box.post('/__control/faults', { vendor: 'oauth', mode: 'expired', times: 1 });
    await expect(open({ user: USER, accessToken: first.json.access_token })).rejects.toMatchObject({
      authenticationFailed: true,
    });
    await open({ user: USER, accessToken: second.json.access_token });
    await box.post('/__control/tokens/revoke');
    await expect(open({ user: USER, accessToken: second.json.access_token })).rejects.toMatchObject({
      authenticationFailed: true,
    });
  });

  it('takes the same token for sending', async () => {
    const { json } = await token('sandbox-refresh');
    const send = (accessToken: string) =>
      createTransport({
        host: '127.0.0.1',
        port: box.smtpPort,
        ignoreTLS: true,
        auth: { type: 'OAuth2', user: USER, accessToken },
      }).sendMail({ from: USER, to: ANNA, subject: 'Hello', text: 'Hello' });
    await send(json.access_token);
    await expect(send('made-up')).rejects.toMatchObject({ code: 'EAUTH' });
    expect((await box.get(`/mail/${ANNA}`)).json).toHaveLength(1);
  });

  it('answers an odd command and stays', async () => {
    const socket = connect(box.imapPort, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => (heard += String(chunk)));
    const say = async (line: string, want: RegExp) => {
      socket.write(`${line}\r\n`);
      await until(() => want.test(heard));
    };
    await say('a SELECT INBOX', /^a NO/m);
    await say('b LOGIN "support@fernhill.example" {7}', /^\+ /m);
    await say('sandbox', /^b OK/m);
    await say('c FETCH 1 FLAGS', /^c BAD/m);
    await say('d SELECT (INBOX', /^\* BAD|^d BAD/m);
    await say('e LOGOUT', /^\* BYE/m);
    await until(() => socket.destroyed || socket.readableEnded);
  });
});
