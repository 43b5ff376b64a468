import { linkParts } from '../lib/link-parts';
import { useAround } from './surroundings';

export function LinkedText({ text }: { text: string }) {
  const { words } = useAround();
  return (
    <p class="text" dir="auto">
      {linkParts(text).map(({ text: part, href }, at) =>
        href ? (
          <a key={at} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {part}
            <span class="unseen"> ({words.newTab})</span>
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
