import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Fault = 'none' | 'lose_answer' | '500_after' | '500_before' | 'no_effect' | 'refuse' | '429' | 'down';

export interface Effect {
  key: string;
  what: string;
  body: Record<string, unknown>;
}

/** A small vendor of its own on loopback: it does what it is told, once per request, and counts it. */
export class ToyVendor {
  effects: Effect[] = [];
  undone: string[] = [];
  requests = 0;
  /** For the next writes, first to last. */
  faults: Fault[] = [];
  /** How many reads do not show a change yet. */
  lag = 0;
  /** It can be asked nothing: reads fail. */
  silent = false;
  /** Held writes wait for it. */
  gate: Promise<void> | null = null;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ToyVendor> {
    const server = createServer((request, response) => {
      vendor.serve(request, response).catch(() => response.destroy());
    });
    const vendor = new ToyVendor(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return vendor;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  reset(): void {
    Object.assign(this, { effects: [], undone: [], requests: 0, faults: [], lag: 0, silent: false, gate: null });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.method === 'GET') {
      if (this.silent) return void response.destroy();
      const [, what, key] = path.split('/');
      const found = this.effects.find((effect) => effect.what === what && effect.key === key);
      if (found && this.lag-- > 0) return answer(404, {});
      return found ? answer(200, found) : answer(404, {});
    }
    const body = JSON.parse(await read(request)) as Record<string, unknown>;
    this.requests++;
    const fault = this.faults.shift() ?? 'none';
    if (this.gate) await this.gate;
    if (fault === 'refuse') return answer(422, { message: 'It was refunded by somebody else.' });
    if (fault === '429') return answer(429, {});
    if (fault === '500_before') return answer(500, {});
    if (fault === 'down') return void response.destroy();
    const [, what = '', undo] = path.split('/');
    const effect = { what, key: String(body.key), body };
    if (undo) this.undone.push(undo);
    else if (fault !== 'no_effect') this.effects.push(effect);
    if (fault === 'lose_answer') return void response.destroy();
    answer(fault === '500_after' ? 500 : 200, effect);
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
