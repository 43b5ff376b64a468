import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HookRequest } from '../../port';
import { fieldsIn, parsedJson } from '../loose';

export const ACCESS_TOKEN = 'system-user-token';
export const APP_SECRET = 'app-secret-0123456789';

interface KeptFile {
  filename: string;
  contentType: string;
  content: Buffer;
}
export interface TakenBody {
  id: string;
  path: string;
  body: Record<string, unknown>;
}
type Trouble =
  { status: number; error?: object; headers?: Record<string, string> } | 'hang_up_before' | 'lose_the_answer';

/** A small Graph API for tests, on its real wire: takes messages and media, misbehaves when asked to. */
export class MetaServer {
  /** Messages taken. */
  readonly taken: TakenBody[] = [];
  /** Other posts: receipts, typing. */
  readonly signals: TakenBody[] = [];
  readonly media = new Map<string, KeptFile>();
  /** Answers to reads, by path without the version. */
  readonly pages = new Map<string, (query: URLSearchParams) => object>();
  readonly requests: string[] = [];
  private trouble: Trouble | null = null;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<MetaServer> {
    const it = new MetaServer();
    await new Promise<void>((resolve) => it.server.listen(0, '127.0.0.1', resolve));
    return it;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  next(trouble: Trouble): void {
    this.trouble = trouble;
  }

  /** Keeps a customer's file; its id as an inbound message names it. */
  keepMedia(file: KeptFile): string {
    const id = String(Math.floor(Math.random() * 1e15));
    this.media.set(id, file);
    return id;
  }

  /** A call of Meta's, signed over its bytes. */
  static call(url: string, body: object, secret: string = APP_SECRET): HookRequest {
    const bytes = Buffer.from(JSON.stringify(body));
    return {
      method: 'POST',
      url,
      query: {},
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`,
      },
      body: bytes,
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const path = pathname.replace(/^\/v\d+\.\d+/, '');
    this.requests.push(`${request.method} ${request.url}`);
    const json = (status: number, value: object, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    };
    const open = /^\/open\/(\d+)$/.exec(path)?.[1];
    if (open) return this.handOut(open, response);
    if (request.headers.authorization !== `Bearer ${ACCESS_TOKEN}`) {
      return json(401, { error: { message: 'Invalid OAuth access token.', type: 'OAuthException', code: 190 } });
    }
    const file = /^\/cdn\/(\d+)$/.exec(path)?.[1];
    if (file) return this.handOut(file, response);
    if (request.method === 'POST' && path.endsWith('/media')) return json(200, { id: this.upload(bytes) });
    if (request.method === 'POST') return this.take(path, bytes, request, json);
    const kept = this.media.get(path.slice(1));
    if (kept && request.method === 'DELETE') {
      this.media.delete(path.slice(1));
      return json(200, { success: true });
    }
    if (kept) return json(200, { id: path.slice(1), url: `${this.url}/cdn${path}`, mime_type: kept.contentType });
    const page = this.pages.get(path);
    if (!page) return json(400, { error: { message: 'no such object', code: 100, error_subcode: 33 } });
    return json(200, page(searchParams));
  }

  private handOut(id: string, response: ServerResponse): void {
    const file = this.media.get(id);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.contentType }).end(file.content);
  }

  private take(
    path: string,
    bytes: Buffer,
    request: IncomingMessage,
    json: (status: number, value: object, headers?: Record<string, string>) => void,
  ): void {
    const body = fieldsIn(parsedJson(bytes));
    const id = `wamid.${randomUUID()}`;
    if (body.status || body.sender_action) {
      this.signals.push({ id, path, body });
      return json(200, { success: true });
    }
    const { trouble } = this;
    this.trouble = null;
    if (trouble === 'hang_up_before') return void request.socket.destroy();
    if (trouble && trouble !== 'lose_the_answer') {
      return json(trouble.status, trouble.error ? { error: trouble.error } : {}, trouble.headers);
    }
    this.taken.push({ id, path, body });
    if (trouble === 'lose_the_answer') return void request.socket.destroy();
    json(200, {
      ...(body.messaging_product === 'whatsapp' && { messaging_product: 'whatsapp', messages: [{ id }] }),
      ...(!body.messaging_product && { recipient_id: fieldsIn(body.recipient).id, message_id: id }),
    });
  }

  /** Picks the file out of a multipart form by hand: a parser of our own choice on both ends would share its mistakes. */
  private upload(bytes: Buffer): string {
    const start = bytes.indexOf('filename="');
    const head = bytes.indexOf('\r\n\r\n', start);
    const boundary = bytes.subarray(0, bytes.indexOf('\r\n'));
    const headers = bytes.subarray(start, head).toString();
    return this.keepMedia({
      filename: /filename="([^"]*)"/.exec(headers)?.[1] ?? '',
      contentType: /Content-Type: (.*)/.exec(headers)?.[1] ?? '',
      content: Buffer.from(
        bytes.subarray(head + 4, bytes.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), head)),
      ),
    });
  }
}
