import { CopyButton, UnstyledButton } from '@mantine/core';
import css from './copy-line.module.css';
import { IconCheck, IconCopy } from './icons';

/** Text that is to be put somewhere else, whole. `what` names it for the button. */
export function CopyLine({ value, what }: { value: string; what: string }) {
  return (
    <span className={css.line}>
      <code>{value}</code>
      <CopyButton value={value} timeout={1500}>
        {({ copied, copy }) => (
          <UnstyledButton className={css.button} onClick={copy} aria-label={`Copy ${what}`}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            {copied ? 'Copied' : 'Copy'}
          </UnstyledButton>
        )}
      </CopyButton>
    </span>
  );
}
