import { UnstyledButton } from '@mantine/core';
import { memo, type ReactNode, useState } from 'react';
import type { Echo, ThreadMessage } from '../../lib/echo';
import { formatDate } from '../../lib/format';
import { Face } from '../../ui/face';
import { IconNote } from '../../ui/icons';
import { Pill } from '../../ui/pill';
import { PlainText } from '../../ui/plain-text';
import { Attachments } from './attachments';
import { DeliveryProblem, DeliveryTick } from './delivery';
import { Facts, Notices } from './facts';
import { HtmlMail } from './html-mail';
import css from './thread.module.css';
import { Waiting } from './waiting';

interface Props {
  message: ThreadMessage;
  /** Shown under a message of the AI: what it rests on. */
  evidence?: ReactNode;
  /** Its text with what each piece rests on, where that is known. */
  proven?: ReactNode;
  onRetry: (echo: Echo) => void;
  onEdit: (echo: Echo) => void;
}

export const MessageView = memo(function MessageView({ message, evidence, proven, onRetry, onEdit }: Props) {
  const { author, direction } = message;
  const ai = author.kind === 'ai';
  const look = direction === 'internal' ? 'note' : direction === 'inbound' ? 'inbound' : ai ? 'ai' : 'outbound';
  return (
    <article className={css.message} data-look={look} aria-label={`${labelOf(look)} from ${author.name}`}>
      <Face name={author.name} ai={ai} size={30} />
      <div className={css.bubble}>
        <header className={css.by}>
          <strong>{author.name}</strong>
          {look === 'note' && (
            <Pill tone="amber" icon={<IconNote size={12} />}>
              Note
            </Pill>
          )}
          {ai && <Pill tone="accent">AI</Pill>}
          {author.kind === 'api' && <Pill>API</Pill>}
          <time dateTime={message.createdAt} title={formatDate(message.createdAt, 'full')}>
            {formatDate(message.createdAt, 'clock')}
          </time>
          <Facts message={message} />
          {message.deliveryStatus && !message.echo && <DeliveryTick status={message.deliveryStatus} />}
          {message.echo?.state === 'sending' && <DeliveryTick status="sending" />}
        </header>
        <Notices message={message} />
        <Body message={message} proven={proven} />
        {message.choices && <Offered choices={message.choices} />}
        {message.scheduled && <Waiting message={message} facts={message.scheduled} />}
        <DeliveryProblem message={message} onRetry={onRetry} onEdit={onEdit} />
        {evidence}
      </div>
    </article>
  );
});

function labelOf(look: string): string {
  if (look === 'note') return 'Note';
  return look === 'inbound' ? 'Message' : 'Reply';
}

/** The buttons that the customer was given; they are theirs to press. */
function Offered({ choices }: { choices: readonly string[] }) {
  return (
    <ul className={css.choices} aria-label="Quick replies">
      {choices.map((choice) => (
        <li key={choice} className={css.choice} dir="auto">
          {choice}
        </li>
      ))}
    </ul>
  );
}

/** Words first; the folded rest and the sender's layout on demand. */
function Body({ message, proven }: { message: ThreadMessage; proven?: ReactNode }) {
  const [view, setView] = useState<'text' | 'full' | 'html'>('text');
  const toggle = (other: 'full' | 'html') => () => setView(view === other ? 'text' : other);
  return (
    <>
      {view === 'html' && message.html ? (
        <HtmlMail html={message.html} from={message.author.name} files={message.attachments} />
      ) : view === 'text' && proven ? (
        proven
      ) : (
        <PlainText text={view === 'full' ? (message.fullText ?? message.text) : message.text} />
      )}
      {(message.fullText || message.html) && (
        <div className={css.more}>
          {message.fullText && view !== 'html' && (
            <UnstyledButton
              className={css.dots}
              aria-expanded={view === 'full'}
              aria-label={view === 'full' ? 'Hide quoted text' : 'Show quoted text'}
              onClick={toggle('full')}
            >
              ···
            </UnstyledButton>
          )}
          {message.html && (
            <UnstyledButton className={css.unfold} onClick={toggle('html')}>
              {view === 'html' ? 'Show as text' : 'Show as sent'}
            </UnstyledButton>
          )}
        </div>
      )}
      <Attachments files={view === 'html' ? message.attachments.filter((file) => !file.inline) : message.attachments} />
    </>
  );
}
