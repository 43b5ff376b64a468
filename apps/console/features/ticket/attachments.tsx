import { Button, Loader } from '@mantine/core';
import type { AttachmentBody } from '@satchel/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { formatBytes } from '../../lib/format';
import { IconAlertTriangle, IconFile } from '../../ui/icons';
import { toastError } from '../../ui/toast';
import css from './attachments.module.css';

const PICTURES = /^image\/(png|jpeg|gif|webp)$/;

export function Attachments({ files }: { files: AttachmentBody[] }) {
  if (files.length === 0) return null;
  return (
    <ul className={css.files} aria-label="Attachments">
      {files.map((file) => (
        <li key={file.id}>
          {file.blocked ? (
            <BlockedFile file={file} />
          ) : file.state ? (
            <WaitingFile file={file} />
          ) : (
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
          )}
        </li>
      ))}
    </ul>
  );
}

/** A virus was found in it: everybody sees that it came, and nobody opens it. */
function BlockedFile({ file }: { file: AttachmentBody }) {
  const why = `Blocked: contains ${file.blocked}`;
  return (
    <span className={css.file} title={`${file.filename}. ${why}`}>
      <span className={css.icon}>
        <IconAlertTriangle size={18} />
      </span>
      <span className={css.name}>{file.filename}</span>
      <span className={css.name}>{why}</span>
    </span>
  );
}

/** The vendor still holds it, or did not give it out: nothing to open, something to do. */
function WaitingFile({ file }: { file: AttachmentBody }) {
  const retry = useMutation({
    mutationFn: () => api.post(`/attachments/${file.id}/retry`),
    onError: (error) =>
      toastError(`${file.filename} was not fetched`, error, { label: 'Try again', run: () => retry.mutate() }),
  });
  const failed = file.state === 'failed';
  return (
    <span className={css.file}>
      <span className={css.icon}>{failed ? <IconAlertTriangle size={18} /> : <Loader size={16} />}</span>
      <span className={css.name}>{file.filename}</span>
      {failed ? (
        <Button size="compact-xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
          Fetch again
        </Button>
      ) : (
        <span className={css.size}>on its way</span>
      )}
    </span>
  );
}
