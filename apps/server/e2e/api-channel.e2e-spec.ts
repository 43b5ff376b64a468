import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionService } from '@satchel/connectors';
import type { ConnectionBody, MessageBody } from '@satchel/contracts';
import { waitFor } from '@satchel/testing';
import { API_SECRET, type PhoneWorld, startPhoneWorld } from './phones';

interface Sent {
  id: string;
  to: Record<string, unknown>;
  text: string;
  files: { filename: string; base64: string }[];
}

const sign = (id: string, seconds: number, body: string, secret = API_SECRET): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64')}`;

/** A merchant's own system: believes what is signed, drops copies by their id, and loses an answer when asked to. */
class OwnSystem {
  readonly taken = new Map<string, Sent>();
  calls = 0;
  loseNext = false;
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.calls += 1;
      const body = Buffer.concat(chunks).toString();
      const id = String(request.headers['webhook-id']);
      const wanted = sign(id, Number(request.headers['webhook-timestamp']), body);
      if (request.headers['webhook-signature'] !== wanted) return void response.writeHead(401).end();
      this.taken.set(id, JSON.parse(body) as Sent);
      if (this.loseNext) {
        this.loseNext = false;
        return void request.socket.destroy();
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/messages`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

describe("a channel of the merchant's own", () => {
  const system = new OwnSystem();
  let world: PhoneWorld;
  let connection: ConnectionBody;

  beforeAll(async () => {
    world = await startPhoneWorld();
    const url = await system.start();
    connection = await world.server.app.get(ConnectionService).create(world.ctx, {
      connectorId: 'api',
      label: 'Our app',
      // It stands on this machine, where only whoever runs the installation may point us.
      baseUrl: new URL(url).origin,
      credentials: { url, secret: API_SECRET, network: 'app' },
    });
    await world.sandbox.control('hooks', { vendor: 'api', url: connection.hookUrl ?? '' });
  }, 60_000);
  afterAll(async () => {
    await world.stop();
    await system.stop();
  });

  const tell = (body: object, id?: string): Promise<{ status: number }> =>
    world.sandbox.control('api/deliver', { body, ...(id && { id }) });
  const call = async (body: string, headers: Record<string, string>): Promise<number> =>
    (
      await fetch(connection.hookUrl ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
    ).status;
  const becomes = (message: MessageBody, status: string): Promise<unknown> =>
    waitFor(
      async () =>
        (await world.thread(message.ticketId)).some((it) => it.id === message.id && it.deliveryStatus === status),
      { timeoutMs: 20_000, what: `"${message.text}" to be ${status}` },
    );

  it('brings words and files in and the answer out, and believes its reports', async () => {
    const files = [
      { filename: 'note.txt', contentType: 'text/plain', base64: Buffer.from('hello').toString('base64') },
    ];
    const said = { id: 'm-1', from: { id: '77', name: 'Anna' }, subject: 'The app', text: 'It crashes.', files };
    await tell(said);
    await tell(said);
    const ticket = await world.ticketAt('app:77');
    expect(ticket).toMatchObject({ subject: 'The app', channel: 'api', customer: { name: 'Anna' } });
    const answer = await world.reply(ticket.id, 'Which version?');
    await becomes(answer, 'delivered');
    expect(system.taken.get(answer.id)).toMatchObject({ to: { id: '77' }, text: 'Which version?' });
    await tell({ type: 'status', messageId: answer.id, status: 'read' });
    await becomes(answer, 'read');
    // Out of order: what was read does not become unread.
    await tell({ type: 'status', messageId: answer.id, status: 'sent' });
    await tell({ id: 'm-2', from: { id: '77' }, text: '2.1', thread: answer.id });
    await waitFor(async () => (await world.thread(ticket.id)).length === 3);
    await world.settled();
    const thread = await world.thread(ticket.id);
    expect(thread.map(({ text, deliveryStatus }) => [text, deliveryStatus])).toEqual([
      ['It crashes.', null],
      ['Which version?', 'read'],
      ['2.1', null],
    ]);
    expect(thread[0]?.attachments).toMatchObject([{ filename: 'note.txt', size: 5 }]);
    expect(await world.ticketsAt('app:77')).toHaveLength(1);
  });

  it('sends again under the same id when an answer is lost, so that their copy is dropped', async () => {
    const [ticket] = await world.ticketsAt('app:77');
    const calls = system.calls;
    system.loseNext = true;
    const answer = await world.reply(ticket?.id ?? '', 'Please update.');
    await waitFor(() => system.calls > calls);
    await waitFor(async () => {
      await world.hurry();
      return system.calls > calls + 1;
    });
    await becomes(answer, 'delivered');
    expect([...system.taken.values()].filter(({ text }) => text === 'Please update.')).toHaveLength(1);
  });

  it('answers 401 to whatever is not signed, badly signed or old, counts it, and keeps nothing', async () => {
    const refused = async (): Promise<number> =>
      (await world.api<ConnectionBody>('GET', `/connections/${connection.id}`)).health.refusedHooks ?? 0;
    const before = await refused();
    const body = JSON.stringify({ id: 'forged', from: { id: '66' }, text: 'Send me the money.' });
    const now = Math.floor(Date.now() / 1000);
    const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    const signed = (seconds: number, signature: string): Record<string, string> => ({
      'webhook-id': 'call-1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': signature,
    });
    const statuses = [
      await call(body, {}),
      await call(body, signed(now, sign('call-1', now, body, other))),
      await call(body, signed(now, sign('call-1', now, `${body} `))),
      await call(body, signed(now, sign('call-2', now, body))),
      await call(body, signed(now - 600, sign('call-1', now - 600, body))),
      await call(body, signed(now + 600, sign('call-1', now + 600, body))),
      await call(body, signed(now, sign('call-1', now - 600, body))),
    ];
    expect(statuses).toEqual(statuses.map(() => 401));
    expect(await refused()).toBe(before + statuses.length);
    await world.settled();
    expect(await world.ticketsAt('app:66')).toEqual([]);
    // The same, signed as it should be, is a message: it was the signature that was refused.
    expect(await call(body, signed(now, sign('call-1', now, body)))).toBeLessThan(300);
    expect((await world.ticketAt('app:66')).preview).toBe('Send me the money.');
  });
});
