import type { Role } from '@satchel/contracts';
import type { Listener } from '@satchel/identity';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface PersonMailRow {
  id: string;
  personId: string;
  ticketId: string | null;
  ticketNumber: number | null;
  /** The ticket's own connection, or the one that the mail is about. */
  connectionId: string | null;
  kind: 'assigned' | 'replied' | 'alarm';
  happened: string;
  address: string;
  name: string;
  subject: string;
  text: string;
  state: 'queued' | 'sent' | 'failed' | 'verify';
  committedAt: Date | null;
  createdAt: Date;
}

export type NewPersonMail = Pick<
  PersonMailRow,
  'id' | 'personId' | 'ticketId' | 'connectionId' | 'kind' | 'happened' | 'address' | 'subject' | 'text' | 'createdAt'
>;

/** Somebody who works here, as mail knows them. */
export interface Colleague {
  id: string;
  name: string;
  role: Role;
}

@Injectable()
export class PersonMailQueries {
  /** False: this person was told of it already. */
  async insert(ctx: Ctx, mail: NewPersonMail): Promise<boolean> {
    const rows = await ctx.query(
      `insert into person_mail (id, workspace_id, person_id, ticket_id, connection_id, kind, happened, address, subject, text, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (workspace_id, person_id, happened) do nothing returning id`,
      [
        mail.id,
        ctx.workspaceId,
        mail.personId,
        mail.ticketId,
        mail.connectionId,
        mail.kind,
        mail.happened,
        mail.address,
        mail.subject,
        mail.text,
        mail.createdAt,
      ],
    );
    return rows.length > 0;
  }

  async byId(ctx: Ctx, id: string): Promise<PersonMailRow | null> {
    const rows = await ctx.query<PersonMailRow>(
      `select m.id, m.person_id as "personId", m.ticket_id as "ticketId", t.number as "ticketNumber",
         coalesce(t.connection_id, m.connection_id) as "connectionId", m.kind, m.happened, m.address, p.name, m.subject, m.text,
         m.state, m.committed_at as "committedAt", m.created_at as "createdAt"
       from person_mail m join person p on p.id = m.person_id left join ticket t on t.id = m.ticket_id
       where m.workspace_id = $1 and m.id = $2`,
      [ctx.workspaceId, id],
    );
    return rows[0] ?? null;
  }

  async commit(ctx: Ctx, id: string, at: Date): Promise<void> {
    await ctx.query('update person_mail set committed_at = $3 where workspace_id = $1 and id = $2', [
      ctx.workspaceId,
      id,
      at,
    ]);
  }

  async settle(
    ctx: Ctx,
    id: string,
    state: PersonMailRow['state'],
    { externalId = null, error = null }: { externalId?: string | null; error?: string | null },
  ): Promise<void> {
    await ctx.query(
      `update person_mail set state = $3, external_id = coalesce($4, external_id), error = $5,
         committed_at = case when $3 = 'queued' then null else committed_at end
       where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id, state, externalId, error],
    );
  }

  /** How many mails of one ticket a person got since then. */
  async countSince(
    ctx: Ctx,
    { personId, ticketId }: { personId: string; ticketId: string },
    since: Date,
  ): Promise<number> {
    const [row] = await ctx.query<{ n: number }>(
      'select count(*)::int as n from person_mail where workspace_id = $1 and person_id = $2 and ticket_id = $3 and created_at > $4',
      [ctx.workspaceId, personId, ticketId, since],
    );
    return row?.n ?? 0;
  }

  /** The mail of ours that one of these ids names. */
  async answered(ctx: Ctx, externalIds: readonly string[]): Promise<{ personId: string; ticketId: string } | null> {
    if (externalIds.length === 0) return null;
    const rows = await ctx.query<{ personId: string; ticketId: string }>(
      `select m.person_id as "personId", m.ticket_id as "ticketId"
       from unnest($2::text[]) with ordinality named (id, place) join person_mail m on m.workspace_id = $1 and m.external_id = named.id
       where m.ticket_id is not null order by named.place limit 1`,
      [ctx.workspaceId, externalIds],
    );
    return rows[0] ?? null;
  }

  async colleague(ctx: Ctx, address: string): Promise<Colleague | null> {
    const rows = await ctx.query<Colleague>(
      `select p.id, p.name, m.role from membership m join person p on p.id = m.person_id
       where m.workspace_id = $1 and lower(p.email) = lower($2)`,
      [ctx.workspaceId, address],
    );
    return rows[0] ?? null;
  }

  /** Whoever wrote as this ticket's customer goes on as its customer. */
  async isCustomer(ctx: Ctx, ticketId: string, address: string): Promise<boolean> {
    const rows = await ctx.query(
      `select 1 from ticket t where t.workspace_id = $1 and t.id = $2 and (lower(t.customer_address) = lower($3)
         or exists (select 1 from customer_address a where a.workspace_id = $1 and a.customer_id = t.customer_id and a.value = lower($3)))`,
      [ctx.workspaceId, ticketId, address],
    );
    return rows.length > 0;
  }

  admins(ctx: Ctx): Promise<Listener[]> {
    return ctx.query<Listener>(
      `select p.id, p.name, p.email from membership m join person p on p.id = m.person_id
       where m.workspace_id = $1 and m.role in ('admin', 'owner') order by p.id`,
      [ctx.workspaceId],
    );
  }

  /** Mail to an address that comes back in here would go round in a circle. */
  async isOurs(ctx: Ctx, address: string): Promise<boolean> {
    const plain = `regexp_replace(lower($2), '[+][^@]*@', '@')`;
    const rows = await ctx.query(
      `select 1 from connection where workspace_id = $1 and regexp_replace(lower(address), '[+][^@]*@', '@') = ${plain}`,
      [ctx.workspaceId, address],
    );
    return rows.length > 0;
  }

  /** When its alarm was raised; null: it is over, or the connection is gone or off. */
  async alarmedAt(ctx: Ctx, connectionId: string): Promise<Date | null> {
    const rows = await ctx.query<{ alarmedAt: Date | null }>(
      'select alarmed_at as "alarmedAt" from connection where workspace_id = $1 and id = $2 and enabled',
      [ctx.workspaceId, connectionId],
    );
    return rows[0]?.alarmedAt ?? null;
  }
}
