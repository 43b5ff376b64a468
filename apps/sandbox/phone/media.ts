import { randomUUID } from 'node:crypto';
import type { PhoneMedia } from './phone.types';

export interface StoredMedia extends PhoneMedia {
  content: Buffer;
}

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/ogg': 'ogg',
  'video/mp4': 'mp4',
};

/** The type without its parameters, lower-case. */
export const plainType = (type: string | null | undefined): string =>
  (type ?? '').split(';')[0]?.trim().toLowerCase() || 'application/octet-stream';

export const nameFor = (contentType: string): string => `file.${extensions[plainType(contentType)] ?? 'bin'}`;

/** Pictures and files of every phone, whoever sent them. */
export class MediaStore {
  private readonly files = new Map<string, StoredMedia>();

  add(content: Buffer, contentType: string, filename?: string): StoredMedia {
    const type = plainType(contentType);
    const id = randomUUID();
    const stored = { id, filename: filename || nameFor(type), contentType: type, size: content.length, content };
    this.files.set(id, stored);
    return stored;
  }

  get(id: string): StoredMedia | undefined {
    return this.files.get(id);
  }

  clear(): void {
    this.files.clear();
  }
}

export const mediaView = ({ id, filename, contentType, size }: StoredMedia): PhoneMedia => ({
  id,
  filename,
  contentType,
  size,
});
