import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, messageOf } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { keys } from '../../lib/query-keys';
import { gapsQuery } from './queries';
import css from './knowledge.module.css';

/** What customers asked and no article answers. */
export function Gaps() {
  const client = useQueryClient();
  const gaps = useQuery(gapsQuery);
  const dismiss = useMutation({
    mutationFn: (questionIds: string[]) => api.post('/articles/gaps/dismiss', { questionIds }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.gaps }),
  });
  const problem = gaps.error ?? dismiss.error;
  return (
    <>
      {problem && <p role="alert">{messageOf(problem)}</p>}
      {gaps.data?.data.length === 0 && <p className={css.dim}>Nothing was asked in vain in the last 30 days.</p>}
      {gaps.data?.data.map((gap) => (
        <div key={gap.questionIds[0]} className={css.row}>
          <div className={css.grow}>
            {gap.question}
            <div className={css.dim}>{gap.examples.join(' · ')}</div>
          </div>
          <span className={css.dim}>
            {gap.count}×, last {formatDate(gap.lastAskedAt, 'day')}
          </span>
          <Button size="xs" variant="subtle" onClick={() => dismiss.mutate(gap.questionIds)}>
            Dismiss
          </Button>
        </div>
      ))}
    </>
  );
}
