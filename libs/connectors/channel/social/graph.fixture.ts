import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HookRequest } from '../../port';

export const TOKEN = 'page-token';
export const APP_SECRET = 'app-secret-0123456789';
export const CUSTOMER_ID = '6123456789012345';

type Trouble = { status: number; error?: object } | 'hang_up_before' | 'lose_the_answer';
interface Sent {
  id: string;
  /** `file`: what came along as bytes. */
  body: Record<string, unknown>;
}

/** A small Send API for tests, on its real wire: takes messages and attachments, misbehaves when asked to. */
export class SendApi {
  readonly taken: Sent[] = [];
  readonly actions: Record<string, unknown>[] = [];
  readonly files = new Map<string, { filename: string; content: Buffer }>();
  /** Answers free words after the window, for the next message without a tag. */
  windowClosed = false;
  private trouble: Trouble | null = null;
  private troubleAfter = 0;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<SendApi> {
    const it = new SendApi();
    await new Promise<void>((resolve) => it.server.listen(0, '127.0.0.1', resolve));
    return it;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** For the next message, or for one that comes some messages later. */
  next(trouble: Trouble, after = 0): void {
    this.trouble = trouble;
    this.troubleAfter = after;
  }

  /** Puts a file at a signed address, as a CDN does. */
  host(file: { filename: string; content: Buffer }): string {
    const id = randomUUID();
    this.files.set(id, file);
    return `${this.url}/cdn/${id}?signature=1`;
  }

  static call(url: string, body: object, secret: string = APP_SECRET): HookRequest {
    const bytes = Buffer.from(JSON.stringify(body));
    const signature = createHmac('sha256', secret).update(bytes).digest('hex');
    return { method: 'POST', url, query: {}, headers: { 'x-hub-signature-256': `sha256=${signature}` }, body: bytes };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const path = (request.url ?? '').split('?')[0] ?? '';
    const json = (status: number, value: object): void => void response.writeHead(status).end(JSON.stringify(value));
    const cdn = /^\/cdn\/([\w-]+)$/.exec(path)?.[1];
    if (cdn) {
      // A token shown to a CDN is a token lost.
      const file = request.headers.authorization ? undefined : this.files.get(cdn);
      return void response.writeHead(file ? 200 : 403).end(file?.content);
    }
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return json(401, { error: { message: 'no', code: 190 } });
    if (path.endsWith('/me')) return json(200, { id: '1' });
    if (path.endsWith(`/${CUSTOMER_ID}`)) return json(200, { id: CUSTOMER_ID, name: 'Anna Bergmann' });
    if (!path.endsWith('/me/messages')) return json(400, { error: { message: 'no such object', code: 100 } });
    const isForm = (request.headers['content-type'] ?? '').startsWith('multipart/');
    this.take(isForm ? this.form(bytes) : (JSON.parse(bytes.toString()) as Sent['body']), request, json);
  }

  private take(body: Sent['body'], request: IncomingMessage, json: (status: number, value: object) => void): void {
    if (body.sender_action) {
      this.actions.push(body);
      return json(200, {});
    }
    const trouble = this.troubleAfter > 0 ? null : this.trouble;
    if (this.troubleAfter > 0) this.troubleAfter -= 1;
    else this.trouble = null;
    if (trouble === 'hang_up_before') return void request.socket.destroy();
    if (trouble && trouble !== 'lose_the_answer') return json(trouble.status, { error: trouble.error });
    if (this.windowClosed && body.tag !== 'HUMAN_AGENT') {
      return json(403, { error: { message: 'outside of allowed window', code: 10, error_subcode: 2018278 } });
    }
    const id = `m_${randomUUID()}`;
    this.taken.push({ id, body });
    if (trouble === 'lose_the_answer') return void request.socket.destroy();
    json(200, { recipient_id: CUSTOMER_ID, message_id: id });
  }

  /** Takes a form apart by hand: a parser of our own choice on both ends would share its mistakes. */
  private form(bytes: Buffer): Sent['body'] {
    const boundary = bytes.subarray(0, bytes.indexOf('\r\n'));
    const fields = bytes.toString().matchAll(/form-data; name="(\w+)"\r\n\r\n(.*)\r\n/g);
    const body = Object.fromEntries(
      [...fields].map(([, name = '', value = '']) => [name, value.startsWith('{') ? JSON.parse(value) : value]),
    ) as Sent['body'];
    const start = bytes.indexOf('filename="');
    const head = bytes.indexOf('\r\n\r\n', start);
    const end = bytes.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), head);
    const filename = /filename="([^"]*)"/.exec(bytes.subarray(start, head).toString())?.[1] ?? '';
    return { ...body, file: { filename, content: Buffer.from(bytes.subarray(head + 4, end)) } };
  }
}
