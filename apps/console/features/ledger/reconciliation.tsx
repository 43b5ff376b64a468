import { Button, Group } from '@mantine/core';
import type { ReconciliationBody } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ApiError } from '../../lib/api';
import { formatDate } from '../../lib/format';
import { keys } from '../../lib/query-keys';
import { useIsAdmin } from '../../lib/session';
import { Pill } from '../../ui/pill';
import { toastError } from '../../ui/toast';
import { reconciliationQuery } from './ledger-queries';
import css from './ledger.module.css';

/** How far back a mailbox is compared by one press of the button. */
const DAYS = 7;

const nothingThere = (error: unknown): boolean => error instanceof ApiError && error.code === 'no_inventory';

/** A mailbox held against the ledger: what lies there, and whether all of it is here. */
export function Reconciliation({ connectionId }: { connectionId: string }) {
  const client = useQueryClient();
  const isAdmin = useIsAdmin();
  const last = useQuery({ ...reconciliationQuery(connectionId), retry: false }).data;
  const compare = useMutation({
    mutationFn: (fetch: boolean) =>
      api.post<ReconciliationBody>(`/connections/${connectionId}/reconcile`, { days: DAYS, fetch }),
    onSuccess: (result) => {
      client.setQueryData(reconciliationQuery(connectionId).queryKey, result);
      void client.invalidateQueries({ queryKey: keys.ledgers });
    },
    onError: (error, fetch) => {
      if (nothingThere(error)) return;
      toastError('The mailbox was not compared', error, { label: 'Try again', run: () => compare.mutate(fetch) });
    },
  });
  return (
    <section className={css.reconciliation} aria-label="Mailbox and ledger">
      <div role="status">
        {last ? (
          <>
            <Pill tone={last.missing.length === 0 ? 'green' : 'red'}>
              {last.missing.length === 0 ? 'Nothing is missing' : `${last.missing.length} missing`}
            </Pill>{' '}
            {last.atSource} in the mailbox since {formatDate(last.since, 'full')}: {last.routed} on tickets,{' '}
            {last.ignored} passed over, {last.waiting} waiting, {last.quarantined} put aside. Compared{' '}
            {formatDate(last.at, 'age')}.
          </>
        ) : nothingThere(compare.error) ? (
          'Mail comes here by itself: no mailbox is read, so there is nothing to compare with.'
        ) : (
          `Compare the last ${DAYS} days of the mailbox with what is here.`
        )}
      </div>
      {isAdmin && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" loading={compare.isPending} onClick={() => compare.mutate(false)}>
            Compare now
          </Button>
          {last && last.missing.length > 0 && (
            <Button size="compact-sm" loading={compare.isPending} onClick={() => compare.mutate(true)}>
              Fetch what is missing
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
