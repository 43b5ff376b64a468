import type { ChannelTraits } from '@satchel/contracts';
import css from './composer.module.css';

/** Shown once it is worth knowing: this share of what a message may hold. */
const NEAR = 0.8;

/** How much of one message is used, on channels that count. */
export function Limits({ text, traits }: { text: string; traits: ChannelTraits }) {
  const length = [...text].length;
  const { maxChars } = traits;
  if (maxChars === null || length < maxChars * NEAR) return null;
  return (
    <p className={css.count} data-over={length > maxChars || undefined} role="status">
      {length} of {maxChars} characters
    </p>
  );
}
