import { CopyLine } from '../../ui/copy-line';
import css from './connections.module.css';

/** What a shop puts on its pages for the chat to be there. */
export function EmbedSnippet({ connectionId }: { connectionId: string }) {
  const snippet = `<script src="${location.origin}/widget.js" data-key="${connectionId}" async></script>`;
  return (
    <div className={css.part}>
      <span>
        Put this on every page of the shop, before <code>&lt;/body&gt;</code>. Colour and position follow the settings;{' '}
        <code>data-color</code> and <code>data-position</code> on the tag overrule them.
      </span>
      <CopyLine value={snippet} what="the snippet of the chat" />
    </div>
  );
}
