import type { WidgetFileBody } from '@satchel/contracts';
import { useState } from 'preact/hooks';
import { bytes } from '../lib/format';
import { safeHref } from '../lib/link-parts';
import { Icon } from './icons';
import { useAround } from './surroundings';

const PICTURES = /^image\/(png|jpeg|gif|webp|avif)$/;
/** Addresses are signed for some minutes; older ones are asked for again before they are used. */
const STALE_MS = 3 * 60_000;

export function Files({ files }: { files: readonly WidgetFileBody[] }) {
  if (!files.length) return null;
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <FileLink file={file} />
        </li>
      ))}
    </ul>
  );
}

function FileLink({ file }: { file: WidgetFileBody }) {
  const { chat, shell, words } = useAround();
  const [broken, setBroken] = useState('');
  const href = safeHref(file.url);
  const isPicture = PICTURES.test(file.contentType) && href?.startsWith(`${shell.origin}/`) && broken !== file.url;

  const refresh = (event: MouseEvent): void => {
    if (!href || Math.abs(Date.now() - chat.freshAt) < STALE_MS) return;
    event.preventDefault();
    // Opened at once, while it counts as the visitor's own wish.
    const page = window.open('', '_blank');
    if (page) page.opener = null;
    const go = (): void => {
      const fresh = chat.store.get().messages.flatMap(({ attachments }) => attachments);
      const url = safeHref(fresh.find(({ id }) => id === file.id)?.url ?? file.url);
      if (page && url) page.location.href = url;
    };
    void chat.renew().then(go, go);
  };
  const failed = (): void => {
    setBroken(file.url);
    if (Math.abs(Date.now() - chat.freshAt) > STALE_MS) void chat.renew().catch(() => undefined);
  };

  if (!href) return <span class="file">{file.filename}</span>;
  return (
    <a class={isPicture ? 'picture' : 'file'} href={href} target="_blank" rel="noopener noreferrer" onClick={refresh}>
      {isPicture ? (
        <img src={href} alt={file.filename} loading="lazy" width="200" height="150" onError={failed} />
      ) : (
        <>
          <Icon name="file" />
          <span class="file-name" dir="auto">
            {file.filename}
          </span>
          <span class="file-size">{bytes(file.size, shell.language.format)}</span>
        </>
      )}
      <span class="unseen"> ({words.newTab})</span>
    </a>
  );
}
