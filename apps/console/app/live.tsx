import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { applyChanges } from '../lib/apply-changes';
import { meQuery } from '../lib/queries';
import { keys } from '../lib/query-keys';
import { useMe } from '../lib/session';
import { connectConsole, type Link } from '../lib/socket';
import { customersTyping, offerTyping } from '../lib/typing';

/** Shorter breaks mend themselves before anybody needs to know. */
const TELL_AFTER_MS = 2000;
/** What no server event can make old. */
const OURS: readonly unknown[] = ['echoes', keys.boot[0]];

/** Keeps the cache live; `lost` once the line has been down long enough to tell. */
export function useLive(): { lost: boolean; retry: () => void } {
  const client = useQueryClient();
  const meId = useMe().person.id;
  const [lost, setLost] = useState(false);
  const link = useRef<Link | null>(null);

  useEffect(() => {
    let telling: ReturnType<typeof setTimeout> | undefined;
    const line = connectConsole({
      onState: (state) => {
        if (state === 'lost') telling ??= setTimeout(() => setLost(true), TELL_AFTER_MS);
        else {
          clearTimeout(telling);
          telling = undefined;
          setLost(false);
        }
      },
      onChanges: (changes) => {
        applyChanges(client, changes, meId);
        // Who typed has spoken.
        for (const { type, ticketId } of changes.events)
          if (type === 'message.received' && ticketId) customersTyping.stop(ticketId);
      },
      onTyping: ({ ticketId }) => customersTyping.start(ticketId),
      onHello: (fresh) => {
        if (!fresh) return;
        void client.invalidateQueries({
          predicate: (query) => query.state.data !== undefined && !OURS.includes(query.queryKey[0]),
        });
      },
    });
    link.current = line;
    const withdraw = offerTyping(line.type);
    return () => {
      clearTimeout(telling);
      withdraw();
      line.close();
    };
  }, [client, meId]);

  const retry = useCallback(() => {
    // A session that ended looks like a lost line; asking who we are tells which.
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
    link.current?.retry();
  }, [client]);
  return { lost, retry };
}
