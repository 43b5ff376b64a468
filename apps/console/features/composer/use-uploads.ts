import type { AttachmentBody } from '@satchel/contracts';
import { useState } from 'react';
import { api } from '../../lib/api';
import { newClientId } from '../../lib/new-id';
import { toastError } from '../../ui/toast';

export interface Upload {
  key: string;
  name: string;
  size: number;
  stored: AttachmentBody | null;
}

export interface Uploads {
  files: Upload[];
  busy: boolean;
  add: (files: Iterable<File>) => void;
  remove: (key: string) => void;
  /** Files that are at the server already. */
  take: (stored: readonly AttachmentBody[]) => void;
  clear: () => void;
}

/** Files on their way into a message: they upload at once, while one still writes. */
export function useUploads(): Uploads {
  const [files, setFiles] = useState<Upload[]>([]);
  const remove = (key: string): void => setFiles((known) => known.filter((file) => file.key !== key));

  const upload = async (file: File, key: string): Promise<void> => {
    const form = new FormData();
    form.append('file', file);
    try {
      const stored = await api.post<AttachmentBody>('/attachments', form);
      setFiles((known) => known.map((one) => (one.key === key ? { ...one, stored } : one)));
    } catch (error) {
      remove(key);
      toastError(`${file.name} was not attached`, error, { label: 'Try again', run: () => add([file]) });
    }
  };
  const add = (added: Iterable<File>): void => {
    for (const file of added) {
      const key = newClientId();
      setFiles((known) => [...known, { key, name: file.name || 'picture.png', size: file.size, stored: null }]);
      void upload(file, key);
    }
  };
  const take = (stored: readonly AttachmentBody[]): void =>
    setFiles((known) => [
      ...known,
      ...stored.map((one) => ({ key: one.id, name: one.filename, size: one.size, stored: one })),
    ]);
  return { files, busy: files.some((file) => file.stored === null), add, remove, take, clear: () => setFiles([]) };
}
