import { Button, Group } from '@mantine/core';
import type { AttachmentBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { signedAddress } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { IconPhoto } from '../../ui/icons';
import css from './html-mail.module.css';
import { contentIdsIn, hasRemoteImages, mailDocument } from './mail-document';

/** Well below the life of a signed address. */
const ADDRESSES_MS = 3 * 60_000;

interface Props {
  html: string;
  from: string;
  files: AttachmentBody[];
}

/** A mail as its sender laid it out, in a frame without scripts, without our origin, and without remote pictures until asked. */
export function HtmlMail({ html, from, files }: Props) {
  const [remote, setRemote] = useState(false);
  const own = useOwnPictures(html, files);
  return (
    <div>
      {!remote && hasRemoteImages(html) && (
        <Group gap="xs" mb={6}>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPhoto size={14} />}
            onClick={() => setRemote(true)}
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
        srcDoc={mailDocument(html, { own, remote })}
      />
    </div>
  );
}

/** The frame has no origin, so no cookie goes with what it asks for: it gets addresses that need none. */
function useOwnPictures(html: string, files: AttachmentBody[]): Record<string, string> {
  const named = new Set(contentIdsIn(html));
  const shown = files.filter((file) => !file.state && file.contentId && named.has(file.contentId.toLowerCase()));
  const addresses = useQuery({
    queryKey: keys.pictures(shown.map(({ id }) => id)),
    queryFn: async ({ signal }) => {
      const found = await Promise.allSettled(shown.map((file) => signedAddress(file.url, signal)));
      return Object.fromEntries(
        found.flatMap((one, index) =>
          one.status === 'fulfilled' ? [[shown[index]?.contentId?.toLowerCase(), one.value]] : [],
        ),
      ) as Record<string, string>;
    },
    enabled: shown.length > 0,
    staleTime: ADDRESSES_MS,
    gcTime: ADDRESSES_MS,
    refetchOnWindowFocus: false,
  });
  return addresses.data ?? NONE;
}

const NONE: Record<string, string> = {};
