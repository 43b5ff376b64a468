import { ConnectionService } from '@satchel/connectors';
import { type Dovecot, hasDovecot, startDovecot, waitFor } from '@satchel/testing';
import { startWorld, SUPPORT, type World } from './world';

const ANNA = 'anna.bergmann@example.com';
const TRACKING = '1Z999AA10123456784';

/** As the mailbox's own server files it: with its word on the sender on top. */
const mail = (headers: Record<string, string>, text: string): string =>
  [
    'Authentication-Results: mx.fernhill.example; dmarc=pass header.from=example.com',
    ...Object.entries({ From: `Anna Bergmann <${ANNA}>`, To: SUPPORT, Date: new Date().toUTCString(), ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');

(hasDovecot ? describe : describe.skip)('the main job, by IMAP from a real mailbox', () => {
  let world: World;
  let dovecot: Dovecot;

  beforeAll(async () => {
    dovecot = await startDovecot();
    world = await startWorld();
    const connections = world.server.app.get(ConnectionService);
    const [email] = await connections.list(world.ctx, 'channel');
    await connections.update(world.ctx, email?.id ?? '', {
      credentials: {
        imapHost: dovecot.host,
        imapPort: dovecot.port,
        imapSecure: false,
        imapUser: dovecot.user,
        imapPass: dovecot.pass,
        authservId: 'mx.fernhill.example',
      },
    });
  }, 60_000);
  afterAll(async () => {
    await world.stop();
    await dovecot.stop();
  }, 30_000);

  it('answers a fetched mail in its thread, takes the answer into the same ticket, and leaves the mailbox as it was', async () => {
    await dovecot.deliver(
      mail({ Subject: 'Parcel', 'Message-ID': '<imap-1@mail.example.com>' }, 'Where is my order #1001?'),
    );
    const answer = await world.received(ANNA);
    expect(answer).toMatchObject({
      inReplyTo: '<imap-1@mail.example.com>',
      references: ['<imap-1@mail.example.com>'],
      copies: 1,
    });
    expect(answer.text).toContain(TRACKING);

    const ticket = await world.ticketOf(ANNA);
    await dovecot.deliver(
      mail(
        {
          Subject: 'Re: Parcel',
          'Message-ID': '<imap-2@mail.example.com>',
          'In-Reply-To': answer.messageId,
          References: `<imap-1@mail.example.com> ${answer.messageId}`,
        },
        `Thank you!\r\n\r\nOn Friday, Fernhill wrote:\r\n> Your parcel ${TRACKING}`,
      ),
    );
    const followUp = await waitFor(
      async () => (await world.thread(ticket.id)).filter((message) => message.direction === 'inbound')[1],
      { timeoutMs: 20_000, what: 'the answer on the same ticket' },
    );
    expect(followUp.text).toBe('Thank you!');
    // Nobody's unread mail becomes read because a help desk looked at it.
    expect((await dovecot.inboxFiles()).filter((name) => /:2,.*S/.test(name))).toEqual([]);
  }, 60_000);

  it('takes a mail that came by both ways once', async () => {
    const raw = mail(
      { From: 'both@example.com', Subject: 'Both ways', 'Message-ID': '<both@mail.example.com>' },
      'Do you repair tents?',
    );
    await dovecot.deliver(raw);
    await world.write('both@example.com', {
      subject: 'Both ways',
      text: 'Do you repair tents?',
      messageId: '<both@mail.example.com>',
    });
    const ticket = await world.ticketOf('both@example.com');
    await dovecot.deliver(
      mail({ From: 'after@example.com', Subject: 'After', 'Message-ID': '<after@mail.example.com>' }, 'Hello?'),
    );
    await world.ticketOf('after@example.com');
    expect((await world.thread(ticket.id)).filter((message) => message.direction === 'inbound')).toHaveLength(1);
  }, 60_000);
});
