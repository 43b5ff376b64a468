import { ActionIcon, Tooltip } from '@mantine/core';
import type { AiTurnBody, AiVerdictRequest } from '@satchel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { turnsQuery } from '../../lib/queries';
import { keys } from '../../lib/query-keys';
import { IconThumbDown, IconThumbUp } from '../../ui/icons';
import { toastError } from '../../ui/toast';
import css from './ai.module.css';
import { isJudged, judged } from './turn-of';

/** Was it right? A person's word decides what the AI may send by itself. */
export function Verdict({ turn }: { turn: AiTurnBody }) {
  const client = useQueryClient();
  const { queryKey } = turnsQuery(turn.ticketId);
  const judge = useMutation({
    mutationFn: (body: AiVerdictRequest) => api.put<void>(`/tickets/${turn.ticketId}/turns/${turn.id}/verdict`, body),
    onSuccess: (_nothing, { right }) => {
      client.setQueryData(queryKey, (turns) => turns && judged(turns, turn.id, right));
      void client.invalidateQueries({ queryKey: keys.aiTopics });
    },
    onError: (error, body) =>
      toastError('Your word was not counted', error, { label: 'Try again', run: () => judge.mutate(body) }),
  });
  if (!isJudged(turn)) return null;
  const thumb = (right: boolean) => {
    const label = right ? 'This was right' : 'This was wrong';
    const pressed = turn.verdict === (right ? 'right' : 'wrong');
    return (
      <Tooltip label={label}>
        <ActionIcon
          size="sm"
          variant={pressed ? 'light' : 'subtle'}
          color={pressed ? undefined : 'gray'}
          aria-label={label}
          aria-pressed={pressed}
          loading={judge.isPending && judge.variables.right === right}
          onClick={() => judge.mutate({ right })}
        >
          {right ? <IconThumbUp size={15} /> : <IconThumbDown size={15} />}
        </ActionIcon>
      </Tooltip>
    );
  };
  return (
    <span className={css.verdict} role="group" aria-label="Was it right?">
      {thumb(true)}
      {thumb(false)}
    </span>
  );
}
