import type { DraftBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

interface DraftRow {
  id: string;
  ticketId: string;
  authorKind: 'person' | 'ai';
  authorId: string | null;
  authorName: string;
  text: string;
  turnId: string | null;
  version: number;
  updatedAt: Date;
}

const COLUMNS = `id, ticket_id as "ticketId", author_kind as "authorKind", author_id as "authorId", author_name as "authorName", text,
  turn_id as "turnId", version, updated_at as "updatedAt"`;

@Injectable()
export class DraftQueries {
  async ofTicket(ctx: Ctx, ticketId: string): Promise<DraftRow[]> {
    return ctx.query(
      `select ${COLUMNS} from draft where workspace_id = $1 and ticket_id = $2 order by updated_at desc`,
      [ctx.workspaceId, ticketId],
    );
  }

  async byIds(ctx: Ctx, ids: readonly string[]): Promise<DraftRow[]> {
    if (ids.length === 0) return [];
    return ctx.query(`select ${COLUMNS} from draft where workspace_id = $1 and id = any($2::uuid[])`, [
      ctx.workspaceId,
      ids,
    ]);
  }

  async upsert(ctx: Ctx, draft: Omit<DraftRow, 'version' | 'updatedAt'>): Promise<DraftRow> {
    const rows = await ctx.query<DraftRow>(
      `insert into draft (id, workspace_id, ticket_id, author_kind, author_id, author_name, text, turn_id)
       select $1::uuid, $2::uuid, t.id, $4, $5::uuid, $6, $7, $8::uuid from ticket t where t.workspace_id = $2 and t.id = $3
       on conflict (ticket_id, author_kind, coalesce(author_id, '00000000-0000-0000-0000-000000000000'))
       do update set text = excluded.text, turn_id = excluded.turn_id, author_name = excluded.author_name, version = draft.version + 1, updated_at = now()
       returning ${COLUMNS}`,
      [
        draft.id,
        ctx.workspaceId,
        draft.ticketId,
        draft.authorKind,
        draft.authorId,
        draft.authorName,
        draft.text,
        draft.turnId,
      ],
    );
    const row = rows[0];
    if (!row) throw new Error('a draft was saved on a ticket that is not there');
    return row;
  }

  async remove(ctx: Ctx, ticketId: string, draftId: string): Promise<DraftRow | null> {
    const rows = await ctx.query<DraftRow>(
      `delete from draft where workspace_id = $1 and ticket_id = $2 and id = $3 returning ${COLUMNS}`,
      [ctx.workspaceId, ticketId, draftId],
    );
    return rows[0] ?? null;
  }
}

export function toBody(row: DraftRow): DraftBody {
  return {
    id: row.id,
    ticketId: row.ticketId,
    author: { kind: row.authorKind, id: row.authorId, name: row.authorName },
    text: row.text,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    turnId: row.turnId,
  };
}
