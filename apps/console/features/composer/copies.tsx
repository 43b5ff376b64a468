import { TagsInput } from '@mantine/core';
import css from './composer.module.css';

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** Who else gets a copy: each a chip, so that nobody is written to unseen. */
export function Copies({ value, onChange }: { value: string[]; onChange: (value: string[]) => void }) {
  return (
    <TagsInput
      className={css.copies}
      aria-label="Copies to"
      placeholder={value.length === 0 ? 'Copies to: name@example.com' : undefined}
      value={value}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      autoFocus
      onChange={(next) =>
        onChange([...new Set(next.map((it) => it.trim().toLowerCase()).filter((it) => ADDRESS.test(it)))])
      }
    />
  );
}
