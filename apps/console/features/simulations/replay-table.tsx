import { Anchor, Button } from '@mantine/core';
import type { AiReplayBody, AiReplayTopic } from '@satchel/contracts';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, messageOf } from '../../lib/api';
import { words } from '../../lib/format';
import { shareWords } from './share-words';
import css from './simulations.module.css';

/** Resolved tickets, read anew: what people did, held against what the AI would have done. */
export function ReplayTable() {
  const replay = useMutation({ mutationFn: () => api.post<AiReplayBody>('/ai/replay', { days: 30, limit: 500 }) });
  return (
    <section className={css.replay} aria-label="What the AI could take over">
      <h2>What the AI could take over</h2>
      <p className={css.lead}>
        Reads the tickets that were resolved within 30 days and compares with what people did. Nothing is sent.
      </p>
      <Button variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
        Look at past tickets
      </Button>
      {replay.error && <p role="alert">{messageOf(replay.error)}</p>}
      {replay.data && replay.data.tickets === 0 && <p>No ticket was resolved in this time.</p>}
      {replay.data && replay.data.tickets > 0 && (
        <table className={css.table}>
          <thead>
            <tr>
              <th>Topic</th>
              <th>Tickets</th>
              <th>Could take over</th>
              <th>Examples</th>
            </tr>
          </thead>
          <tbody>
            {replay.data.topics.map((topic) => (
              <Topic key={topic.topic} topic={topic} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Topic({ topic: { title, n, potential, examples } }: { topic: AiReplayTopic }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{n}</td>
      <td>{shareWords(potential)}</td>
      <td>
        {examples.map(({ ticketId, number, text, did, procedure }) => (
          <div key={ticketId}>
            <Anchor
              component={Link}
              to={`/inbox/all/${ticketId}`}
              size="sm"
              title={`${text}\nPeople: ${did.map(words).join(', ') || 'answered'}. AI: ${procedure ?? 'a person'}.`}
            >
              #{number}
            </Anchor>
          </div>
        ))}
      </td>
    </tr>
  );
}
