import { useTyping } from '../../lib/typing';
import css from './thread.module.css';

/** "Anna is typing …" while it is so. */
export function TypingLine({ ticketId }: { ticketId: string }) {
  const name = useTyping(ticketId);
  return (
    <p className={css.typing} role="status" data-shown={name !== null || undefined}>
      {name !== null && (
        <>
          <span className={css.pulse} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {name} is typing …
        </>
      )}
    </p>
  );
}
