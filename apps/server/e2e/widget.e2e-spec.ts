import { randomUUID } from 'node:crypto';
import { ConnectionService } from '@satchel/connectors';
import type {
  MessageBody,
  Page,
  TicketBody,
  WidgetFileBody,
  WidgetMessagesBody,
  WidgetSendRequest,
  WidgetSessionBody,
} from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { Client } from 'pg';
import { io, type Socket } from 'socket.io-client';
import { startWorld, type World } from './world';

const SHOP = 'https://fernhill.example';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a live chat, from the page of a shop to the desk and back', () => {
  let world: World;
  let key: string;
  const open: Socket[] = [];

  beforeAll(async () => {
    world = await startWorld({ aiMode: 'off' });
    const chat = await world.server.app
      .get(ConnectionService)
      .create(world.ctx, { connectorId: 'chat', label: 'Chat', credentials: { allowedOrigins: SHOP } });
    key = chat.id;
  }, 60_000);
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(() => world.stop());

  const widget = async <T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${world.server.url}/api/widget/${key}${path}`, {
      method,
      headers: {
        origin: SHOP,
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      },
      body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe(SHOP);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const session = (): Promise<WidgetSessionBody> => widget('POST', '/session', null, { locale: 'en' });
  const say = (token: string, text: string, more: Partial<WidgetSendRequest> = {}): Promise<unknown> =>
    widget('POST', '/messages', token, { clientId: randomUUID(), text, ...more });
  const line = (token: string): { socket: Socket; texts: string[] } => {
    const socket = io(`${world.server.url}/widget`, {
      transports: ['polling', 'websocket'],
      extraHeaders: { origin: SHOP },
      auth: { key, token, after: null },
      forceNew: true,
    });
    open.push(socket);
    const texts: string[] = [];
    socket.on('messages', ({ messages }: WidgetMessagesBody) => texts.push(...messages.map(({ text }) => text)));
    return { socket, texts };
  };
  const ticketWith = (text: string): Promise<TicketBody> =>
    waitFor(
      async () => (await world.api<Page<TicketBody>>('GET', '/tickets')).data.find(({ preview }) => preview === text),
      { what: `a ticket that says "${text}"` },
    );
  const answer = (ticketId: string, text: string): Promise<MessageBody> =>
    world.api('POST', `/tickets/${ticketId}/messages`, { kind: 'reply', text });

  it('brings words and files in, and the answer out at once', async () => {
    const { token } = await session();
    const { texts } = line(token);
    const form = new FormData();
    form.append('file', new Blob([PNG], { type: 'image/png' }), 'zip.png');
    const file = await widget<WidgetFileBody>('POST', '/files', token, form);
    await say(token, 'The zip of my coat is broken.', { files: [file.id], visitor: { name: 'Anna' } });
    const ticket = await ticketWith('The zip of my coat is broken.');
    expect(ticket).toMatchObject({
      channel: 'chat',
      subject: 'The zip of my coat is broken.',
      customer: { name: 'Anna' },
    });
    expect((await world.thread(ticket.id))[0]?.attachments).toMatchObject([{ id: file.id, filename: 'zip.png' }]);
    await answer(ticket.id, 'We send you a new one.');
    await waitFor(() => texts.includes('We send you a new one.'));
    await say(token, 'Thank you!');
    await waitFor(() => texts.includes('Thank you!'));
    expect(texts).toEqual(['The zip of my coat is broken.', 'We send you a new one.', 'Thank you!']);
    expect((await world.thread(ticket.id)).map(({ text }) => text)).toEqual(texts);
  });

  it('goes on by mail when the visitor is gone, and takes their answer into the same ticket', async () => {
    const email = 'gone@example.com';
    const { token } = await session();
    await say(token, 'Do you ship to Norway?', { visitor: { email } });
    const ticket = await ticketWith('Do you ship to Norway?');
    await answer(ticket.id, 'Yes, within five days.');
    await minutesLater(6);
    const mail = await world.received(email);
    expect(mail.text).toContain('Yes, within five days.');
    expect(mail.text).not.toContain('Norway');
    expect(mail.references).toEqual([]);
    await world.write(email, { inReplyTo: mail.id, text: 'Great, I order then.' });
    await waitFor(async () => (await world.thread(ticket.id)).some(({ text }) => text === 'Great, I order then.'), {
      timeoutMs: 20_000,
      what: 'the answer by mail on the ticket of the chat',
    });
    expect((await widget<WidgetMessagesBody>('GET', '/messages', token)).messages.map(({ text }) => text)).toEqual([
      'Do you ship to Norway?',
      'Yes, within five days.',
    ]);
  });

  /** Once the look is asked for, makes everything that much older, and the look due. */
  async function minutesLater(minutes: number): Promise<void> {
    const client = new Client({ connectionString: world.config.databaseUrl ?? undefined });
    await client.connect();
    try {
      const jobs = `graphile_worker._private_jobs where key like 'widget.continue:%'`;
      await waitFor(async () => (await client.query(`select 1 from ${jobs}`)).rowCount === 1, { what: 'the look' });
      await client.query('update message set created_at = created_at - make_interval(mins => $1)', [minutes]);
      await client.query('update widget_session set last_seen_at = last_seen_at - make_interval(mins => $1)', [
        minutes,
      ]);
      await client.query(`update graphile_worker._private_jobs set run_at = now() where key like 'widget.continue:%'`);
      await client.query(`select pg_notify('jobs:insert', '{"count":1}')`);
    } finally {
      await client.end();
    }
  }
});
