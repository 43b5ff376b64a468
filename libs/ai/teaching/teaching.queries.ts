import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';

export interface TaughtExample {
  id: string;
  text: string;
  intent: string;
  source: 'import' | 'correction';
  ticketId: string | null;
  createdAt: Date;
}

export type NewExample = Pick<TaughtExample, 'id' | 'text' | 'intent' | 'source' | 'ticketId'>;

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
}
