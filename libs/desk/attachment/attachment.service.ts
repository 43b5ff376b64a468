import type { Readable } from 'node:stream';
import { ConnectorError, type OutboundFile } from '@satchel/connectors';
import type { AttachmentBody } from '@satchel/contracts';
import { type Ctx, Database, Ids, Jobs } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { scanAttachmentJob } from '../desk.jobs';
import { emptyFile, fetchFailed, infected, noSuchFile, notHereYet, notScannedYet, tooLarge } from './attachment.errors';
import { MAX_UPLOAD_BYTES } from './attachment.limits';
import { AttachmentQueries, type AttachmentRow, toBody } from './attachment.queries';
import { AttachmentStore } from './attachment.store';
import { typeOf } from './attachment-type';
import { type FileAddress, FileLinks } from './file-links';
import { cleanName } from './file-name';
import type { ByteRange } from './file-store';
import { barePicture } from './picture/bare-picture';
import { FileScanner } from './scan/file-scanner.service';
import { UploadSweep } from './upload-sweep.service';

export interface NewAttachment {
  filename: string;
  /** What the sender calls it; what it is, its bytes tell. */
  contentType: string;
  content: Buffer;
  contentId?: string | null;
  inline?: boolean;
}

/** A file whose bytes are in the storage already, and which no row names yet. */
export type StoredFile = Pick<
  AttachmentRow,
  'filename' | 'contentType' | 'size' | 'sha256' | 'contentId' | 'inline' | 'blocked' | 'unscanned'
>;

/** Vendors fetch a message's media when its turn comes in their queue. */
const VENDOR_SECONDS = 4 * 60 * 60;

@Injectable()
export class AttachmentService {
  constructor(
    private readonly queries: AttachmentQueries,
    private readonly files: AttachmentStore,
    private readonly links: FileLinks,
    private readonly sweep: UploadSweep,
    private readonly scanner: FileScanner,
    private readonly jobs: Jobs,
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  /** Stores an upload; it belongs to no message until its writer sends one with it, and goes if nobody does. */
  async upload(ctx: Ctx, file: NewAttachment): Promise<AttachmentBody> {
    if (file.content.length === 0) throw emptyFile();
    if (file.content.length > MAX_UPLOAD_BYTES) throw tooLarge();
    const stored = await this.store(ctx, file, { bare: ctx.actor.kind !== 'customer' });
    return ctx.transaction(async (tx) => {
      await this.sweep.plan(tx);
      return toBody(await this.keep(tx, stored, null));
    });
  }

  /** Ties uploads of this very writer to their message; false when one of them is not free. */
  async attach(ctx: Ctx, messageId: string, ids: readonly string[]): Promise<boolean> {
    return (await this.queries.attach(ctx, messageId, ids)) !== null;
  }

  /**
   * Brings the bytes to the storage, which may be far away: call it before a transaction, and `keep` in it. `bare`: a
   * picture loses what its camera wrote into it; one from a customer is evidence and stays as it came.
   */
  async store(ctx: Ctx, file: NewAttachment, options: { bare?: boolean } = {}): Promise<StoredFile> {
    const contentType = await typeOf(file.content, file.contentType);
    const content = options.bare ? barePicture(file.content, contentType) : file.content;
    const { sha256, size } = await this.files.put(ctx, content);
    const { contentId = null, inline = false } = file;
    const mark = await this.scanner.mark(content);
    return { filename: cleanName(file.filename), contentType, size, sha256, contentId, inline, ...mark };
  }

  /** Keeps a file with its message. The bytes are stored before the row says so. */
  async keep(ctx: Ctx, file: NewAttachment | StoredFile, messageId: string | null): Promise<AttachmentRow> {
    const stored = 'content' in file ? await this.store(ctx, file) : file;
    const row = { ...stored, id: this.ids.next(), messageId, state: 'ready' as const, source: null };
    if (!row.unscanned) return this.queries.insert(ctx, row);
    return ctx.transaction(async (tx) => {
      await this.jobs.enqueue(tx, scanAttachmentJob, { attachmentId: row.id }, { key: row.id });
      return this.queries.insert(tx, row);
    });
  }

  async get(ctx: Ctx, id: string): Promise<AttachmentRow> {
    const row = await this.queries.byId(ctx, id);
    if (!row) throw noSuchFile();
    return row;
  }

  /** Where the browser gets the file in the next minutes, on this host. Throws while its bytes are not here. */
  async path(ctx: Ctx, id: string, options: { download?: boolean } = {}): Promise<string> {
    const row = await this.get(ctx, id);
    if (row.state !== 'ready') throw row.state === 'pending' ? notHereYet() : fetchFailed();
    this.checkScan(row);
    return this.links.path(id, options);
  }

  /** The same for a caller who has proven the id to be theirs: good for minutes, without signing in. */
  signedPath(id: string): string {
    return this.links.path(id);
  }

  /** An address for somebody else's server. Asks for nothing: `id` must come from the caller's own workspace. */
  signedUrl(id: string, options: { seconds?: number } = {}): string {
    return this.links.url(id, options);
  }

  /** A file by its signed address alone. */
  async byAddress(id: string, address: FileAddress): Promise<AttachmentRow> {
    this.links.check(id, address);
    const row = await this.queries.anywhere(this.db.system(), id);
    if (row?.state !== 'ready') throw noSuchFile();
    this.checkScan(row);
    return row;
  }

  stream(row: AttachmentRow, range?: ByteRange): Promise<Readable> {
    return this.files.stream(this.ctxOf(row), row.sha256, range);
  }

  /** What a message takes with it on its way out. */
  async contentsOf(ctx: Ctx, messageId: string): Promise<OutboundFile[]> {
    const rows = await this.queries.rowsOf(ctx, messageId);
    for (const row of rows) this.checkSendable(row);
    return Promise.all(
      rows
        .filter(({ state }) => state === 'ready')
        .map(async ({ id, filename, contentType, sha256 }) => ({
          filename,
          contentType,
          content: await this.files.read(ctx, sha256),
          url: this.signedUrl(id, { seconds: VENDOR_SECONDS }),
        })),
    );
  }

  private checkScan({ blocked, unscanned }: AttachmentRow): void {
    if (blocked !== null) throw infected(blocked);
    if (unscanned && this.scanner.required) throw notScannedYet();
  }

  /** A virus may be found after the reply was written: it does not go out without the file that its writer meant. */
  private checkSendable({ filename, blocked, unscanned }: AttachmentRow): void {
    if (blocked !== null) throw new ConnectorError('rejected', `"${filename}" is blocked: it contains ${blocked}.`);
    if (unscanned && this.scanner.required)
      throw new ConnectorError('unavailable', `"${filename}" was not scanned for viruses yet.`);
  }

  private ctxOf({ workspaceId }: AttachmentRow): Ctx {
    return this.db.ctx(workspaceId, this.db.system().actor);
  }
}
