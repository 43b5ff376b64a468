import { timeOfDay } from '../lib/format';
import type { Row } from '../lib/thread';
import { Files } from './files';
import { Icon } from './icons';
import { LinkedText } from './linked-text';
import { useAround, useChat } from './surroundings';

/** One message, with the day above its first and the time below the last that one author wrote in a row. */
export function MessageRow({ row, newest }: { row: Row; newest: boolean }) {
  const { words, shell } = useAround();
  const { message, unsent, opens, closes, day } = row;
  const own = message.from === 'visitor';
  const author = { visitor: words.you, ai: words.ai, person: message.authorName ?? words.team, system: '' }[
    message.from
  ];
  if (message.from === 'system')
    return (
      <div class="row system">
        {day && <p class="day">{day}</p>}
        <p dir="auto">{message.text}</p>
      </div>
    );
  const classes = ['row', own ? 'own' : 'theirs', opens && 'opens', closes && 'closes', unsent && `is-${unsent.state}`];
  return (
    <div class={classes.filter(Boolean).join(' ')} data-message={row.key}>
      {day && <p class="day">{day}</p>}
      <p class={own || !opens ? 'unseen' : 'author'}>
        {message.from === 'ai' && (
          <span class="ai-mark" aria-hidden="true">
            AI
          </span>
        )}
        <span dir="auto">{author}</span>
      </p>
      {message.text && (
        <div class="bubble">
          <LinkedText text={message.text} />
        </div>
      )}
      <Files files={message.attachments} />
      {unsent?.state === 'failed' ? (
        <NotSent row={row} />
      ) : (
        (closes || unsent) && (
          <p class="meta">
            <time dateTime={message.createdAt}>{timeOfDay(new Date(message.createdAt), shell.language.format)}</time>
            {own && (newest || unsent) && <Receipt row={row} />}
          </p>
        )
      )}
    </div>
  );
}

function Receipt({ row: { message, unsent } }: { row: Row }) {
  const { words } = useAround();
  const { line } = useChat();
  const isAway = line === 'down' || !navigator.onLine;
  const text = message.readAt
    ? words.seen
    : unsent?.state !== 'sending'
      ? words.sent
      : isAway
        ? words.waiting
        : words.sending;
  return (
    <>
      <span aria-hidden="true">·</span>
      <span class="receipt">{text}</span>
    </>
  );
}

function NotSent({ row: { unsent } }: { row: Row }) {
  const { words, chat } = useAround();
  if (!unsent) return null;
  return (
    <div class="meta not-sent" role="alert">
      <Icon name="alert" />
      <span>
        {words.notSent} {unsent.problem}
      </span>
      <button type="button" class="link" onClick={() => chat.retry(unsent.clientId)}>
        {words.retry}
      </button>
      <button type="button" class="link" onClick={() => chat.discard(unsent.clientId)}>
        {words.discard}
      </button>
    </div>
  );
}
