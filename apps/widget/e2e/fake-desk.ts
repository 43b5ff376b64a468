import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket as NetSocket } from 'node:net';
import { join } from 'node:path';
import { Server as SocketServer } from 'socket.io';
import type {
  WidgetConfigBody,
  WidgetFileBody,
  WidgetMessageBody,
  WidgetSendRequest,
  WidgetSessionBody,
} from '@satchel/contracts';
import { readUpload } from './read-upload';

const WIDGET = join(__dirname, '../../../dist/widget');
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
};

interface Visitor {
  who: WidgetSessionBody['visitor'];
  loyalty: WidgetSessionBody['loyalty'];
  messages: WidgetMessageBody[];
  log: WidgetMessageBody[];
}

const CONFIG: WidgetConfigBody = {
  workspaceName: 'Alpine Outfitters',
  color: '#14695f',
  position: 'right',
  greeting: null,
  preChat: { name: 'off', email: 'off', consent: null },
  online: true,
  identityRequired: false,
  answersByAi: false,
  files: { maxBytes: 1_000_000, maxFiles: 3 },
  maxChars: 10_000,
};

/** A desk for one connection, small but real: it keeps sessions and messages, over HTTP and Socket.IO, on loopback. */
export class FakeDesk {
  config: WidgetConfigBody = { ...CONFIG };
  /** Every path that was asked for. */
  readonly asked: string[] = [];
  readonly sessions = new Map<string, Visitor>();
  /** The visitors that a signed token names. */
  readonly known = new Map<string, Pick<Visitor, 'who' | 'loyalty'>>();
  /** What was posted, each time it came. */
  readonly posted: WidgetSendRequest[] = [];
  readonly seen: string[] = [];
  /** Takes the message and dies before it says so. */
  swallowAnswers = false;
  socketsBlocked = false;
  uploadMs = 0;
  private readonly files = new Map<string, { body: Buffer; type: string }>();
  private server: Server | null = null;
  private io: SocketServer | null = null;
  private readonly open = new Set<NetSocket>();
  private port = 0;
  private clock = Date.now();

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<this> {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.on('connection', (socket) => {
      this.open.add(socket);
      socket.on('close', () => this.open.delete(socket));
    });
    // First in the row, so that a blocked upgrade never reaches Socket.IO.
    this.server.on('upgrade', (_request, socket) => void (this.socketsBlocked && socket.destroy()));
    this.io = new SocketServer(this.server, { cors: { origin: '*' }, serveClient: false });
    this.io.of('/widget').use((socket, next) => {
      const { token } = socket.handshake.auth as { token?: string };
      next(this.sessions.has(token ?? '') ? undefined : new Error('unknown_session'));
    });
    this.io.of('/widget').on('connection', (socket) => {
      const { token, after } = socket.handshake.auth as { token: string; after: string | null };
      const visitor = this.sessions.get(token)!;
      void socket.join(token);
      socket.emit('messages', this.since(visitor, after));
      socket.on('send', (body: WidgetSendRequest, done: (answer: unknown) => void) => {
        this.take(token, body);
        if (this.swallowAnswers) socket.disconnect(true);
        else done({ clientId: body.clientId, accepted: true });
      });
      socket.on('seen', ({ messageId }: { messageId: string }) => this.seen.push(messageId));
    });
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  /** As a server that is restarted: every line is cut, what was stored is kept. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    await this.io?.close();
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  reset(): void {
    this.config = { ...CONFIG };
    this.sessions.clear();
    this.asked.length = this.posted.length = this.seen.length = 0;
    this.swallowAnswers = this.socketsBlocked = false;
    this.uploadMs = 0;
  }

  say(text: string, more: Partial<WidgetMessageBody> = {}): void {
    for (const token of this.sessions.keys()) this.add(token, { from: 'person', authorName: 'Anna', text, ...more });
  }

  /** To everybody who is connected, once somebody is. */
  async tell(event: 'typing' | 'seen' | 'online', body: object): Promise<void> {
    const all = this.io!.of('/widget');
    for (let tries = 0; all.sockets.size === 0; tries++) {
      if (tries > 200) throw new Error('nobody connected');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    all.emit(event, body);
  }

  keep(filename: string, contentType: string, body: Buffer): WidgetFileBody {
    const id = randomBytes(8).toString('hex');
    this.files.set(id, { body, type: contentType });
    return { id, filename, contentType, size: body.length, url: `${this.url}/files/${id}` };
  }

  private add(token: string, message: Partial<WidgetMessageBody>): void {
    const visitor = this.sessions.get(token)!;
    this.clock = Math.max(Date.now(), this.clock + 1);
    const whole: WidgetMessageBody = {
      id: randomBytes(8).toString('hex'),
      clientId: null,
      from: 'visitor',
      authorName: null,
      text: '',
      attachments: [],
      choices: [],
      createdAt: new Date(this.clock).toISOString(),
      readAt: null,
      ...message,
    };
    const after = String(visitor.messages.length);
    visitor.messages.push(whole);
    this.io?.of('/widget').to(token).emit('messages', this.since(visitor, after));
  }

  private take(token: string, body: WidgetSendRequest): void {
    this.posted.push(body);
    const visitor = this.sessions.get(token)!;
    if (visitor.messages.some(({ clientId }) => clientId === body.clientId)) return;
    const attachments = (body.files ?? []).map((id) => ({
      id,
      filename: 'photo.png',
      contentType: this.files.get(id)!.type,
      size: this.files.get(id)!.body.length,
      url: `${this.url}/files/${id}`,
    }));
    this.add(token, { clientId: body.clientId, text: body.text, attachments });
  }

  private since({ messages }: Visitor, after: string | null) {
    return { messages: messages.slice(Number(after ?? 0)), cursor: String(messages.length), unread: 0 };
  }

  private session(body: { token?: string; identity?: string }): WidgetSessionBody {
    const kept = body.token && this.sessions.get(body.token);
    const sub = body.identity && JSON.parse(Buffer.from(body.identity.split('.')[1]!, 'base64url').toString()).sub;
    const known = sub ? this.known.get(sub) : undefined;
    const visitor: Visitor = kept || {
      who: { name: null, email: null, verified: false },
      loyalty: null,
      messages: [],
      log: [],
    };
    let token = kept ? body.token! : randomBytes(16).toString('hex');
    if (known && visitor.who !== known.who) {
      Object.assign(visitor, known);
      if (kept) this.sessions.delete(token);
      token = randomBytes(16).toString('hex');
    }
    this.sessions.set(token, visitor);
    return { token, visitor: visitor.who, loyalty: visitor.loyalty, ...this.since(visitor, null) };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.url);
    if (url.pathname.startsWith('/socket.io')) return;
    this.asked.push(`${request.method} ${url.pathname}`);
    const json = (status: number, body: unknown): void => {
      const type = status < 400 ? 'application/json' : 'application/problem+json';
      response.writeHead(status, { ...CORS, 'content-type': type }).end(JSON.stringify(body));
    };
    if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
    const file = /^\/(?:widget\/)?([\w-]+\.js)$/.exec(url.pathname)?.[1];
    if (file)
      return void readFile(join(WIDGET, file)).then(
        (body) => response.writeHead(200, { ...CORS, 'content-type': 'text/javascript' }).end(body),
        () => response.writeHead(404).end(),
      );
    const stored = this.files.get(/^\/files\/(\w+)$/.exec(url.pathname)?.[1] ?? '');
    if (stored) return void response.writeHead(200, { 'content-type': stored.type }).end(stored.body);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const path = `${request.method} ${url.pathname.replace(/^\/api\/widget\/[^/]+/, '')}`;
    if (path === 'GET /config') return json(200, this.config);
    if (path === 'POST /session') return json(200, this.session(JSON.parse(body.toString())));
    const visitor = this.sessions.get(token);
    if (!visitor) return json(401, { code: 'unknown_session', detail: 'No such session.' });
    if (path === 'DELETE /session') {
      this.sessions.delete(token);
      return json(200, {});
    }
    if (path === 'GET /messages') return json(200, this.since(visitor, url.searchParams.get('after')));
    if (path === 'POST /messages') {
      const sent = JSON.parse(body.toString()) as WidgetSendRequest;
      if (sent.text === 'forbidden words') return json(422, { code: 'not_accepted', detail: 'This is not accepted.' });
      this.take(token, sent);
      return this.swallowAnswers
        ? void request.socket.destroy()
        : json(200, { clientId: sent.clientId, accepted: true });
    }
    if (path === 'POST /files') {
      const { filename, contentType, content } = readUpload(request.headers['content-type'] ?? '', body);
      await new Promise((resolve) => setTimeout(resolve, this.uploadMs));
      if (filename.endsWith('.exe')) return json(415, { code: 'unsupported_media_type', detail: 'No programs.' });
      return json(200, this.keep(filename, contentType, content));
    }
    json(404, { code: 'not_found', detail: path });
  }
}
