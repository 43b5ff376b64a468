import type { Ctx } from '@satchel/kernel';
import { Clock } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { Address } from '../tools/tool';

export interface NewProof {
  level: 2 | 3;
  how: 'order_match' | 'one_time_code';
  /** Messages of this address carry it. */
  for: string;
  until: Date;
  addresses: Address[];
}

export interface TriedCode {
  hash: string;
  email: string;
  expiresAt: string;
  /** This try included. */
  tries: number;
}

/** What is proven in a conversation, and how often it was guessed. Each change stands at once, whatever becomes of the turn. */
@Injectable()
export class IdentityQueries {
  constructor(private readonly clock: Clock) {}

  /** Never less than what holds already for the same addresses. */
  async prove(ctx: Ctx, ticketId: string, proof: NewProof): Promise<void> {
    await ctx.query(
      `insert into ai_conversation (ticket_id, workspace_id, assurance, assurance_how, assurance_for, assurance_until, proven, updated_at)
       values ($2, $1, $3, $4, $5, $6, $7, $8)
       on conflict (ticket_id) do update set assurance = excluded.assurance, assurance_how = excluded.assurance_how,
         assurance_for = excluded.assurance_for, assurance_until = excluded.assurance_until, proven = excluded.proven,
         updated_at = excluded.updated_at
       where ai_conversation.workspace_id = $1 and not (ai_conversation.assurance > excluded.assurance
         and ai_conversation.assurance_until > excluded.updated_at and ai_conversation.proven = excluded.proven)`,
      [
        ctx.workspaceId,
        ticketId,
        proof.level,
        proof.how,
        proof.for,
        proof.until,
        JSON.stringify(proof.addresses),
        this.clock.now(),
      ],
      { name: 'ai.prove' },
    );
  }

  async missed(ctx: Ctx, ticketId: string, guesser: string | null): Promise<void> {
    await ctx.query(
      `insert into ai_conversation (ticket_id, workspace_id, guesses, guesser, guessed_at, updated_at) values ($2, $1, 1, $3, $4, $4)
       on conflict (ticket_id) do update set guesses = ai_conversation.guesses + 1, guesser = excluded.guesser,
         guessed_at = excluded.guessed_at, updated_at = excluded.updated_at
       where ai_conversation.workspace_id = $1`,
      [ctx.workspaceId, ticketId, guesser, this.clock.now()],
      { name: 'ai.guess-missed' },
    );
  }

  /** Misses of one address in all its conversations since a moment. */
  async missesOf(ctx: Ctx, guesser: string, since: Date): Promise<number> {
    const [row] = await ctx.query<{ misses: number }>(
      `select coalesce(sum(guesses), 0)::int as misses from ai_conversation
       where workspace_id = $1 and guesser = $2 and guessed_at >= $3`,
      [ctx.workspaceId, guesser, since],
      { name: 'ai.guesses-of' },
    );
    return row?.misses ?? 0;
  }

  /** A new code takes the place of the one before. False: too many were sent. */
  async keepCode(ctx: Ctx, ticketId: string, code: Omit<TriedCode, 'tries'>, most: number): Promise<boolean> {
    const rows = await ctx.query(
      `insert into ai_conversation (ticket_id, workspace_id, code, codes_sent, updated_at) values ($2, $1, $3, 1, $5)
       on conflict (ticket_id) do update set code = excluded.code, codes_sent = ai_conversation.codes_sent + 1,
         updated_at = excluded.updated_at
       where ai_conversation.workspace_id = $1 and ai_conversation.codes_sent < $4 returning ticket_id`,
      [ctx.workspaceId, ticketId, JSON.stringify({ ...code, tries: 0 }), most, this.clock.now()],
      { name: 'ai.code-keep' },
    );
    return rows.length > 0;
  }

  /** Counts the try before it is compared, so that tries at once are tries. Null: there is no code. */
  async tryCode(ctx: Ctx, ticketId: string): Promise<TriedCode | null> {
    const [row] = await ctx.query<{ code: TriedCode }>(
      `update ai_conversation set code = jsonb_set(code, '{tries}', to_jsonb((code ->> 'tries')::int + 1)), updated_at = $3
       where workspace_id = $1 and ticket_id = $2 and code is not null returning code`,
      [ctx.workspaceId, ticketId, this.clock.now()],
      { name: 'ai.code-try' },
    );
    return row?.code ?? null;
  }

  async forgetCode(ctx: Ctx, ticketId: string): Promise<void> {
    await ctx.query(
      'update ai_conversation set code = null, updated_at = $3 where workspace_id = $1 and ticket_id = $2',
      [ctx.workspaceId, ticketId, this.clock.now()],
    );
  }
}
