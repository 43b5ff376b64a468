import type { Readable } from 'node:stream';

/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Where bytes are kept, under keys that name their content. Throws `storage_unavailable` (503, may be tried again) and
 * `file_gone` (404).
 */
export interface FileStore {
  /** Whole or not at all; the same key twice is one object, which counts as stored now. */
  put(key: string, content: Buffer): Promise<void>;
  read(key: string): Promise<Buffer>;
  /** Resolves when the first bytes can be had, so that a failure is still an answer of its own. */
  stream(key: string, range?: ByteRange): Promise<Readable>;
  /** Takes it away unless it was stored since then; one that is not there is gone already. */
  remove(key: string, unlessSince: Date): Promise<void>;
  close(): void;
}
