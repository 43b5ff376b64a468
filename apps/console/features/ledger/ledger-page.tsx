import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue, useDocumentTitle } from '@mantine/hooks';
import { ENVELOPE_STATES, type EnvelopeState } from '@satchel/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { messageOf } from '../../lib/api';
import { connectionsQuery } from '../../lib/queries';
import { IconInbox } from '../../ui/icons';
import { Empty } from '../../ui/empty';
import { STATE_LABELS } from './envelope-words';
import { EnvelopeRow } from './envelope-row';
import css from './ledger.module.css';
import { ledgerQuery } from './ledger-queries';
import { Reconciliation } from './reconciliation';

/** Everything that came in, raw, and what became of it: nothing is lost without a line here. */
export function LedgerPage() {
  useDocumentTitle('Incoming · Satchel');
  const [search, setSearch] = useSearchParams();
  const connections = (useQuery(connectionsQuery).data ?? []).filter((it) => it.kind === 'channel');
  const connectionId = search.get('connection') ?? '';
  const isMailbox = connections.some((it) => it.id === connectionId && it.traits?.addressKind === 'email');
  const state = search.get('state') ?? '';
  const [q] = useDebouncedValue(search.get('q') ?? '', 200);
  const ledger = useInfiniteQuery(
    ledgerQuery({
      ...(connectionId && { connectionId }),
      ...(state && { state: state as EnvelopeState }),
      ...(q && { q }),
    }),
  );
  const set = (name: string) => (event: { currentTarget: { value: string } }) => {
    const next = new URLSearchParams(search);
    if (event.currentTarget.value) next.set(name, event.currentTarget.value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const rows = ledger.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <h1>Incoming</h1>
        <p className={css.lead}>
          Every message as it came in, and what became of it. What could not be read waits here.
        </p>
        <div className={css.filters} role="search">
          <NativeSelect
            aria-label="Connection"
            value={connectionId}
            onChange={set('connection')}
            data={[
              { value: '', label: 'All connections' },
              ...connections.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
          <NativeSelect
            aria-label="State"
            value={state}
            onChange={set('state')}
            data={[
              { value: '', label: 'Any state' },
              ...ENVELOPE_STATES.map((value) => ({ value, label: STATE_LABELS[value] })),
            ]}
          />
          <TextInput
            aria-label="Sender or subject"
            placeholder="Sender or subject"
            value={search.get('q') ?? ''}
            onChange={set('q')}
          />
        </div>
        {isMailbox && <Reconciliation key={connectionId} connectionId={connectionId} />}
        {ledger.error && <p role="alert">{messageOf(ledger.error)}</p>}
        {ledger.data && rows.length === 0 && (
          <Empty icon={<IconInbox size={26} />} title="Nothing here">
            {state === 'quarantined' ? 'Every message could be read.' : 'No message fits this filter.'}
          </Empty>
        )}
        <ul className={css.list} aria-label="Messages that came in">
          {rows.map((envelope) => (
            <EnvelopeRow
              key={envelope.id}
              envelope={envelope}
              connection={connections.find((it) => it.id === envelope.connectionId)?.label ?? ''}
            />
          ))}
        </ul>
        {ledger.hasNextPage && (
          <Button variant="default" loading={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
            Older ones
          </Button>
        )}
      </div>
    </div>
  );
}
