import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Config, type Ctx } from '@satchel/kernel';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ByteRange, FileStore } from './file-store';
import { FolderStore } from './folder.store';
import { S3Store } from './s3.store';

/** Where this installation keeps bytes: in its data folder, or with an S3 service when one is configured. */
export const fileStoreOf = (config: Config): FileStore =>
  config.s3 ? new S3Store(config.s3) : new FolderStore(config.dataDir);

/** Files of a workspace, named by their content: storing the same bytes twice keeps one copy. */
@Injectable()
export class AttachmentStore implements OnApplicationShutdown {
  private readonly files: FileStore;

  constructor(config: Config) {
    this.files = fileStoreOf(config);
  }

  async put(ctx: Ctx, content: Buffer): Promise<{ sha256: string; size: number }> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.files.put(keyOf(ctx, sha256), content);
    return { sha256, size: content.length };
  }

  read(ctx: Ctx, sha256: string): Promise<Buffer> {
    return this.files.read(keyOf(ctx, sha256));
  }

  /** Nothing may name it any more. What was stored again since then stays: somebody is about to name it. */
  remove(ctx: Ctx, sha256: string, unlessSince: Date): Promise<void> {
    return this.files.remove(keyOf(ctx, sha256), unlessSince);
  }

  stream(ctx: Ctx, sha256: string, range?: ByteRange): Promise<Readable> {
    return this.files.stream(keyOf(ctx, sha256), range);
  }

  onApplicationShutdown(): void {
    this.files.close();
  }
}

function keyOf(ctx: Ctx, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a sha-256');
  return `attachments/${ctx.workspaceId}/${sha256}`;
}
