import { type Ctx, JobHandler } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { DeskEvents } from '../../desk-events';
import { scanAttachmentJob } from '../../desk.jobs';
import { AttachmentQueries } from '../attachment.queries';
import { AttachmentStore } from '../attachment.store';
import { FileScanner } from './file-scanner.service';

/** Scans what came while the scanner was away. */
@Injectable()
export class ScanJob {
  constructor(
    private readonly queries: AttachmentQueries,
    private readonly files: AttachmentStore,
    private readonly scanner: FileScanner,
    private readonly events: DeskEvents,
  ) {}

  @JobHandler(scanAttachmentJob)
  async run(ctx: Ctx, { attachmentId }: { attachmentId: string }): Promise<void> {
    const row = await this.queries.byId(ctx, attachmentId);
    if (row?.state !== 'ready' || !row.unscanned) return;
    const mark = await this.scanner.look(await this.files.read(ctx, row.sha256));
    if (mark.unscanned) return;
    await ctx.transaction(async (tx) => {
      const shown = await this.queries.scanned(tx, attachmentId, mark.blocked);
      // Whoever has the thread open sees the mark at once.
      if (shown && mark.blocked)
        await this.events.append(tx, 'attachment.fetched', { ...shown, attachmentId, state: 'ready' });
    });
  }
}
