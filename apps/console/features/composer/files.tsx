import { CloseButton, Loader } from '@mantine/core';
import { formatBytes } from '../../lib/format';
import { IconFile } from '../../ui/icons';
import css from './composer.module.css';
import type { Uploads } from './use-uploads';

export function Files({ uploads }: { uploads: Uploads }) {
  if (uploads.files.length === 0) return null;
  return (
    <ul className={css.files} aria-label="Files to send">
      {uploads.files.map((file) => (
        <li key={file.key} className={css.file}>
          {file.stored ? <IconFile size={15} /> : <Loader size={13} />}
          <span className={css.name}>{file.name}</span>
          <span className={css.size}>{formatBytes(file.size)}</span>
          <CloseButton size="xs" aria-label={`Remove ${file.name}`} onClick={() => uploads.remove(file.key)} />
        </li>
      ))}
    </ul>
  );
}
