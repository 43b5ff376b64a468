import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { rowsOf } from '../lib/thread';
import { fill } from '../lib/words';
import { Greeting } from './greeting';
import { Icon } from './icons';
import { MessageRow } from './message-row';
import { useAround, useChat } from './surroundings';

const NEAR_END_PX = 80;
/** What was there when the chat opened is read, not announced. */
const ANNOUNCE_AFTER_MS = 600;

export function Thread() {
  const { words, shell, chat } = useAround();
  const { messages, outbox, typing, open } = useChat();
  const scroll = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [behind, setBehind] = useState(false);
  const [announces, setAnnounces] = useState(false);
  const rows = rowsOf(messages, outbox, new Date(), shell.language.format);
  const last = rows.at(-1);
  const newestOwn = rows.findLast(({ message }) => message.from === 'visitor')?.key;
  const choices = last && last.message.from !== 'visitor' ? last.message.choices : [];

  useEffect(() => {
    const timer = setTimeout(() => setAnnounces(true), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const toEnd = useCallback((): void => {
    const element = scroll.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    atEnd.current = true;
    setBehind(false);
    chat.see();
  }, [chat]);
  const lastId = last?.message.id;
  const lastIsOwn = last?.message.from === 'visitor';
  useLayoutEffect(() => {
    if (!open || !lastId) return;
    if (atEnd.current || lastIsOwn) toEnd();
    else setBehind(true);
  }, [open, lastId, lastIsOwn, toEnd]);
  // What is shown below the messages comes and goes too.
  useLayoutEffect(() => {
    if (open && atEnd.current && scroll.current) scroll.current.scrollTop = scroll.current.scrollHeight;
  }, [open, typing, outbox, choices.length]);
  useEffect(() => {
    // The panel got lower: a keyboard, a taller composer. Also: somebody looks at the page again.
    const element = scroll.current!;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    watcher.observe(element);
    const looked = (): void => {
      if (chat.store.get().open && atEnd.current) chat.see();
    };
    document.addEventListener('visibilitychange', looked);
    return () => {
      watcher.disconnect();
      document.removeEventListener('visibilitychange', looked);
    };
  }, [chat]);
  const onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = scroll.current!;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    if (isAtEnd && !atEnd.current) chat.see();
    atEnd.current = isAtEnd;
    if (isAtEnd) setBehind(false);
  };

  return (
    <div class="thread">
      <div class="scroll" ref={scroll} onScroll={onScroll} tabIndex={0} role="group" aria-label={words.log}>
        <Greeting />
        <div role="log" aria-live={announces ? 'polite' : 'off'} aria-relevant="additions" aria-label={words.log}>
          {rows.map((row) => (
            <MessageRow key={row.key} row={row} newest={row.key === newestOwn} />
          ))}
        </div>
        {typing && (
          <p class="typing">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {typing.from === 'ai' ? words.thinking : fill(words.typing, { name: typing.name ?? words.team })}
          </p>
        )}
        {choices.length > 0 && (
          <div class="choices" role="group" aria-label={words.quickReplies}>
            {choices.map((choice) => (
              <button key={choice} type="button" class="chip" dir="auto" onClick={() => chat.send(choice)}>
                {choice}
              </button>
            ))}
          </div>
        )}
      </div>
      {behind && (
        <button type="button" class="chip to-end" onClick={toEnd}>
          <Icon name="down" />
          {words.newMessages}
        </button>
      )}
    </div>
  );
}
