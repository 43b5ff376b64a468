import { randomUUID } from 'node:crypto';
import { ConnectionEntity, ConnectionService, Doorway } from '@satchel/connectors';
import type { WidgetConfigBody, WidgetSessionBody } from '@satchel/contracts';
import { DeskModule, ReplyService } from '@satchel/desk';
import { identityEntities, IdentityModule, WorkspaceService } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import { makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import fastifyMultipart from '@fastify/multipart';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { RealtimeModule } from '../realtime.module';
import { LIMITS } from './rate-limits';
import { answer, Browser, makeChat, type Said, SHOP, ticketsOf } from './widget-world.fixture';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe("the widget's REST side", () => {
  let app: TestApp;
  let ctx: Ctx;
  let key: string;
  let url: string;

  beforeAll(async () => {
    app = await testApp({
      imports: [IdentityModule, DeskModule, RealtimeModule],
      entities: [...identityEntities, ConnectionEntity],
      runJobs: true,
      // A drain that waits for its turn holds a connection: there must be more of them than jobs at a time.
      config: { databasePool: 12 },
      before: (nest) => {
        nest.useWebSocketAdapter(new IoAdapter(nest));
        void nest.register(fastifyMultipart, { limits: { fileSize: 25 * 1024 * 1024, files: 1 } });
      },
    });
    await app.app.listen(0, '127.0.0.1');
    url = await app.app.getUrl();
    ctx = (await makeWorkspace(app.db, { role: 'owner' })).ctx;
    key = await makeChat(app.app, ctx);
  });
  afterAll(() => app.close());

  const browser = (of = key, origin: string | null = SHOP): Browser => new Browser(url, of, origin);
  const visitor = async (of = key): Promise<Browser> => {
    const one = browser(of);
    await one.open();
    return one;
  };
  /** A visitor whose message is on a ticket. */
  const talking = async () => {
    const text = `Hello ${randomUUID()}`;
    const one = await visitor();
    await one.say(text);
    const [ticket] = await waitFor(async () => {
      const found = await ticketsOf(ctx, text);
      return found.length > 0 && found;
    });
    if (!ticket) throw new Error('no ticket');
    return { browser: one, ticket, text };
  };
  const texts = async (of: Browser): Promise<string[]> => (await of.read()).messages.map(({ text }) => text);

  describe('its door', () => {
    it('tells what the widget needs before anybody spoke', async () => {
      await app.app.get(WorkspaceService).updateSettings(ctx, { ai: { mode: 'auto' } });
      const { status, body, headers } = await browser().call<WidgetConfigBody>('GET', '/config');
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('public, max-age=60');
      expect(body).toEqual({
        workspaceName: 'Fernhill Outfitters',
        color: '#1f6feb',
        position: 'right',
        greeting: null,
        preChat: { name: 'optional', email: 'optional', consent: null },
        online: true,
        identityRequired: false,
        answersByAi: true,
        files: { maxBytes: 10 * 1024 * 1024, maxFiles: 5 },
        maxChars: 10_000,
      });
    });

    it('opens for the sites on the list, and asks no cookie of anybody', async () => {
      const narrow = await makeChat(app.app, ctx, { allowedOrigins: `${SHOP}, https://*.shop.example` });
      const friend = await browser(narrow).call('GET', '/config');
      expect(friend.headers.get('access-control-allow-origin')).toBe(SHOP);
      expect(friend.headers.get('access-control-allow-credentials')).toBeNull();
      expect(friend.headers.get('vary')).toContain('Origin');
      const stranger = await browser(narrow, 'https://evil.example').call('POST', '/session', {});
      expect([stranger.status, stranger.body.code]).toEqual([403, 'origin_not_allowed']);
      expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
    });

    it('answers the question that a browser asks first', async () => {
      const asked = { 'access-control-request-method': 'DELETE', 'access-control-request-headers': 'authorization' };
      const { status, headers } = await browser().call('OPTIONS', '/session', undefined, asked);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(SHOP);
      expect(headers.get('access-control-allow-methods')).toContain('DELETE');
      expect(headers.get('access-control-allow-headers')).toContain('authorization');
    });

    it('is shut where there is no chat, or it is switched off, or the key is of something else', async () => {
      const off = await makeChat(app.app, ctx);
      await app.app.get(ConnectionService).update(ctx, off, { enabled: false });
      const mail = await app.app.get(ConnectionService).create(ctx, {
        connectorId: 'email',
        label: 'Mail',
        address: 'door@fernhill.example',
        credentials: { smtpHost: '127.0.0.1', smtpPort: 25 },
      });
      for (const wrong of [off, mail.id, randomUUID(), 'nonsense'])
        expect((await browser(wrong).call('GET', '/config')).status).toBe(404);
    });
  });

  describe('a session', () => {
    it('is found again by its token, which the database does not know', async () => {
      const one = browser();
      const { token } = await one.open({ locale: 'de', page: { url: 'https://shop.example/a', title: 'A' } });
      expect(token).toMatch(/^[\w-]{43}$/);
      expect((await one.open()).token).toBe(token);
      const rows = await ctx.query('select s::text as row from widget_session s where workspace_id = $1', [
        ctx.workspaceId,
      ]);
      expect(JSON.stringify(rows)).not.toContain(token);
    });

    it('begins on whatever page, in whatever language, whatever its name', async () => {
      const page = { url: `https://shop.example/?q=${'x'.repeat(9_000)}`, title: 'A\u0000B \ud83d' };
      const one = browser();
      await one.open({ locale: 'pt-BR', page });
      const said = await one.say('Hi', { page, visitor: { name: 'Zoë\u0000 \ud83d' } });
      expect(said.status).toBe(202);
      expect((await one.open()).visitor.name).toBe('Zoë  \ufffd');
    });

    it('begins anew for a token that nobody gave out, or of another chat', async () => {
      const one = await visitor();
      const other = browser(await makeChat(app.app, ctx));
      other.token = one.token;
      expect((await other.call('GET', '/messages')).status).toBe(401);
      expect((await other.open()).token).not.toBe(one.token);
      const odd = browser();
      odd.token = 'A'.repeat(43);
      expect((await odd.open()).token).not.toBe('A'.repeat(43));
    });

    it('ends when the visitor signs out of the shop', async () => {
      const one = await visitor();
      expect((await one.call('DELETE', '/session')).status).toBe(204);
      const after = await one.call('GET', '/messages');
      expect([after.status, after.body.code]).toEqual([401, 'unknown_session']);
    });
  });

  describe('a message', () => {
    it('is stored as it came before it is accepted, and is one however often it is sent', async () => {
      const one = await visitor();
      const said = { clientId: randomUUID(), text: `Once ${randomUUID()}` };
      const [first] = await Promise.all([one.call('POST', '/messages', said)]);
      const raw = await ctx.query<{ raw: Buffer }>(
        `select raw from inbound_envelope where workspace_id = $1 and external_id like '%' || $2`,
        [ctx.workspaceId, said.clientId],
      );
      expect([first.status, first.body]).toEqual([202, { clientId: said.clientId, accepted: true }]);
      expect(JSON.parse(raw[0]?.raw.toString() ?? '')).toMatchObject(said);
      const again = await Promise.all(Array.from({ length: 9 }, () => one.call('POST', '/messages', said)));
      expect(again.map(({ status }) => status)).toEqual(Array<number>(9).fill(202));
      const { messages } = await waitFor(async () => {
        const body = await one.read();
        return body.messages.length > 0 && body;
      });
      expect(messages).toMatchObject([{ clientId: said.clientId, from: 'visitor', text: said.text, authorName: null }]);
      await one.say('the next');
      await waitFor(async () => (await one.read()).messages.length > 1);
      expect(await texts(one)).toEqual([said.text, 'the next']);
    });

    it('is not accepted when it cannot be stored', async () => {
      const one = await visitor();
      const broken = jest.spyOn(app.app.get(Doorway), 'accept').mockRejectedValueOnce(new Error('the disk is full'));
      expect((await one.say('Hello')).status).toBe(500);
      broken.mockRestore();
    });

    it.each([
      ['nothing at all', { text: '   ' }],
      ['more than fits', { text: 'x'.repeat(10_001) }],
      ['a strange id', { text: 'Hi', clientId: 'a b' }],
      ['a file that is none', { text: 'Hi', files: ['nope'] }],
      ['more than we asked for', { text: 'Hi', ticketId: randomUUID() }],
    ])('is refused with %s', async (_, said) => {
      const one = await visitor();
      const { status } = await one.call('POST', '/messages', { clientId: randomUUID(), ...said });
      expect([400, 422]).toContain(status);
    });

    it('is answered by first name, and read only once it was seen', async () => {
      const { browser: one, ticket } = await talking();
      const { cursor } = await one.read();
      const id = await answer(app.app, ctx, ticket.id, 'It is on its way.');
      const news = await waitFor(async () => {
        const body = await one.read(cursor);
        return body.messages.length > 0 && body;
      });
      expect(news).toMatchObject({ unread: 1, messages: [{ id, from: 'person', authorName: 'Maya', readAt: null }] });
      const status = async () =>
        (await ctx.query('select delivery_status as s from message where id = $1', [id]))[0]?.['s'];
      await waitFor(async () => (await one.read()) && (await status()) === 'delivered', { what: 'the delivery' });
      expect((await one.call('POST', '/seen', { messageId: id })).status).toBe(204);
      expect(await status()).toBe('read');
      const { messages, unread } = await one.read();
      expect(unread).toBe(0);
      expect(messages.at(-1)?.readAt).not.toBeNull();
    });
  });

  describe('a file', () => {
    it('goes with its message, and is fetched by an address that ends', async () => {
      const one = await visitor();
      const up = await one.upload('zip.png', PNG);
      expect([up.status, up.body.filename, up.body.size]).toEqual([201, 'zip.png', PNG.length]);
      await one.say('See photo', { files: [up.body.id] });
      const [message] = await waitFor(async () => {
        const { messages } = await one.read();
        return messages.length > 0 && messages;
      });
      const [file] = message?.attachments ?? [];
      expect(file?.id).toBe(up.body.id);
      const nobody = browser(key, null);
      const fetched = await nobody.call('GET', file?.url ?? '');
      expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(fetched.headers.get('content-security-policy')).toContain("default-src 'none'");
      app.clock.advance(6 * 60_000);
      expect((await nobody.call('GET', file?.url ?? '')).status).toBe(410);
    });

    it('is refused when it is too large', async () => {
      const one = await visitor();
      expect((await one.upload('big.png', Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
    });
  });

  describe('what is not a visitor’s own', () => {
    it('is out of reach: messages, files, other chats, and what colleagues say among themselves', async () => {
      const [anna, eve] = [await talking(), await talking()];
      const replies = app.app.get(ReplyService);
      const author = { kind: 'person' as const, id: ctx.actor.id, name: 'Maya' };
      await replies.note(ctx, { ticketId: anna.ticket.id, text: 'A difficult one.', author });
      const mail = await app.app.get(ConnectionService).create(ctx, {
        connectorId: 'email',
        label: 'Mail',
        address: `m-${randomUUID()}@fernhill.example`,
        credentials: { smtpHost: '127.0.0.1', smtpPort: 1 },
      });
      await ctx.query(
        `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, connection_id, address, created_at)
         values (gen_random_uuid(), $1, $2, 'outbound', 'reply', 'person', 'Maya', 'By mail only', $3, 'anna@example.com', now()),
                (gen_random_uuid(), $1, $2, 'outbound', 'reply', 'person', 'Maya', 'To somebody else on this chat', $4, $5, now()),
                (gen_random_uuid(), $1, $2, 'internal', 'event', 'system', 'Satchel', 'An event', $4, $6, now())`,
        [ctx.workspaceId, anna.ticket.id, mail.id, key, randomUUID(), anna.ticket.address],
      );
      const id = await answer(app.app, ctx, anna.ticket.id, 'For Anna');
      await waitFor(async () => (await texts(anna.browser)).includes('For Anna'));
      expect(await texts(anna.browser)).toEqual([anna.text, 'For Anna']);
      expect(await texts(eve.browser)).toEqual([eve.text]);

      // Eve says that she has seen what was said to Anna.
      await eve.browser.call('POST', '/seen', { messageId: id });
      expect((await anna.browser.read()).unread).toBe(1);
      // Eve sends Anna's upload as her own.
      const up = await anna.browser.upload('private.png', PNG);
      const stolen = await eve.browser.say('Mine now', { files: [up.body.id] });
      expect([stolen.status, (stolen.body as Said).code]).toEqual([422, 'bad_attachment']);
      // Eve bends the address of a file: another one, another chat.
      const own = await eve.browser.upload('own.png', PNG);
      const bent = own.body.url.replace(own.body.id, up.body.id);
      expect((await eve.browser.call('GET', bent)).status).toBe(403);
      // Anna's token at the door of another workspace.
      const stranger = (await makeWorkspace(app.db, { role: 'owner' })).ctx;
      const theirs = await makeChat(app.app, stranger);
      const elsewhere = browser(theirs);
      elsewhere.token = anna.browser.token;
      expect((await elsewhere.call('GET', '/messages')).status).toBe(401);
      expect((await elsewhere.say('Hello')).status).toBe(401);
      expect((await elsewhere.upload('x.png', PNG)).status).toBe(401);
      expect((await elsewhere.open()).messages).toEqual([]);
    });

    it.each([
      ['GET', '/messages'],
      ['POST', '/messages'],
      ['POST', '/seen'],
      ['POST', '/files'],
      ['DELETE', '/session'],
    ])('needs a session: %s %s', async (method, path) => {
      const body = { '/messages': { clientId: randomUUID(), text: 'Hi' }, '/seen': { messageId: randomUUID() } }[path];
      const answered = await browser().call(method, path, method === 'POST' ? body : undefined);
      expect(answered.status).toBe(401);
    });
  });

  it('ends at its limits, and says in words and in a header when it goes on', async () => {
    const one = browser();
    const open = () => one.call<WidgetSessionBody & Said>('POST', '/session', {});
    for (let n = 0; n < LIMITS.sessionsOfIp.most; n++) expect((await open()).status).toBe(200);
    const { status, body, headers } = await open();
    expect([status, body.code]).toEqual([429, 'rate_limited']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(headers.get('content-type')).toContain('application/problem+json');

    const busy = await visitor();
    const answers = await Promise.all(
      Array.from({ length: LIMITS.messagesOfSession.most + 1 }, () => busy.say('again')),
    );
    expect(answers.filter((it) => it.status === 429)).toHaveLength(1);
  });
});
