import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HookRequest } from '../../port';

export const ACCOUNT = `AC${'5e'.repeat(16)}`;
export const TOKEN = 'sign-me-0123456789abcdef01234567';

export interface TakenMessage {
  sid: string;
  form: URLSearchParams;
  files: { filename: string; content: Buffer }[];
  createdAt: Date;
}
type Trouble = { status: number; code?: number } | 'hang_up_before' | 'lose_the_answer';

const sidOf = (prefix: string): string => `${prefix}${randomUUID().replaceAll('-', '')}`;

/** A small Twilio for tests, on its real wire: takes messages, keeps media, misbehaves when asked to. */
export class TwilioServer {
  readonly taken: TakenMessage[] = [];
  /** Method and path of each request so far. */
  readonly requests: string[] = [];
  readonly media = new Map<string, { content: Buffer; contentType: string }>();
  contents: object[] = [];
  private trouble: Trouble | null = null;
  private readonly hosted = new Map<string, { filename: string; content: Buffer }>();
  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<TwilioServer> {
    const it = new TwilioServer();
    await new Promise<void>((resolve) => it.server.listen(0, '127.0.0.1', resolve));
    return it;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  next(trouble: Trouble): void {
    this.trouble = trouble;
  }

  /** Puts a file where this server can fetch it. */
  publish(file: { filename: string; content: Buffer }): string {
    const id = randomUUID();
    this.hosted.set(id, file);
    return `${this.url}/files/${id}`;
  }

  /** Keeps a customer's picture; its address as an inbound message names it. */
  keepMedia(file: { contentType: string; content: Buffer }): string {
    const sid = sidOf('ME');
    this.media.set(sid, file);
    return `${this.url}/2010-04-01/Accounts/${ACCOUNT}/Messages/${sidOf('MM')}/Media/${sid}`;
  }

  /** A call of Twilio's, signed over the address and all its parameters. */
  static call(url: string, fields: Record<string, string>, token: string = TOKEN): HookRequest {
    const signed = Object.keys(fields)
      .sort()
      .reduce((text, name) => `${text}${name}${fields[name]}`, url);
    return {
      method: 'POST',
      url,
      query: {},
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': createHmac('sha1', token).update(signed).digest('base64'),
      },
      body: Buffer.from(new URLSearchParams(fields).toString()),
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', this.url);
    this.requests.push(`${request.method} ${url.pathname}`);
    const json = (status: number, value: object, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    };
    const refuse = (status: number, code: number): void =>
      json(status, { code, message: `error ${code}`, status }, status === 429 ? { 'retry-after': '3' } : {});

    const cdn = /^\/cdn\/(\w+)$/.exec(url.pathname);
    if (cdn?.[1]) {
      const file = this.media.get(cdn[1]);
      // A CDN that is handed credentials refuses, as signed addresses do.
      if (!file || request.headers.authorization) return void response.writeHead(400).end();
      return void response.writeHead(200, { 'content-type': file.contentType }).end(file.content);
    }
    const [user, password] = Buffer.from((request.headers.authorization ?? '').slice(6), 'base64')
      .toString()
      .split(':');
    if (user !== ACCOUNT || password !== TOKEN) return refuse(401, 20003);
    if (url.pathname === '/v1/ContentAndApprovals') return json(200, { contents: this.contents, meta: {} });

    const path = url.pathname.replace(`/2010-04-01/Accounts/${ACCOUNT}`, '');
    if (path === '.json') return json(200, { sid: ACCOUNT, status: 'active' });
    if (path === '/Messages.json' && request.method === 'GET') return json(200, this.list(url));
    if (path === '/Messages.json') return this.take(new URLSearchParams(body), request, json, refuse);
    const media = /\/Media\/(ME\w+)(\.json)?$/.exec(path)?.[1];
    if (media && this.media.has(media)) {
      if (request.method === 'GET') return void response.writeHead(307, { location: `/cdn/${media}` }).end();
      this.media.delete(media);
      return void response.writeHead(204).end();
    }
    return refuse(404, 20404);
  }

  private async take(
    form: URLSearchParams,
    request: IncomingMessage,
    json: (status: number, value: object) => void,
    refuse: (status: number, code: number) => void,
  ): Promise<void> {
    const { trouble } = this;
    this.trouble = null;
    if (trouble === 'hang_up_before') return void request.socket.destroy();
    if (trouble && trouble !== 'lose_the_answer') return refuse(trouble.status, trouble.code ?? 0);
    const files = form.getAll('MediaUrl').map((one) => this.hosted.get(one.split('/').at(-1) ?? ''));
    if (files.includes(undefined)) return refuse(400, 21620);
    const sid = sidOf('SM');
    const createdAt = new Date();
    this.taken.push({ sid, form, files: files.filter((one) => one !== undefined), createdAt });
    if (trouble === 'lose_the_answer') return void request.socket.destroy();
    json(201, { sid, status: 'queued', num_segments: '1', direction: 'outbound-api', body: form.get('Body') });
  }

  private list(url: URL): object {
    const messages = this.taken
      .filter(({ form }) => form.get('To') === url.searchParams.get('To'))
      .map(({ sid, form, createdAt }) => ({
        sid,
        body: form.get('Body') ?? '',
        status: 'queued',
        direction: 'outbound-api',
        num_segments: '1',
        date_created: createdAt.toUTCString(),
      }));
    return { messages: messages.reverse(), next_page_uri: null };
  }
}
