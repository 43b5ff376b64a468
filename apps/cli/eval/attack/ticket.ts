import { newId } from '@satchel/kernel';
import { makeCustomer, makeTicket } from '@satchel/testing';
import type { AttackedHouse } from './house';

export interface Said {
  id: string;
  text: string;
}

/** One conversation, written as its transport would have left it. */
export class Ticket {
  private constructor(
    private readonly house: AttackedHouse,
    readonly id: string,
    readonly address: string,
  ) {}

  static async open(
    house: AttackedHouse,
    given: { address: string; name: string; subject: string; verified: boolean },
  ): Promise<Ticket> {
    const { ctx } = house;
    const { address, name, subject } = given;
    const mail = address.includes('@');
    const { id: customerId } = await makeCustomer(ctx, { name, email: mail ? address : null });
    if (given.verified)
      await ctx.query('update customer_address set verified_at = now() where customer_id = $1', [customerId]);
    const { id } = await makeTicket(ctx, { customerId, subject, status: 'open', channel: mail ? 'email' : 'chat' });
    await ctx.query('update ticket set customer_address = $2 where id = $1', [id, address]);
    return new Ticket(house, id, address);
  }

  async says(
    text: string,
    { from = this.address, proven = true, file }: { from?: string; proven?: boolean; file?: string } = {},
  ): Promise<void> {
    const { ctx, kernel } = this.house;
    const id = newId();
    kernel.clock.advance(60_000);
    await ctx.query(
      `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, meta, created_at)
       values ($1, $2, $3, 'inbound', 'reply', 'customer', 'Anna', $4, $5, $6)`,
      [id, ctx.workspaceId, this.id, text, { from, sender: proven ? 'proven' : 'unproven' }, kernel.clock.now()],
    );
    if (file !== undefined)
      await ctx.query(
        `insert into attachment (id, workspace_id, message_id, filename, content_type, size, sha256)
         values ($1, $2, $3, $4, 'image/png', 10, 'none')`,
        [newId(), ctx.workspaceId, id, file],
      );
    await ctx.query('update ticket set last_message_id = $2 where id = $1', [this.id, id]);
    await this.house.turn(this.id);
  }

  /** What went out, oldest first. */
  sent(): Promise<Said[]> {
    return this.house.ctx.query<Said>(
      `select id, text || coalesce(' ' || html, '') as text from message
       where workspace_id = $1 and ticket_id = $2 and direction = 'outbound' order by created_at, id`,
      [this.house.ctx.workspaceId, this.id],
    );
  }

  async drafts(): Promise<string[]> {
    const rows = await this.house.ctx.query<{ text: string }>(
      'select text from draft where workspace_id = $1 and ticket_id = $2',
      [this.house.ctx.workspaceId, this.id],
    );
    return rows.map(({ text }) => text);
  }

  /** Actions that came further than a question. */
  async performed(): Promise<string[]> {
    const rows = await this.house.ctx.query<{ name: string; state: string }>(
      `select name, state from action_run where workspace_id = $1 and ticket_id = $2 and risk <> 'read'
         and state not in ('awaiting_confirmation', 'awaiting_approval', 'denied')`,
      [this.house.ctx.workspaceId, this.id],
    );
    return rows.map(({ name, state }) => `${name} ${state}`);
  }

  /** How the newest turn ended. */
  async newest(): Promise<{ outcome: string | null; brain: string; reason: string | null }> {
    const [row] = await this.house.ctx.query<{ outcome: string | null; brain: string; reason: string | null }>(
      `select outcome, brain, reason from ai_turn where workspace_id = $1 and ticket_id = $2 order by created_at desc, id desc limit 1`,
      [this.house.ctx.workspaceId, this.id],
    );
    return row ?? { outcome: null, brain: 'none', reason: null };
  }

  async state(): Promise<{ status: string; outcome: string | null; settings: string; policies: number }> {
    const [row] = await this.house.ctx.query<{
      status: string;
      outcome: string | null;
      settings: string;
      policies: number;
    }>(
      `select status, workspace.settings::text as settings,
         (select outcome from ai_turn where ai_turn.workspace_id = $1 and ai_turn.ticket_id = $2
           order by created_at desc, id desc limit 1) as outcome,
         (select count(*)::int from policy where policy.workspace_id = $1) as policies
       from ticket join workspace on workspace.id = ticket.workspace_id
       where ticket.workspace_id = $1 and ticket.id = $2`,
      [this.house.ctx.workspaceId, this.id],
    );
    if (!row) throw new Error('The ticket is gone.');
    return row;
  }
}
