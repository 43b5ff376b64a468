import type { InboundMessage } from '@satchel/connectors';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { withinLimits } from '../attachment/attachment.limits';
import { AttachmentService, type StoredFile } from '../attachment/attachment.service';
import { FetchService, type PendingFile } from '../attachment/fetch.service';

/** Files of one message whose bytes are stored, or still at the vendor; their rows are written with the message. */
export interface PreparedFiles {
  files: (StoredFile | PendingFile)[];
  /** One sentence for each that was left out. */
  notices: string[];
}

@Injectable()
export class InboundFiles {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly fetches: FetchService,
  ) {}

  /** Brings the bytes to the storage, which may be far away: before the transaction that the message is written in. */
  async prepare(ctx: Ctx, item: InboundMessage): Promise<PreparedFiles> {
    const { kept, notices } = withinLimits(item.files);
    const files: PreparedFiles['files'] = [];
    for (const file of kept) {
      const { content } = file;
      files.push(
        Buffer.isBuffer(content)
          ? await this.attachments.store(ctx, { ...file, content })
          : { ...file, ref: content.ref },
      );
    }
    return { files, notices };
  }

  async keep(tx: Ctx, files: PreparedFiles['files'], messageId: string, connectionId: string): Promise<void> {
    for (const file of files) {
      if ('ref' in file) await this.fetches.keepPending(tx, file, messageId, connectionId);
      else await this.attachments.keep(tx, file, messageId);
    }
  }
}
