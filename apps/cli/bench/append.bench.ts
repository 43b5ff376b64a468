import { randomUUID } from 'node:crypto';
import { appendStatement } from '@satchel/desk';
import type { TicketBody } from '@satchel/contracts';
import { Pool as PgPool } from 'pg';
import { Pool } from 'undici';
import { hammer, type Rate } from './measure';
import { ended, freePorts, node, ready, type Rig } from './rig';

const WRITERS = 32;
const TEXT = 'Your parcel left our warehouse this morning. You can follow it with the number on your confirmation.';

async function tickets(rig: Rig, count: number): Promise<TicketBody[]> {
  const made: TicketBody[] = [];
  for (let n = 0; n < count; n++) {
    made.push(
      await rig.api<TicketBody>('POST', '/tickets', {
        subject: `Bench ${n}`,
        customer: { email: `c${n}@bench.example` },
        message: { text: 'Hello' },
      }),
    );
  }
  return made;
}

function poster(url: string, apiKey: string | null, pool: Pool): (path: string, body: unknown) => Promise<void> {
  const headers = { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) };
  return async (path, body) => {
    const answer = await pool.request({ method: 'POST', path, headers, body: JSON.stringify(body) });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${url}${path} answered ${answer.statusCode}: ${text}`);
  };
}

/** POST /tickets/:id/messages: auth, validation, row rules, events, all in one statement. Each writer has a ticket. */
export async function appendOverApi(rig: Rig, seconds: number): Promise<Rate> {
  const targets = await tickets(rig, WRITERS);
  const pool = new Pool(rig.url, { connections: WRITERS, pipelining: 1 });
  const post = poster(rig.url, rig.apiKey, pool);
  try {
    return await hammer(WRITERS, seconds, (writer) =>
      post(`/api/v1/tickets/${targets[writer]?.id}/messages`, { kind: 'reply', text: TEXT }),
    );
  } finally {
    await pool.close();
  }
}

/** The floor: the same statement by plain pg, prepared, 32 connections, nothing around it. */
export async function appendOnRawPg(rig: Rig, seconds: number): Promise<Rate> {
  const targets = await tickets(rig, WRITERS);
  const pool = new PgPool({ connectionString: rig.databaseUrl, max: WRITERS });
  pool.on('error', () => undefined);
  const clients = await Promise.all(Array.from({ length: WRITERS }, () => pool.connect()));
  const { rows } = await first(clients).query<{ id: string }>('select id from workspace');
  const workspaceId = rows[0]?.id ?? '';
  for (const client of clients) await client.query(`select set_config('satchel.workspace', $1, false)`, [workspaceId]);
  try {
    return await hammer(WRITERS, seconds, async (writer) => {
      const client = clients[writer];
      const row = {
        n: 0,
        ticket_id: targets[writer]?.id,
        message_id: randomUUID(),
        direction: 'outbound',
        kind: 'reply',
        author_kind: 'api',
        author_name: 'bench',
        text: TEXT,
        automated: false,
        meta: {},
        at: new Date().toISOString(),
        preview: TEXT,
        actor_kind: 'api',
        request_id: 'bench',
      };
      const values = [workspaceId, JSON.stringify([row])];
      await client?.query({ name: 'append', text: appendStatement, values });
    });
  } finally {
    for (const client of clients) client.release();
    await pool.end();
  }
}

function first<T>(items: T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('no connection');
  return item;
}

/** The other floor: a Nest application on the same adapter that validates the same body and gives it back. */
export async function nestEcho(seconds: number): Promise<Rate> {
  const [port] = await freePorts(1);
  const child = node('apps/cli/bench/echo.js', { ...process.env, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  await ready(`${url}/ready`);
  const pool = new Pool(url, { connections: WRITERS, pipelining: 1 });
  const post = poster(url, null, pool);
  try {
    return await hammer(WRITERS, seconds, () => post('/echo', { kind: 'reply', text: TEXT }));
  } finally {
    await pool.close();
    await ended(child);
  }
}
