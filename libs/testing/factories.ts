import { type Actor, type Ctx, type Database, newId } from '@satchel/kernel';

/** Rows of the house's tables, written directly: a test of one room builds its world without the rooms above it. */

export interface MadeWorkspace {
  id: string;
  slug: string;
  /** A person of this workspace (agent), whose rows exist. */
  ctx: Ctx;
}

export async function makeWorkspace(
  db: Database,
  given: { slug?: string; name?: string; role?: string; isDemo?: boolean } = {},
): Promise<MadeWorkspace> {
  const id = newId();
  const slug = given.slug ?? `shop-${id.slice(-12)}`;
  await db
    .system()
    .query('insert into workspace (id, slug, name, is_demo) values ($1, $2, $3, $4)', [
      id,
      slug,
      given.name ?? 'Fernhill Outfitters',
      given.isDemo ?? false,
    ]);
  const actor = await makePerson(db, id, { role: given.role });
  return { id, slug, ctx: db.ctx(id, actor) };
}

/** A person with a membership; nobody can sign in as them (no real password hash). */
export async function makePerson(
  db: Database,
  workspaceId: string,
  given: { name?: string; email?: string; role?: string } = {},
): Promise<Actor> {
  const actor: Actor = {
    kind: 'person',
    id: newId(),
    name: given.name ?? 'Maya Lindqvist',
    role: given.role ?? 'agent',
  };
  const email = given.email ?? `${String(actor.id).slice(-12)}@example.com`;
  const system = db.system();
  await system.query('insert into person (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    actor.id,
    email,
    actor.name,
    'none',
  ]);
  await system.query('insert into membership (id, workspace_id, person_id, role) values ($1, $2, $3, $4)', [
    newId(),
    workspaceId,
    actor.id,
    actor.role,
  ]);
  return actor;
}

export async function makeCustomer(
  ctx: Ctx,
  given: { name?: string; email?: string | null } = {},
): Promise<{ id: string; name: string; email: string | null }> {
  const id = newId();
  const name = given.name ?? 'Anna Bergmann';
  const email = given.email === undefined ? `customer-${id.slice(-12)}@example.com` : given.email;
  await ctx.query('insert into customer (id, workspace_id, name) values ($1, $2, $3)', [id, ctx.workspaceId, name]);
  if (email) {
    await ctx.query(
      `insert into customer_address (id, workspace_id, customer_id, kind, value) values ($1, $2, $3, 'email', $4)`,
      [newId(), ctx.workspaceId, id, email],
    );
  }
  return { id, name, email };
}

export async function makeConnection(
  ctx: Ctx,
  given: { kind?: string; connectorId?: string; label?: string; address?: string | null; secret?: Buffer } = {},
): Promise<{ id: string; address: string | null }> {
  const id = newId();
  const address = given.address === undefined ? `support-${id.slice(-12)}@fernhill.example` : given.address;
  await ctx.query(
    'insert into connection (id, workspace_id, kind, connector_id, label, address, secret) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      id,
      ctx.workspaceId,
      given.kind ?? 'channel',
      given.connectorId ?? 'email',
      given.label ?? 'Support',
      address,
      given.secret ?? Buffer.alloc(0),
    ],
  );
  return { id, address };
}

/** A ticket with its number; without messages unless `makeMessage` adds them. */
export async function makeTicket(
  ctx: Ctx,
  given: {
    subject?: string;
    status?: string;
    channel?: string;
    customerId?: string;
    connectionId?: string;
    assigneeId?: string;
    at?: Date;
  } = {},
): Promise<{ id: string; number: number; customerId: string }> {
  const id = newId();
  const customerId = given.customerId ?? (await makeCustomer(ctx)).id;
  const at = given.at ?? new Date();
  const [counter] = await ctx.query<{ last_number: number }>(
    `insert into ticket_counter (workspace_id, last_number) values ($1, 1)
     on conflict (workspace_id) do update set last_number = ticket_counter.last_number + 1 returning last_number`,
    [ctx.workspaceId],
  );
  const number = counter?.last_number ?? 1;
  await ctx.query(
    `insert into ticket (id, workspace_id, number, subject, status, channel, connection_id, customer_id, assignee_id,
       last_message_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10)`,
    [
      id,
      ctx.workspaceId,
      number,
      given.subject ?? 'Where is my order?',
      given.status ?? 'new',
      given.channel ?? 'email',
      given.connectionId ?? null,
      customerId,
      given.assigneeId ?? null,
      at,
    ],
  );
  return { id, number, customerId };
}

/** One message on a ticket, and the ticket's counters with it. */
export async function makeMessage(
  ctx: Ctx,
  ticketId: string,
  given: {
    text?: string;
    direction?: 'inbound' | 'outbound' | 'internal';
    authorKind?: string;
    authorName?: string;
    at?: Date;
  } = {},
): Promise<{ id: string }> {
  const id = newId();
  const direction = given.direction ?? 'inbound';
  const author = given.authorKind ?? (direction === 'inbound' ? 'customer' : 'person');
  const at = given.at ?? new Date();
  await ctx.query(
    `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      ctx.workspaceId,
      ticketId,
      direction,
      direction === 'internal' ? 'note' : 'reply',
      author,
      given.authorName ?? 'Anna Bergmann',
      given.text ?? 'Where is my order #1001?',
      at,
    ],
  );
  await ctx.query(
    `update ticket set last_message_at = $3, last_message_direction = $4, last_message_id = $5, message_count = message_count + 1
      where workspace_id = $1 and id = $2`,
    [ctx.workspaceId, ticketId, at, direction, id],
  );
  return { id };
}
