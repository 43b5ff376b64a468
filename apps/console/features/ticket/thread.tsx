import { Button, Skeleton } from '@mantine/core';
import type { EventBody } from '@satchel/contracts';
import { type ReactNode, useMemo } from 'react';
import type { Echo, ThreadMessage } from '../../lib/echo';
import { formatDate } from '../../lib/format';
import { EventLine } from './event-line';
import { MessageView } from './message-view';
import { threadItems } from './thread-items';
import css from './thread.module.css';
import { useStickToEnd } from './use-stick-to-end';

interface Props {
  messages: ThreadMessage[];
  events: EventBody[];
  loading: boolean;
  hasOlder: boolean;
  loadingOlder: boolean;
  onOlder: () => void;
  onSeen: (messageId: string) => void;
  onRetry: (echo: Echo) => void;
  onEdit: (echo: Echo) => void;
  evidenceOf: (message: ThreadMessage) => ReactNode;
  provenOf: (message: ThreadMessage) => ReactNode;
}

export function Thread({ messages, events, hasOlder, onSeen, evidenceOf, provenOf, ...props }: Props) {
  const items = useMemo(() => threadItems(messages, events, hasOlder), [messages, events, hasOlder]);
  const newest = messages.findLast((message) => !message.echo && !message.scheduled)?.id;
  const { ref, unseen, onScroll, toEnd } = useStickToEnd(newest, messages.length, onSeen);
  if (props.loading) return <ThreadLoading />;
  return (
    <div className={css.wrap}>
      <div ref={ref} className={css.scroller} onScroll={onScroll} tabIndex={0} role="log" aria-label="Conversation">
        <div className={css.inner}>
          {hasOlder && (
            <Button
              className={css.older}
              variant="subtle"
              size="compact-sm"
              loading={props.loadingOlder}
              onClick={props.onOlder}
            >
              Show earlier messages
            </Button>
          )}
          {items.map((item) => {
            if (item.kind === 'day') {
              return (
                <div key={item.key} className={css.day}>
                  {formatDate(item.at, 'day')}
                </div>
              );
            }
            if (item.kind === 'events') return <EventLine key={item.key} events={item.events} />;
            return (
              <MessageView
                key={item.key}
                message={item.message}
                evidence={evidenceOf(item.message)}
                proven={provenOf(item.message)}
                onRetry={props.onRetry}
                onEdit={props.onEdit}
              />
            );
          })}
        </div>
      </div>
      {unseen && (
        <Button className={css.newer} size="compact-sm" onClick={toEnd}>
          New message below
        </Button>
      )}
    </div>
  );
}

function ThreadLoading() {
  return (
    <div className={css.scroller} aria-busy aria-label="Loading the conversation">
      <div className={css.inner}>
        <Skeleton height={84} width="70%" radius="md" />
        <Skeleton height={64} width="60%" radius="md" style={{ alignSelf: 'flex-end' }} />
        <Skeleton height={110} width="75%" radius="md" />
      </div>
    </div>
  );
}
