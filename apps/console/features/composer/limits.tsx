import { type ChannelTraits, smsSegments } from '@satchel/contracts';
import css from './composer.module.css';

/** Shown once it is worth knowing: this share of what a message may hold. */
const NEAR = 0.8;

/** How much of one message is used, on channels that count; and what it costs, where that goes by the part. */
export function Limits({ text, traits }: { text: string; traits: ChannelTraits }) {
  const length = [...text].length;
  const { maxChars, segments } = traits;
  const near = maxChars !== null && length >= maxChars * NEAR;
  if (!near && !(segments && text !== '')) return null;
  const parts = segments ? smsSegments(text) : null;
  return (
    <p className={css.count} data-over={(maxChars !== null && length > maxChars) || undefined} role="status">
      {near && `${length} of ${maxChars} characters${parts ? ' · ' : ''}`}
      {parts && `${parts.segments} SMS · ${parts.remaining} left in it${parts.encoding === 'ucs2' ? ' · Unicode' : ''}`}
    </p>
  );
}
