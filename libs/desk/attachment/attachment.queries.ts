import type { AttachmentBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { ScanMark } from './scan/file-scanner.service';

/** What a channel needs to fetch a file that is not here yet. */
export interface FileSource {
  connectionId: string;
  ref: Record<string, unknown>;
}

export interface AttachmentRow extends ScanMark {
  id: string;
  workspaceId: string;
  messageId: string | null;
  filename: string;
  contentType: string;
  size: number;
  sha256: string;
  contentId: string | null;
  inline: boolean;
  state: 'ready' | 'pending' | 'failed';
  source: FileSource | null;
}

const COLUMNS = `id, workspace_id as "workspaceId", message_id as "messageId", filename, content_type as "contentType", size,
  sha256, content_id as "contentId", inline, state, source, blocked, unscanned`;

@Injectable()
export class AttachmentQueries {
  async insert(ctx: Ctx, row: Omit<AttachmentRow, 'workspaceId'>): Promise<AttachmentRow> {
    const [inserted] = await ctx.query<AttachmentRow>(
      `insert into attachment (id, workspace_id, message_id, filename, content_type, size, sha256, content_id, inline, state, source,
         created_by, blocked, unscanned)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning ${COLUMNS}`,
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
        row.state,
        row.source && JSON.stringify(row.source),
        ctx.actor.id,
        row.blocked,
        row.unscanned,
      ],
    );
    if (!inserted) throw new Error('an attachment was not inserted');
    return inserted;
  }

  /** Ties uploads of this very writer to the message; null when one of them is not free. */
  async attach(ctx: Ctx, messageId: string, ids: readonly string[]): Promise<AttachmentRow[] | null> {
    const rows = await ctx.query<AttachmentRow>(
      `update attachment set message_id = $3
       where workspace_id = $1 and id = any($2::uuid[]) and message_id is null and created_by is not distinct from $4::uuid returning ${COLUMNS}`,
      [ctx.workspaceId, ids, messageId, ctx.actor.id],
    );
    return rows.length === new Set(ids).size ? rows : null;
  }

  /** Uploads of this very writer that no message has; null when one of them is not free. */
  async free(ctx: Ctx, ids: readonly string[]): Promise<AttachmentRow[] | null> {
    const rows = await ctx.query<AttachmentRow>(
      `select ${COLUMNS} from attachment
       where workspace_id = $1 and id = any($2::uuid[]) and message_id is null and created_by is not distinct from $3::uuid`,
      [ctx.workspaceId, ids, ctx.actor.id],
    );
    return rows.length === new Set(ids).size ? rows : null;
  }

  async uploads(ctx: Ctx, ids: readonly string[]): Promise<AttachmentBody[]> {
    const rows = await ctx.query<AttachmentRow>(
      `select ${COLUMNS} from attachment where workspace_id = $1 and id = any($2::uuid[]) and message_id is null
       order by created_at, id`,
      [ctx.workspaceId, ids],
    );
    return rows.map(toBody);
  }

  /**
   * Takes away uploads from before then that belong to no message, and tells what was in them. Those of a time whose
   * messages are not all understood yet stay: one of them may name them.
   */
  async removeUnsent(ctx: Ctx, before: Date, limit: number): Promise<string[]> {
    const rows = await ctx.query<{ sha256: string }>(
      `delete from attachment where workspace_id = $1 and message_id is null and id in (
         select a.id from attachment a where a.workspace_id = $1 and a.message_id is null and a.created_at < $2
           and not exists (select 1 from scheduled_message s where s.workspace_id = $1 and s.reply -> 'attachmentIds' ? a.id::text)
           and not exists (select 1 from inbound_envelope e where e.workspace_id = $1 and e.state in ('stored', 'quarantined')
             and e.received_at between a.created_at and a.created_at + interval '1 day')
         order by a.created_at limit $3 for update of a skip locked)
       returning sha256`,
      [ctx.workspaceId, before, limit],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** Which of these contents a file of the workspace has. */
  async known(ctx: Ctx, contents: readonly string[]): Promise<ReadonlySet<string>> {
    if (contents.length === 0) return new Set();
    const rows = await ctx.query<{ sha256: string }>(
      'select distinct sha256 from attachment where workspace_id = $1 and sha256 = any($2)',
      [ctx.workspaceId, contents],
    );
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  async ofMessage(ctx: Ctx, messageId: string): Promise<AttachmentBody[]> {
    const rows = await this.rowsOf(ctx, messageId);
    return rows.map(toBody);
  }

  rowsOf(ctx: Ctx, messageId: string): Promise<AttachmentRow[]> {
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

  /** Of whichever workspace: only for an address whose signature was proved. `system` is the house's own ctx. */
  async anywhere(system: Ctx, id: string): Promise<AttachmentRow | null> {
    const rows = await system.query<AttachmentRow>(`select ${COLUMNS} from attachment where id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The bytes came. Null when somebody else was faster, or the message is gone. */
  async arrived(
    ctx: Ctx,
    id: string,
    file: Pick<AttachmentRow, 'contentType' | 'size' | 'sha256' | 'blocked' | 'unscanned'>,
  ): Promise<FetchedFile | null> {
    const changes = `state = 'ready', source = null, content_type = $3, size = $4, sha256 = $5, blocked = $6, unscanned = $7`;
    return this.settled(ctx, id, changes, [file.contentType, file.size, file.sha256, file.blocked, file.unscanned]);
  }

  /** Its message, when somebody may look at it; null for an upload that waits to be sent. */
  async scanned(ctx: Ctx, id: string, blocked: string | null): Promise<FetchedFile | null> {
    const rows = await ctx.query<FetchedFile>(
      `with done as (update attachment set blocked = $3, unscanned = false where workspace_id = $1 and id = $2 returning message_id)
       select m.id as "messageId", m.ticket_id as "ticketId" from done join message m on m.id = done.message_id and m.workspace_id = $1`,
      [ctx.workspaceId, id, blocked],
    );
    return rows[0] ?? null;
  }

  async failed(ctx: Ctx, id: string): Promise<FetchedFile | null> {
    return this.settled(ctx, id, `state = 'failed'`, []);
  }

  async pendAgain(ctx: Ctx, id: string): Promise<AttachmentRow | null> {
    const rows = await ctx.query<AttachmentRow>(
      `update attachment set state = 'pending' where workspace_id = $1 and id = $2 and state = 'failed' returning ${COLUMNS}`,
      [ctx.workspaceId, id],
    );
    return rows[0] ?? null;
  }

  private async settled(ctx: Ctx, id: string, changes: string, values: unknown[]): Promise<FetchedFile | null> {
    const rows = await ctx.query<FetchedFile>(
      `update attachment a set ${changes} from message m
       where a.workspace_id = $1 and a.id = $2 and a.state = 'pending' and m.workspace_id = $1 and m.id = a.message_id
       returning m.id as "messageId", m.ticket_id as "ticketId"`,
      [ctx.workspaceId, id, ...values],
    );
    return rows[0] ?? null;
  }
}

export interface FetchedFile {
  ticketId: string;
  messageId: string;
}

export function toBody(row: AttachmentRow): AttachmentBody {
  return {
    id: row.id,
    filename: row.filename,
    contentType: row.contentType,
    size: row.size,
    url: `/api/v1/attachments/${row.id}`,
    inline: row.inline,
    ...(row.contentId === null ? {} : { contentId: row.contentId }),
    ...(row.state === 'ready' ? {} : { state: row.state }),
    ...(row.blocked === null ? {} : { blocked: row.blocked }),
  };
}
