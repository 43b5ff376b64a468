import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { IconPhoto } from '../../ui/icons';
import css from './html-mail.module.css';
import { hasRemoteImages, mailDocument } from './mail-document';

/** A mail as its sender laid it out, in a frame without scripts, without our origin, and without pictures until asked. */
export function HtmlMail({ html, from }: { html: string; from: string }) {
  const [images, setImages] = useState(false);
  return (
    <div>
      {!images && hasRemoteImages(html) && (
        <Group gap="xs" mb={6}>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPhoto size={14} />}
            onClick={() => setImages(true)}
          >
            Show images
          </Button>
          <span className={css.note}>Pictures can tell the sender that the mail was read.</span>
        </Group>
      )}
      <iframe
        className={css.frame}
        title={`Formatted mail from ${from}`}
        // Links open in a tab of their own; nothing else is allowed.
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={mailDocument(html, images)}
      />
    </div>
  );
}
