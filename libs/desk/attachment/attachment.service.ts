import type { Readable } from 'node:stream';
import type { AttachmentBody } from '@satchel/contracts';
import { type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AttachmentQueries, type AttachmentRow, toBody } from './attachment.queries';
import { AttachmentStore } from './attachment.store';

export interface NewAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
  contentId?: string | null;
  inline?: boolean;
}

const MAX_NAME = 200;

@Injectable()
export class AttachmentService {
  constructor(
    private readonly queries: AttachmentQueries,
    private readonly store: AttachmentStore,
    private readonly ids: Ids,
  ) {}

  /** Stores an upload; it belongs to no message until its writer sends one with it. */
  async upload(ctx: Ctx, file: NewAttachment): Promise<AttachmentBody> {
    return toBody(await this.keep(ctx, file, null));
  }

  /** Stores a file that came with a message. The bytes are on disk before the row says so. */
  async keep(ctx: Ctx, file: NewAttachment, messageId: string | null): Promise<AttachmentRow & { inline: boolean }> {
    const { sha256, size } = await this.store.put(ctx, file.content);
    const row = {
      id: this.ids.next(),
      messageId,
      filename: cleanName(file.filename),
      contentType: file.contentType,
      size,
      sha256,
      contentId: file.contentId ?? null,
      inline: file.inline ?? false,
    };
    await this.queries.insert(ctx, row);
    return row;
  }

  /** Replaced by the file's own room in a moment. */
  async keepPending(
    _ctx: Ctx,
    _file: { filename: string; ref: Record<string, unknown> },
    _messageId: string,
    _connectionId: string,
  ): Promise<void> {
    throw new Error('not here yet');
  }

  async open(ctx: Ctx, id: string): Promise<{ row: AttachmentRow; stream: Readable } | null> {
    const row = await this.queries.byId(ctx, id);
    return row ? { row, stream: this.store.stream(ctx, row.sha256) } : null;
  }

  async contentsOf(ctx: Ctx, messageId: string): Promise<{ filename: string; contentType: string; content: Buffer }[]> {
    const rows = await this.queries.rowsOf(ctx, messageId);
    return Promise.all(
      rows.map(async (row) => ({
        filename: row.filename,
        contentType: row.contentType,
        content: await this.store.read(ctx, row.sha256),
      })),
    );
  }
}

/** A name is shown and offered for saving, never used as a path. */
function cleanName(name: string): string {
  const clean = name.replace(/[\u0000-\u001f\u007f/\\]/g, '_').trim();
  return clean.slice(0, MAX_NAME) || 'file';
}
