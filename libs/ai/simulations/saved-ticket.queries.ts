import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface SavedTicket {
  number: number;
  customerName: string;
  address: string | null;
  verified: boolean;
  emails: string[];
  phones: string[];
}

/** What a conversation is saved from. */
@Injectable()
export class SavedTicketQueries {
  async ticket(ctx: Ctx, id: string): Promise<SavedTicket | null> {
    const rows = await ctx.query<SavedTicket>(
      `select t.number, c.name as "customerName", t.customer_address as address,
         exists (select 1 from customer_address a where a.workspace_id = $1 and a.customer_id = c.id
           and lower(a.value) = lower(t.customer_address) and a.verified_at is not null) as verified,
         array(select a.value from customer_address a where a.workspace_id = $1 and a.customer_id = c.id and a.kind = 'email') as emails,
         array(select a.value from customer_address a where a.workspace_id = $1 and a.customer_id = c.id and a.kind = 'phone') as phones
       from ticket t join customer c on c.id = t.customer_id and c.workspace_id = $1
       where t.workspace_id = $1 and t.id = $2`,
      [ctx.workspaceId, id],
    );
    return rows[0] ?? null;
  }

  /** The customer's own words, oldest first. */
  async said(ctx: Ctx, ticketId: string, limit: number): Promise<string[]> {
    const rows = await ctx.query<{ text: string }>(
      `select text from message where workspace_id = $1 and ticket_id = $2 and direction = 'inbound' and kind = 'reply'
       order by created_at, id limit $3`,
      [ctx.workspaceId, ticketId, limit],
    );
    return rows.map(({ text }) => text);
  }

  /** What was done in the end, by whomever. */
  async done(ctx: Ctx, ticketId: string): Promise<string[]> {
    const rows = await ctx.query<{ name: string }>(
      `select name from action_run where workspace_id = $1 and ticket_id = $2 and state = 'done' and risk <> 'read'
       order by created_at limit 20`,
      [ctx.workspaceId, ticketId],
    );
    return rows.map(({ name }) => name);
  }
}
