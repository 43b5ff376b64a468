import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';
import type { Shadow } from './thresholds';

export interface TaughtExample {
  id: string;
  text: string;
  intent: string;
  source: 'import' | 'correction';
  ticketId: string | null;
  createdAt: Date;
}

export type NewExample = Pick<TaughtExample, 'id' | 'text' | 'intent' | 'source' | 'ticketId'>;

export interface NewShadow {
  id: string;
  ticketId: string;
  messageId: string;
  intent: string;
  score: number;
}

/** Decisions of an intent that its threshold is measured on: the newest, so that it follows the shop's traffic. */
const SHADOWS = 2_000;

@Injectable()
export class TeachingQueries {
  list(ctx: Ctx, { limit, before }: { limit: number; before: string | null }): Promise<TaughtExample[]> {
    return ctx.query(
      `select id, text, intent, source, ticket_id as "ticketId", created_at as "createdAt" from taught_example
        where workspace_id = $1 and ($3::uuid is null or (created_at, id) <
          (select created_at, id from taught_example where workspace_id = $1 and id = $3))
        order by created_at desc, id desc limit $2`,
      [ctx.workspaceId, limit, before],
    );
  }

  /** In the order of teaching: the same rows train the same model. */
  all(ctx: Ctx): Promise<Pick<TaughtExample, 'text' | 'intent'>[]> {
    return ctx.query('select text, intent from taught_example where workspace_id = $1 order by created_at, id', [
      ctx.workspaceId,
    ]);
  }

  /** Changes whenever what is taught does. */
  async version(ctx: Ctx): Promise<{ count: number; version: string }> {
    const [row] = await ctx.query<{ count: number; version: string }>(
      `select count(*)::int as count, coalesce(md5(string_agg(id::text || intent, ',' order by id)), '') as version
        from taught_example where workspace_id = $1`,
      [ctx.workspaceId],
    );
    return row ?? { count: 0, version: '' };
  }

  async teach(ctx: Ctx, examples: readonly NewExample[]): Promise<void> {
    await ctx.query(
      `insert into taught_example (id, workspace_id, text, intent, source, ticket_id)
        select e.id, $1, e.text, e.intent, e.source, e.ticket_id
        from jsonb_to_recordset($2::jsonb) as e (id uuid, text text, intent text, source text, ticket_id uuid)
        on conflict (workspace_id, md5(text)) do update
          set intent = excluded.intent, source = excluded.source, ticket_id = excluded.ticket_id`,
      [ctx.workspaceId, JSON.stringify(examples.map(({ ticketId, ...rest }) => ({ ...rest, ticket_id: ticketId })))],
    );
  }

  async forget(ctx: Ctx, id: string): Promise<boolean> {
    const rows = await ctx.query(
      `with gone as (delete from taught_example where workspace_id = $1 and id = $2 returning id) select id from gone`,
      [ctx.workspaceId, id],
    );
    return rows.length > 0;
  }

  async ticketExists(ctx: Ctx, id: string): Promise<boolean> {
    return (
      (await ctx.query('select 1 from ticket where workspace_id = $1 and id = $2', [ctx.workspaceId, id])).length > 0
    );
  }

  /** What the engine would have taken a message for; a second look at the same message replaces the first. */
  async shadow(ctx: Ctx, { id, ticketId, messageId, intent, score }: NewShadow): Promise<void> {
    await ctx.query(
      `insert into shadow_decision (id, workspace_id, ticket_id, message_id, intent, score)
        select $2, $1, $3, m.id, $5, $6 from message m where m.workspace_id = $1 and m.id = $4 and m.ticket_id = $3
        on conflict (message_id, intent) do update set score = excluded.score where shadow_decision.workspace_id = $1`,
      [ctx.workspaceId, id, ticketId, messageId, intent, score],
    );
  }

  /** What a person made of the message afterwards: right for that intent, wrong for every other. */
  async settle(ctx: Ctx, messageId: string, intent: string): Promise<void> {
    await ctx.query('update shadow_decision set correct = (intent = $3) where workspace_id = $1 and message_id = $2', [
      ctx.workspaceId,
      messageId,
      intent,
    ]);
  }

  async shadows(ctx: Ctx): Promise<Map<string, Shadow[]>> {
    const rows = await ctx.query<Shadow & { intent: string }>(
      `select intent, score, correct from (
          select intent, score, correct, row_number() over (partition by intent order by created_at desc) as place
          from shadow_decision where workspace_id = $1 and correct is not null) newest
        where place <= $2`,
      [ctx.workspaceId, SHADOWS],
    );
    const found = new Map<string, Shadow[]>();
    for (const { intent, score, correct } of rows) {
      const list = found.get(intent) ?? [];
      list.push({ score, correct });
      found.set(intent, list);
    }
    return found;
  }
}
