import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Config, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';

/** Files on disk, named by their content: storing the same bytes twice keeps one copy, and a half-written file has no name. */
@Injectable()
export class AttachmentStore {
  constructor(private readonly config: Config) {}

  async put(ctx: Ctx, content: Buffer): Promise<{ sha256: string; size: number }> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const path = this.pathOf(ctx, sha256);
    if ((await stat(path).catch(() => null))?.size !== content.length) {
      await mkdir(dirname(path), { recursive: true });
      const half = `${path}.${randomUUID()}.part`;
      const file = await open(half, 'wx');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, path);
    }
    return { sha256, size: content.length };
  }

  read(ctx: Ctx, sha256: string): Promise<Buffer> {
    return readFile(this.pathOf(ctx, sha256));
  }

  stream(ctx: Ctx, sha256: string): Readable {
    return createReadStream(this.pathOf(ctx, sha256));
  }

  private pathOf(ctx: Ctx, sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a sha-256');
    return join(this.config.dataDir, 'attachments', ctx.workspaceId, sha256.slice(0, 2), sha256);
  }
}
