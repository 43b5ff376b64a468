import { ConnectionService, ConnectorError } from '@satchel/connectors';
import type { AttachmentBody } from '@satchel/contracts';
import { type Ctx, Ids, Jobs, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { DeskEvents } from '../desk-events';
import { fetchAttachmentJob, scanAttachmentJob } from '../desk.jobs';
import { noSuchFile, nothingToRetry } from './attachment.errors';
import { MAX_INBOUND_FILE_BYTES, megabytes } from './attachment.limits';
import { AttachmentQueries, type AttachmentRow, type FetchedFile, type FileSource, toBody } from './attachment.queries';
import { AttachmentStore } from './attachment.store';
import { typeOf } from './attachment-type';
import { cleanName } from './file-name';
import { FileScanner, NOT_MARKED } from './scan/file-scanner.service';

export interface PendingFile {
  filename: string;
  contentType: string;
  contentId?: string | null;
  inline?: boolean;
  /** What the channel's `fetchFile` needs. */
  ref: Record<string, unknown>;
}

/** Files that a vendor still holds: the message stands at once, its pictures follow. */
@Injectable()
export class FetchService {
  constructor(
    private readonly queries: AttachmentQueries,
    private readonly files: AttachmentStore,
    private readonly connections: ConnectionService,
    private readonly events: DeskEvents,
    private readonly scanner: FileScanner,
    private readonly jobs: Jobs,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  /** Row and job in ctx's transaction. */
  async keepPending(ctx: Ctx, file: PendingFile, messageId: string, connectionId: string): Promise<AttachmentRow> {
    return ctx.transaction(async (tx) => {
      const row = await this.queries.insert(tx, {
        id: this.ids.next(),
        messageId,
        filename: cleanName(file.filename),
        contentType: file.contentType,
        size: 0,
        sha256: '',
        contentId: file.contentId ?? null,
        inline: file.inline ?? false,
        state: 'pending',
        ...NOT_MARKED,
        source: { connectionId, ref: file.ref },
      });
      await this.enqueue(tx, row.id);
      return row;
    });
  }

  /** A person asks again for what could not be fetched. */
  async retry(ctx: Ctx, id: string): Promise<AttachmentBody> {
    return ctx.transaction(async (tx) => {
      if (!(await this.queries.byId(tx, id))) throw noSuchFile();
      const row = await this.queries.pendAgain(tx, id);
      if (!row) throw nothingToRetry();
      await this.enqueue(tx, id);
      return toBody(row);
    });
  }

  /** Running it twice changes nothing the second time. */
  async fetch(ctx: Ctx, id: string, lastAttempt: boolean): Promise<void> {
    const row = await this.queries.byId(ctx, id);
    if (row?.state !== 'pending' || !row.source) return;
    try {
      const stored = await this.bytesOf(ctx, row, row.source);
      await this.settle(ctx, id, 'ready', async (tx) => {
        if (stored.unscanned) await this.jobs.enqueue(tx, scanAttachmentJob, { attachmentId: id }, { key: id });
        return this.queries.arrived(tx, id, stored);
      });
      await this.forget(ctx, row.source);
    } catch (error) {
      const passing = passingTrouble(error);
      if (passing && !lastAttempt) throw passing;
      this.log.warn({ err: error, attachmentId: id }, 'a file could not be fetched from its channel');
      await this.settle(ctx, id, 'failed', (tx) => this.queries.failed(tx, id));
    }
  }

  private async bytesOf(ctx: Ctx, row: AttachmentRow, { connectionId, ref }: FileSource) {
    const adapter = await this.connections.adapter(ctx, connectionId, 'channel');
    if (!adapter.fetchFile) throw new ConnectorError('rejected', 'This channel fetches no files.');
    const { content, contentType } = await adapter.fetchFile(ref);
    if (content.length > MAX_INBOUND_FILE_BYTES)
      throw new ConnectorError('rejected', `A file of ${megabytes(content.length)} is larger than we keep.`);
    const type = await typeOf(content, contentType ?? row.contentType);
    return { ...(await this.files.put(ctx, content)), contentType: type, ...(await this.scanner.mark(content)) };
  }

  /** It is here: the vendor's copy has no use any more. */
  private async forget(ctx: Ctx, { connectionId, ref }: FileSource): Promise<void> {
    const adapter = await this.connections.adapter(ctx, connectionId, 'channel');
    await adapter.forgetFile?.(ref).catch(() => undefined);
  }

  private async settle(
    ctx: Ctx,
    attachmentId: string,
    state: 'ready' | 'failed',
    write: (tx: Ctx) => Promise<FetchedFile | null>,
  ): Promise<void> {
    await ctx.transaction(async (tx) => {
      const settled = await write(tx);
      if (settled) await this.events.append(tx, 'attachment.fetched', { ...settled, attachmentId, state });
    });
  }

  private enqueue(ctx: Ctx, attachmentId: string): Promise<void> {
    return this.jobs.enqueue(ctx, fetchAttachmentJob, { attachmentId }, { key: attachmentId });
  }
}

/** The error to try again after, or null for a clear no. Asking for a file twice harms nobody, so an open outcome counts. */
function passingTrouble(error: unknown): Error | null {
  if (error instanceof ConnectorError && error.code === 'uncertain')
    return new ConnectorError('unavailable', error.message, { cause: error });
  if (!(error instanceof Error)) return new Error(String(error));
  return (error as { retryable?: unknown }).retryable === false ? null : error;
}
