import type { TicketBody } from '@satchel/contracts';
import { useTyping } from '../../lib/typing';
import css from './thread.module.css';

/** "Anna is typing …" while it is so. */
export function TypingLine({ ticket }: { ticket: TicketBody }) {
  const isTyping = useTyping(ticket.id);
  return (
    <p className={css.typing} role="status" data-shown={isTyping || undefined}>
      {isTyping && (
        <>
          <span className={css.pulse} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {/* The line itself may know them as a visitor only. */}
          {ticket.customer.name} is typing …
        </>
      )}
    </p>
  );
}
