import { useDocumentTitle } from '@mantine/hooks';
import type { AiTopicBody, Page } from '@satchel/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, messageOf } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { useIsAdmin } from '../../lib/session';
import { IconArrowLeft } from '../../ui/icons';
import { Limits } from './limits';
import { TopicRow } from './topic-row';
import css from './topics.module.css';

const topicsQuery = queryOptions({
  queryKey: keys.aiTopics,
  queryFn: ({ signal }) => api.get<Page<AiTopicBody>>('/ai/topics', signal),
});

/** Topic by topic: what the AI may do by itself, and the ground on which it may. */
export function AiTopicsPage() {
  useDocumentTitle('What the AI may do · Satchel');
  const topics = useQuery(topicsQuery);
  const mayChange = useIsAdmin();
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <Link to="/settings" className={css.back}>
          <IconArrowLeft size={15} /> Settings
        </Link>
        <h1>What the AI may do</h1>
        <p className={css.lead}>
          A topic answers by itself once enough of its drafts went out as they were. When replies turn out wrong, people
          look at each again.{!mayChange && ' Admins can change this.'}{' '}
          <Link to="/settings/procedures">How it works each wish</Link> ·{' '}
          <Link to="/settings/ai/simulations">Try it with simulations</Link>
        </p>
        {topics.error && <p role="alert">{messageOf(topics.error)}</p>}
        {topics.data && (
          <table className={css.table}>
            <thead>
              <tr>
                <th>Topic</th>
                <th>Now</th>
                <th>Judged in 30 days</th>
                <th>Setting</th>
              </tr>
            </thead>
            <tbody>
              {topics.data.data.map((topic) => (
                <TopicRow key={topic.topic} topic={topic} mayChange={mayChange} />
              ))}
            </tbody>
          </table>
        )}
        <Limits mayChange={mayChange} />
      </div>
    </div>
  );
}
