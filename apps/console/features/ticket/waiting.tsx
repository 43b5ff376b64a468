import { Button, Group } from '@mantine/core';
import type { MessageBody, ScheduledFacts } from '@satchel/contracts';
import { useEffect, useState } from 'react';
import { formatDate } from '../../lib/format';
import { countdown, inputValue } from '../../lib/later-times';
import { useWaiting } from '../../lib/use-waiting';
import { ChooseTime } from '../../ui/choose-time';
import css from './thread.module.css';

/** Under a reply that has not left: when it will, and what can still be done about that. */
export function Waiting({ message, facts }: { message: MessageBody; facts: ScheduledFacts }) {
  const waiting = useWaiting();
  const left = useLeft(facts.sendAt);
  const [opened, setOpened] = useState(false);
  const [cancels, setCancels] = useState(facts.cancelIfCustomerWrites);
  const soon = countdown(left);
  return (
    <div className={css.waiting} role="group" aria-label="Not sent yet">
      <span title={formatDate(facts.sendAt, 'full')}>
        {left <= 0 ? 'Leaving …' : `Goes out ${soon ? `in ${soon}` : formatDate(facts.sendAt, 'full')}`}
        {facts.cancelIfCustomerWrites && ', unless the customer writes first'}
      </span>
      <Group gap={6}>
        <Button size="compact-xs" onClick={() => waiting.undo(message)}>
          Undo
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => waiting.sendNow(message)}>
          Send now
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setOpened(true)}>
          Change time
        </Button>
      </Group>
      <ChooseTime
        opened={opened}
        title="Change time"
        action="Save"
        initial={inputValue(new Date(facts.sendAt))}
        cancels={cancels}
        onCancels={setCancels}
        onClose={() => setOpened(false)}
        onChoose={(at) => waiting.change(message, { sendAt: at.toISOString(), cancelIfCustomerWrites: cancels })}
      />
    </div>
  );
}

/** Milliseconds until then; moves every second for what leaves within minutes. */
function useLeft(sendAt: string): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Date.parse(sendAt) - now;
  const ticks = left > 0 ? (left < 120_000 ? 1_000 : 30_000) : null;
  useEffect(() => {
    if (ticks === null) return;
    const timer = setInterval(() => setNow(Date.now()), ticks);
    return () => clearInterval(timer);
  }, [ticks]);
  return left;
}
