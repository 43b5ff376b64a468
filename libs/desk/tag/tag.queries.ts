import { type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

@Injectable()
export class TagQueries {
  constructor(private readonly ids: Ids) {}

  /** Makes a ticket's tags exactly these names; unknown names become tags. */
  async set(ctx: Ctx, ticketId: string, names: readonly string[]): Promise<{ added: string[]; removed: string[] }> {
    const wanted = [...new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ''))];
    const before = await this.ofTicket(ctx, ticketId);
    const added = wanted.filter((name) => !before.includes(name));
    const removed = before.filter((name) => !wanted.includes(name));
    if (added.length > 0) {
      await ctx.query(
        `insert into tag (id, workspace_id, name) select id, $1, name from unnest($2::uuid[], $3::text[]) n (id, name)
         on conflict (workspace_id, name) do nothing`,
        [ctx.workspaceId, added.map(() => this.ids.next()), added],
      );
      await ctx.query(
        `insert into ticket_tag (workspace_id, ticket_id, tag_id) select $1, $2, id from tag where workspace_id = $1 and name = any($3)
         on conflict do nothing`,
        [ctx.workspaceId, ticketId, added],
      );
    }
    if (removed.length > 0) {
      await ctx.query(
        `delete from ticket_tag using tag where ticket_tag.tag_id = tag.id and ticket_tag.workspace_id = $1 and ticket_id = $2 and tag.name = any($3)`,
        [ctx.workspaceId, ticketId, removed],
      );
    }
    return { added, removed };
  }

  async ofTicket(ctx: Ctx, ticketId: string): Promise<string[]> {
    const rows = await ctx.query<{ name: string }>(
      `select tag.name from ticket_tag tt join tag on tag.id = tt.tag_id where tt.workspace_id = $1 and tt.ticket_id = $2 order by tag.name`,
      [ctx.workspaceId, ticketId],
    );
    return rows.map((row) => row.name);
  }

  async list(ctx: Ctx): Promise<string[]> {
    const rows = await ctx.query<{ name: string }>('select name from tag where workspace_id = $1 order by name', [
      ctx.workspaceId,
    ]);
    return rows.map((row) => row.name);
  }
}
