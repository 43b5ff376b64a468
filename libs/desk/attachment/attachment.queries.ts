import type { AttachmentBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

export interface AttachmentRow {
  id: string;
  messageId: string | null;
  filename: string;
  contentType: string;
  size: number;
  sha256: string;
}

const COLUMNS = `id, message_id as "messageId", filename, content_type as "contentType", size, sha256, inline`;

@Injectable()
export class AttachmentQueries {
  async insert(ctx: Ctx, row: AttachmentRow & { contentId: string | null; inline: boolean }): Promise<void> {
    await ctx.query(
      `insert into attachment (id, workspace_id, message_id, filename, content_type, size, sha256, content_id, inline, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        row.id,
        ctx.workspaceId,
        row.messageId,
        row.filename,
        row.contentType,
        row.size,
        row.sha256,
        row.contentId,
        row.inline,
        ctx.actor.id,
      ],
    );
  }

  /** Ties uploads of this very writer to the message; false when one of them is not free. */
  async attach(ctx: Ctx, messageId: string, ids: readonly string[]): Promise<boolean> {
    const rows = await ctx.query(
      `update attachment set message_id = $3
       where workspace_id = $1 and id = any($2::uuid[]) and message_id is null and created_by is not distinct from $4::uuid returning id`,
      [ctx.workspaceId, ids, messageId, ctx.actor.id],
    );
    return rows.length === new Set(ids).size;
  }

  async ofMessage(ctx: Ctx, messageId: string): Promise<AttachmentBody[]> {
    const rows = await this.rowsOf(ctx, messageId);
    return rows.map(toBody);
  }

  rowsOf(ctx: Ctx, messageId: string): Promise<(AttachmentRow & { inline: boolean })[]> {
    return ctx.query(
      `select ${COLUMNS} from attachment where workspace_id = $1 and message_id = $2 order by created_at, id`,
      [ctx.workspaceId, messageId],
    );
  }

  async byId(ctx: Ctx, id: string): Promise<AttachmentRow | null> {
    const rows = await ctx.query<AttachmentRow>(
      `select ${COLUMNS} from attachment where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id],
    );
    return rows[0] ?? null;
  }
}

export function toBody(row: AttachmentRow & { inline: boolean }): AttachmentBody {
  return {
    id: row.id,
    filename: row.filename,
    contentType: row.contentType,
    size: row.size,
    url: `/api/v1/attachments/${row.id}`,
    inline: row.inline,
  };
}
