import { Button, Skeleton, UnstyledButton } from '@mantine/core';
import type { CopilotSummaryBody, SuggestedActionBody, SuggestedArticleBody, TicketBody } from '@satchel/contracts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { messageOf } from '../../lib/api';
import { composer, focusComposer } from '../../lib/composer-store';
import { textOf } from '../../lib/keyboard';
import { readPreference, writePreference } from '../../lib/preferences';
import { copilotSuggestionsQuery, copilotSummaryQuery } from '../../lib/queries';
import { isMac, useShortcut } from '../../lib/use-shortcut';
import { IconChevronDown, IconChevronRight, IconSparkles } from '../../ui/icons';
import { CopilotAsk } from './copilot-ask';
import css from './copilot.module.css';
import { below, linkTo } from './copilot-text';

interface Props {
  ticket: TicketBody;
  /** A card of something that could be done; whoever puts the panel on the page knows how. */
  action: (suggested: SuggestedActionBody) => ReactNode;
}

/** What the AI makes of a ticket for the person who works on it. It does nothing by itself. */
export function Copilot({ ticket, action }: Props) {
  const [open, setOpen] = useState(() => readPreference('copilot') !== 'hidden');
  const field = useRef<HTMLInputElement>(null);
  const toggle = (next: boolean): void => {
    setOpen(next);
    writePreference('copilot', next ? 'shown' : 'hidden');
  };
  useShortcut('copilot', () => {
    toggle(true);
    // The field may stand only after this.
    if (field.current) field.current.focus();
    else requestAnimationFrame(() => field.current?.focus());
  });
  const insert = (text: string): void => {
    composer.write(ticket.id, { kind: 'reply', reply: below(composer.read(ticket.id).reply, text) });
    focusComposer();
  };
  return (
    <section className={css.copilot} aria-label="Copilot">
      <UnstyledButton
        className={css.head}
        aria-expanded={open}
        title={textOf('copilot', isMac())}
        onClick={() => toggle(!open)}
      >
        <IconSparkles size={15} />
        <strong>Copilot</strong>
        {open ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
      </UnstyledButton>
      {open && (
        <div className={css.body}>
          <Summary ticketId={ticket.id} />
          <Suggestions ticketId={ticket.id} action={action} onInsert={insert} />
          <CopilotAsk key={ticket.id} ticketId={ticket.id} field={field} onInsert={insert} />
        </div>
      )}
    </section>
  );
}

function Summary({ ticketId }: { ticketId: string }) {
  const summary = useQuery(copilotSummaryQuery(ticketId));
  if (summary.data) return <SummaryText summary={summary.data} />;
  if (summary.isPending) return <Skeleton height={54} aria-label="Reading the ticket" />;
  return (
    <p className={css.problem}>
      {messageOf(summary.error)}{' '}
      <Button size="compact-xs" variant="default" onClick={() => void summary.refetch()}>
        Try again
      </Button>
    </p>
  );
}

function SummaryText({ summary: { text, points, brain } }: { summary: CopilotSummaryBody }) {
  if (brain !== 'built-in') return <p className={css.summary}>{text}</p>;
  return (
    <dl className={css.points}>
      {points.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SuggestionsProps extends Pick<Props, 'action'> {
  ticketId: string;
  onInsert: (text: string) => void;
}

function Suggestions({ ticketId, action, onInsert }: SuggestionsProps) {
  const { data } = useQuery(copilotSuggestionsQuery(ticketId));
  if (!data) return null;
  return (
    <>
      {data.actions.length > 0 && (
        <ul className={css.list} aria-label="Suggested actions">
          {data.actions.map((one) => (
            <Keyed key={`${one.name} ${one.orderId ?? ''}`}>{action(one)}</Keyed>
          ))}
        </ul>
      )}
      {data.articles.length > 0 && (
        <ul className={css.list} aria-label="Articles that may answer">
          {data.articles.map((article) => (
            <Article key={article.cite} article={article} onInsert={onInsert} />
          ))}
        </ul>
      )}
    </>
  );
}

const Keyed = ({ children }: { children: ReactNode }) => <>{children}</>;

function Article({ article, onInsert }: { article: SuggestedArticleBody; onInsert: (text: string) => void }) {
  const link = linkTo(article);
  if (!link || !article.url) return null;
  return (
    <li className={css.article}>
      <a href={article.url} target="_blank" rel="noreferrer noopener">
        {article.title}
      </a>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={`Insert the link to ${article.title}`}
        onClick={() => onInsert(link)}
      >
        Insert
      </Button>
    </li>
  );
}
