import { IconSparkles } from './icons';
import { initialsOf } from '../lib/format';
import css from './face.module.css';

/** A person's initials on a colour that is always theirs; the AI wears its sparkle. */
export function Face({ name, size = 28, ai = false }: { name: string; size?: number; ai?: boolean }) {
  return (
    <span
      className={css.face}
      data-hue={ai ? 'ai' : hueOf(name)}
      style={{ width: size, height: size, fontSize: size * 0.38 }}
      aria-hidden
    >
      {ai ? <IconSparkles size={size * 0.56} /> : initialsOf(name)}
    </span>
  );
}

const HUES = 6;
function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % HUES;
}
