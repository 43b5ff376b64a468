import { CloseButton } from '@mantine/core';
import type { ConnectionBody } from '@satchel/contracts';
import { useSearchParams } from 'react-router';
import css from './connections.module.css';
import { outcomeWords } from './sign-in-words';

/** What the provider's page ended in; the address says it, once. */
export function SignInOutcome({ connections }: { connections: ConnectionBody[] }) {
  const [search, setSearch] = useSearchParams();
  const words = outcomeWords(search.get('signIn'));
  if (!words) return null;
  const connection = connections.find(({ id }) => id === search.get('connection'));
  return (
    <div className={`${css.outcome} ${words.good ? css.done : css.refused}`} role={words.good ? 'status' : 'alert'}>
      <div>
        <strong>
          {words.title}
          {connection && `: ${connection.label}`}
        </strong>
        <p>{words.text}</p>
      </div>
      <CloseButton aria-label="Close this message" onClick={() => setSearch({}, { replace: true })} />
    </div>
  );
}
