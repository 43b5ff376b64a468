import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { applyChanges } from '../lib/apply-changes';
import { meQuery } from '../lib/queries';
import { keys } from '../lib/query-keys';
import { useMe } from '../lib/session';
import { connectConsole, type LinkState } from '../lib/socket';

/** Shorter breaks mend themselves before anybody needs to know. */
const TELL_AFTER_MS = 2000;
/** What lives in this browser alone. */
const OURS: readonly unknown[] = ['echoes', keys.boot[0]];

/** Keeps the cache live; true while the line has been down long enough to tell. */
export function useLive(): { lost: boolean; retry: () => void } {
  const client = useQueryClient();
  const meId = useMe().person.id;
  const [state, setState] = useState<LinkState>('connecting');
  const [lost, setLost] = useState(false);
  const [retry, setRetry] = useState<() => void>(() => () => undefined);

  useEffect(() => {
    const link = connectConsole({
      onState: setState,
      onChanges: (changes) => applyChanges(client, changes, meId),
      onHello: (fresh) => {
        if (!fresh) return;
        void client.invalidateQueries({
          predicate: (query) => query.state.data !== undefined && !OURS.includes(query.queryKey[0]),
        });
      },
    });
    setRetry(() => () => {
      // A session that ended looks like a lost line; asking who we are tells which.
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
      link.retry();
    });
    return () => link.close();
  }, [client, meId]);

  useEffect(() => {
    if (state !== 'lost') {
      setLost(false);
      return;
    }
    const timer = setTimeout(() => setLost(true), TELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [state]);

  return { lost, retry };
}
