import type { AttachmentBody } from '@satchel/contracts';
import { formatBytes } from '../../lib/format';
import { IconFile } from '../../ui/icons';
import css from './attachments.module.css';

const PICTURES = /^image\/(png|jpeg|gif|webp)$/;

export function Attachments({ files }: { files: AttachmentBody[] }) {
  if (files.length === 0) return null;
  return (
    <ul className={css.files} aria-label="Attachments">
      {files.map((file) => (
        <li key={file.id}>
          <a className={css.file} href={file.url} target="_blank" rel="noreferrer" title={file.filename}>
            {PICTURES.test(file.contentType) ? (
              <img className={css.thumb} src={file.url} alt="" loading="lazy" />
            ) : (
              <span className={css.icon}>
                <IconFile size={18} />
              </span>
            )}
            <span className={css.name}>{file.filename}</span>
            <span className={css.size}>{formatBytes(file.size)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
