import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { bytesGone, storageFailed } from './attachment.errors';
import type { ByteRange, FileStore } from './file-store';

/** Files in a folder of this machine. A half-written file has no name. */
export class FolderStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(key: string, content: Buffer): Promise<void> {
    const path = this.pathOf(key);
    if (await this.isThere(path, content.length)) return;
    const half = `${path}.${randomUUID()}.part`;
    try {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(half, 'wx');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, path);
    } catch (error) {
      await rm(half, { force: true }).catch(() => undefined);
      throw storageFailed(error);
    }
  }

  async read(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key)).catch(refuse);
  }

  async stream(key: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(key)).catch(refuse);
    return file.createReadStream(range);
  }

  async remove(key: string, unlessSince: Date): Promise<void> {
    const path = this.pathOf(key);
    const known = await stat(path).catch(() => null);
    if (!known || known.mtime >= unlessSince) return;
    await rm(path, { force: true }).catch((error: unknown) => {
      throw storageFailed(error);
    });
  }

  close(): void {}

  private async isThere(path: string, size: number): Promise<boolean> {
    if ((await stat(path).catch(() => null))?.size !== size) return false;
    const now = new Date();
    return utimes(path, now, now).then(
      () => true,
      () => false,
    );
  }

  /** Spread over folders by the first two letters: a folder of a million files is slow on many disks. */
  private pathOf(key: string): string {
    return join(this.folder, dirname(key), basename(key).slice(0, 2), basename(key));
  }
}

function refuse(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOENT' ? bytesGone(error) : storageFailed(error);
}
