import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HookRequest } from '../../port';

export const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

type Trouble = 'refuse' | 'busy' | 'slow_down' | 'hang_up_before' | 'lose_the_answer';

/** A merchant's own system for tests: checks signatures by hand, drops copies by webhook-id, misbehaves when asked to. */
export class Receiver {
  readonly taken = new Map<string, Record<string, unknown>>();
  /** Ids of its own that it gives messages; null: it gives none. */
  naming: ((id: string) => string) | null = null;
  private trouble: Trouble | null = null;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<Receiver> {
    const it = new Receiver();
    await new Promise<void>((resolve) => it.server.listen(0, '127.0.0.1', resolve));
    return it;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/messages`;
  }

  next(trouble: Trouble): void {
    this.trouble = trouble;
  }

  /** A call of its own, signed. */
  static call(url: string, body: string, given: { id?: string; secret?: string; at?: Date } = {}): HookRequest {
    const { id = 'call-1', secret = SECRET, at = new Date() } = given;
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${mac(secret, `${id}.${timestamp}.${body}`)}`,
    };
    return { method: 'POST', url, query: {}, headers, body: Buffer.from(body) };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const [id = '', timestamp = '', signatures = ''] = ['id', 'timestamp', 'signature'].map((name) =>
      String(request.headers[`webhook-${name}`]),
    );
    const status = (code: number, headers = {}): void => void response.writeHead(code, headers).end();
    if (!signatures.split(' ').includes(`v1,${mac(SECRET, `${id}.${timestamp}.${body}`)}`)) return status(401);
    const message = JSON.parse(body) as Record<string, unknown>;
    if (message.type === 'ping') return status(204);

    const { trouble } = this;
    this.trouble = null;
    if (trouble === 'hang_up_before') return void request.socket.destroy();
    if (trouble === 'refuse') return status(422);
    if (trouble === 'busy') return status(503);
    if (trouble === 'slow_down') return status(429, { 'retry-after': '7' });
    if (!this.taken.has(id)) this.taken.set(id, message);
    if (trouble === 'lose_the_answer') return void request.socket.destroy();
    response.writeHead(200).end(this.naming ? JSON.stringify({ id: this.naming(id) }) : 'thanks');
  }
}

function mac(secret: string, text: string): string {
  return createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(text)
    .digest('base64');
}
