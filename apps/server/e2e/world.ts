import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectionService } from '@satchel/connectors';
import type { AiMode, AiTurnBody, CreateMessageRequest, MessageBody, Page, TicketBody } from '@satchel/contracts';
import { ApiKeyService, PeopleService, WorkspaceService } from '@satchel/identity';
import { Config, type Ctx, Database, type Settings } from '@satchel/kernel';
import { type SandboxProcess, startSandboxProcess, testDatabase, waitFor } from '@satchel/testing';
import { Client } from 'pg';
import { type RunningServer, startServer } from '../start-server';

export const SUPPORT = 'support@fernhill.example';
export const OWNER = { email: 'maya@fernhill.example', password: 'a long enough password' };

/** A mail as it lies in a customer's mailbox. */
export interface ReceivedMail {
  id: string;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  from: { address: string; name: string };
  replyTo: string | null;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  copies: number;
}

export interface Letter {
  subject?: string;
  text?: string;
  from?: { name?: string; address?: string };
  cc?: string[];
  inReplyTo?: string;
  messageId?: string;
  headers?: Record<string, string>;
  /** Past the sender's own mail server: unsigned, with another envelope sender. */
  forged?: boolean;
  raw?: string;
}

/** An answer of the REST API, whatever its status. */
export interface Answer<T> {
  status: number;
  body: T;
}

/** The whole product with its vendors: a server, a shop, a carrier, mailboxes, on a database of their own. */
export interface World {
  config: Config;
  server: RunningServer;
  sandbox: SandboxProcess;
  ctx: Ctx;
  apiKey: string;
  /** Calls the REST API with the workspace's key; throws when the answer is not 2xx. */
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** The same, for refusals; a form or a key against doubles may go along. */
  ask<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Answers the customer of a ticket. */
  reply(ticketId: string, text: string, more?: Partial<CreateMessageRequest>): Promise<MessageBody>;
  /** Writes a mail as a customer; resolves once it was handed over by SMTP. */
  write(address: string, letter: Letter): Promise<{ messageId: string; transport: { state: string } }>;
  mailbox(address: string): Promise<ReceivedMail[]>;
  /** Waits for the n-th mail to an address. */
  received(address: string, count?: number): Promise<ReceivedMail>;
  ticketOf(address: string): Promise<TicketBody>;
  thread(ticketId: string): Promise<MessageBody[]>;
  turns(ticketId: string): Promise<AiTurnBody[]>;
  /** Asks the database itself, past every room. */
  sql<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  /** Lets what waits for its next try begin it now. */
  hurry(): Promise<void>;
  /** Waits until no event is unheard, and no job due or running. */
  idle(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  aiMode?: AiMode;
  settings?: Partial<Settings>;
  withoutShop?: boolean;
  /** How long a reply from the console can be taken back; none unless given. */
  undoSeconds?: number;
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'satchel-e2e-'));
  const config = new Config().with({
    databaseUrl: database.url,
    port: 0,
    host: '127.0.0.1',
    smtpInPort: 0,
    dataDir,
    logLevel: 'silent',
    demoGiven: false,
    ...options.settings,
  });
  const server = await startServer({ config, migrate: false });
  const sandbox = await startSandboxProcess({ targetSmtp: `127.0.0.1:${server.smtpPort}`, supportAddress: SUPPORT });
  const { ctx, apiKey } = await furnish(server, sandbox, options);

  const call = async <T>(url: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(url, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${url} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const json = (body: unknown): { body: string; headers: Record<string, string> } => ({
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  const ask = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> => {
    const with_ = body === undefined ? { headers: {} } : body instanceof FormData ? { body, headers: {} } : json(body);
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      ...with_,
      method,
      headers: { ...with_.headers, authorization: `Bearer ${apiKey}`, ...headers },
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  };
  const api = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await ask<T>(method, path, body);
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    return client
      .query<T>(text, values)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  };
  const mailbox = (address: string): Promise<ReceivedMail[]> => call(`${sandbox.url}/mail/${address}`);

  return {
    config,
    server,
    sandbox,
    ctx,
    apiKey,
    api,
    ask,
    reply: (ticketId, text, more = {}) =>
      api('POST', `/tickets/${ticketId}/messages`, { kind: 'reply', text, ...more }),
    mailbox,
    write: (address, letter) =>
      call(`${sandbox.url}/mail/${address}/send`, { method: 'POST', ...json({ to: SUPPORT, ...letter }) }),
    received: (address, count = 1) => waitFor(async () => (await mailbox(address))[count - 1], { timeoutMs: 20_000 }),
    ticketOf: (address) =>
      waitFor(async () => (await api<Page<TicketBody>>('GET', `/tickets?q=${encodeURIComponent(address)}`)).data[0], {
        timeoutMs: 60_000,
        what: `a ticket of ${address}`,
      }),
    thread: async (ticketId) => (await api<Page<MessageBody>>('GET', `/tickets/${ticketId}/messages`)).data,
    turns: async (ticketId) => (await api<Page<AiTurnBody>>('GET', `/tickets/${ticketId}/turns`)).data,
    sql,
    hurry: async () => {
      await sql('update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null');
      await sql(`select pg_notify('jobs:insert', '{"count":1}')`);
    },
    idle: async (timeoutMs = 20_000) => {
      const due = `select 1 from graphile_worker._private_jobs
          where locked_at is not null or (run_at <= now() and attempts < max_attempts)
        union all
        select 1 from event, event_reader reader
          where reader.name = 'dispatcher' and (event.xid, event.seq) > (reader.xid, reader.seq) limit 1`;
      await waitFor(async () => (await sql(due)).length === 0, { timeoutMs, what: 'nothing left to do' });
    },
    stop: async () => {
      await server.stop();
      await sandbox.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function furnish(
  server: RunningServer,
  sandbox: SandboxProcess,
  options: WorldOptions,
): Promise<{ ctx: Ctx; apiKey: string }> {
  const { app } = server;
  const db = app.get(Database);
  const workspace = await app
    .get(WorkspaceService)
    .create(db.system(), { slug: 'fernhill', name: 'Fernhill Outfitters', isDemo: false });
  const owner = await app
    .get(PeopleService)
    .create(db.system(), { workspaceId: workspace.id, name: 'Maya Lindqvist', role: 'owner', ...OWNER });
  const ctx = db.ctx(workspace.id, { kind: 'person', id: owner.id, name: owner.name, role: 'owner' });
  const { key } = await app.get(ApiKeyService).create(ctx, { name: 'e2e' });
  await app.get(WorkspaceService).updateSettings(ctx, {
    ai: { mode: options.aiMode ?? 'auto' },
    desk: { undoSeconds: options.undoSeconds ?? 0 },
  });
  const connections = app.get(ConnectionService);
  await connections.create(ctx, {
    connectorId: 'email',
    label: 'Support',
    address: SUPPORT,
    baseUrl: sandbox.url,
    credentials: {
      smtpHost: '127.0.0.1',
      smtpPort: sandbox.smtpPort,
      smtpSecure: false,
      smtpUser: SUPPORT,
      smtpPass: 'sandbox',
      fromName: 'Fernhill Outfitters',
    },
  });
  if (!options.withoutShop) {
    await connections.create(ctx, {
      connectorId: 'shopify',
      label: 'Shop',
      baseUrl: `${sandbox.url}/shopify`,
      credentials: { shopDomain: 'fernhill.myshopify.com', accessToken: 'shpat_sandbox' },
    });
    await connections.create(ctx, {
      connectorId: 'ups',
      label: 'UPS',
      baseUrl: `${sandbox.url}/ups`,
      credentials: { clientId: 'sandbox-id', clientSecret: 'sandbox-secret' },
    });
  }
  return { ctx, apiKey: key };
}
