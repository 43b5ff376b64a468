import { randomUUID } from 'node:crypto';
import { ConnectionService } from '@satchel/connectors';
import type { WidgetFileBody, WidgetMessagesBody, WidgetSendRequest, WidgetSessionBody } from '@satchel/contracts';
import { ReplyService } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type JWTPayload, SignJWT } from 'jose';
import { Agent, fetch, FormData } from 'undici';

export const SECRET = 'a secret that the shop and we share';
export const SHOP = 'https://shop.example';
let visitors = 0;

/** What a request came to; `body` is the parsed JSON, or null. */
export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}
export interface Said {
  code?: string;
}

/** A chat in the workspace of `ctx`; answers its key. */
export async function makeChat(
  app: NestFastifyApplication,
  ctx: Ctx,
  settings: Record<string, unknown> = {},
): Promise<string> {
  const input = { connectorId: 'chat', label: 'Live chat', credentials: { identitySecret: SECRET, ...settings } };
  return (await app.get(ConnectionService).create(ctx, input)).id;
}

/** The shop's word on who is signed in. */
export function signed(claims: JWTPayload, secret = SECRET): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 600;
  return new SignJWT({ exp, ...claims }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
}

/** One browser on the shop's page, at a network address of its own. */
export class Browser {
  token = '';
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    readonly key: string,
    private readonly origin: string | null = SHOP,
  ) {
    const n = (visitors += 1);
    this.agent = new Agent({ localAddress: `127.9.${n >> 8}.${n & 255}` });
  }

  async call<T = Said>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const isForm = body instanceof FormData;
    const answer = await fetch(path.startsWith('http') ? path : `${this.url}/api/widget/${this.key}${path}`, {
      method,
      dispatcher: this.agent,
      headers: {
        ...(this.origin !== null && { origin: this.origin }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers as unknown as Headers,
      body: (isJson ? JSON.parse(text) : text) as T,
    };
  }

  /** Begins or goes on, with the token it has. */
  async open(given: { identity?: string; page?: object; locale?: string } = {}): Promise<WidgetSessionBody> {
    const answer = await this.call<WidgetSessionBody>('POST', '/session', {
      ...(this.token && { token: this.token }),
      ...given,
    });
    if (answer.status !== 200) throw new Error(`no session: ${JSON.stringify(answer.body)}`);
    this.token = answer.body.token;
    return answer.body;
  }

  say(text: string, more: Partial<WidgetSendRequest> = {}): Promise<Answer> {
    return this.call('POST', '/messages', { clientId: randomUUID(), text, ...more });
  }

  async read(after?: string): Promise<WidgetMessagesBody> {
    const answer = await this.call<WidgetMessagesBody>(
      'GET',
      `/messages${after === undefined ? '' : `?after=${after}`}`,
    );
    if (answer.status !== 200) throw new Error(`nothing to read: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  upload(filename: string, content: Buffer, type = 'image/png'): Promise<Answer<WidgetFileBody & Said>> {
    const form = new FormData();
    form.append('file', new Blob([content], { type }), filename);
    return this.call('POST', '/files', form);
  }
}

/** Somebody of the house answers on a ticket. */
export async function answer(app: NestFastifyApplication, ctx: Ctx, ticketId: string, text: string): Promise<string> {
  const author = { kind: 'person' as const, id: ctx.actor.id, name: 'Maya Lindqvist' };
  const result = await app.get(ReplyService).reply(ctx, { ticketId, text, author });
  if (!result.ok) throw new Error(result.code);
  return result.message.id;
}

/** The tickets that came of what a visitor said, oldest first. */
export async function ticketsOf(
  ctx: Ctx,
  text: string,
): Promise<{ id: string; customerId: string; address: string }[]> {
  return ctx.query(
    `select distinct t.id, t.customer_id as "customerId", t.customer_address as address, t.created_at from ticket t
     join message m on m.ticket_id = t.id where t.workspace_id = $1 and m.text = $2 order by t.created_at`,
    [ctx.workspaceId, text],
  );
}
