import { Button } from '@mantine/core';
import type { AiTurnBody } from '@satchel/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, messageOf } from '../../lib/api';
import { textOf } from '../../lib/keyboard';
import { isMac, useShortcut } from '../../lib/use-shortcut';
import { IconSparkles } from '../../ui/icons';
import css from './ai.module.css';
import { AiWorking } from './handoff-banner';
import { endedSince, settledTurns } from './turn-of';

interface Props {
  ticketId: string;
  turns: readonly AiTurnBody[];
}

/** Where the AI was not asked, or left a message alone: one press, and it writes a draft for a person to send. */
export function AskDraft({ ticketId, turns }: Props) {
  const [settled, setSettled] = useState<string[] | null>(null);
  const ask = useMutation({
    mutationFn: () => api.post<void>(`/tickets/${ticketId}/turns`),
    onMutate: () => setSettled(settledTurns(turns)),
  });
  const ended = settled && ask.isSuccess ? endedSince(settled, turns) : null;
  const writing = ask.isPending || (ask.isSuccess && ended === null);
  const press = (): void => {
    if (!writing) ask.mutate();
  };
  useShortcut('ask_draft', press, !writing);
  if (writing) return <AiWorking />;
  return (
    <div className={css.ask}>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconSparkles size={15} />}
        onClick={press}
        title={textOf('ask_draft', isMac())}
      >
        Draft with AI
      </Button>
      <span role="status">
        {ask.error ? messageOf(ask.error) : ended && ended.outcome !== 'drafted' && `No draft: ${ended.reason}`}
      </span>
    </div>
  );
}
