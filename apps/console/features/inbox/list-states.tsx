import { Button, Skeleton } from '@mantine/core';
import type { TicketView } from '@satchel/contracts';
import type { TicketFilter } from '../../lib/ticket-filter';
import { Empty } from '../../ui/empty';
import { IconAlertTriangle, IconCircleCheck, IconSearch } from '../../ui/icons';
import css from './ticket-list.module.css';

const WORDS: Record<TicketView, { title: string; text: string }> = {
  all: { title: 'No tickets yet', text: 'Write to your support address: the mail appears here the moment it arrives.' },
  mine: { title: 'Nothing waits for you', text: 'Open Unassigned and press I on a ticket to take it.' },
  unassigned: { title: 'Every ticket has somebody', text: 'New mail lands here until a person takes it.' },
  ai_drafts: {
    title: 'No AI drafts to check',
    text: 'In draft mode the AI writes replies with their evidence; you send them with one key.',
  },
  ai_handed_over: {
    title: 'The AI needs nobody',
    text: 'When it must not or cannot answer, the ticket comes here with a summary.',
  },
  resolved: {
    title: 'Nothing resolved yet',
    text: 'Press E on a ticket when it is done. A new message opens it again.',
  },
  spam: { title: 'No spam', text: 'Press # on a ticket to send it here.' },
};

export function ListEmpty({ filter, onClear }: { filter: TicketFilter; onClear: () => void }) {
  if (filter.q || filter.tag) {
    return (
      <Empty
        icon={<IconSearch size={26} />}
        title="No ticket matches"
        action={
          <Button variant="light" onClick={onClear}>
            Clear the search
          </Button>
        }
      >
        Search looks in subjects, customers and last messages of this view. A number finds its ticket.
      </Empty>
    );
  }
  const { title, text } = WORDS[filter.view];
  return (
    <Empty icon={<IconCircleCheck size={26} />} title={title}>
      {text}
    </Empty>
  );
}

export function ListFailed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <Empty
      icon={<IconAlertTriangle size={26} />}
      title="The list did not load"
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      {message}
    </Empty>
  );
}

export function ListLoading() {
  return (
    <div className={css.skeletons} aria-busy aria-label="Loading tickets">
      {Array.from({ length: 7 }, (_, index) => (
        <div key={index} className={css.skeleton}>
          <Skeleton circle height={34} />
          <div>
            <Skeleton height={10} width="40%" mb={8} />
            <Skeleton height={10} width="85%" mb={8} />
            <Skeleton height={10} width="65%" />
          </div>
        </div>
      ))}
    </div>
  );
}
