import type { EnvelopeBody, Page, ReconciliationBody } from '@satchel/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, withQuery } from '../../lib/api';
import { keys, type LedgerFilter } from '../../lib/query-keys';

const PAGE = 50;
const FIRST_PAGE = null as string | null;

export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: keys.ledger(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<EnvelopeBody>>(withQuery('/envelopes', { ...filter, limit: PAGE, cursor: pageParam }), signal),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The last time that a mailbox was held against the ledger; null: never. */
export const reconciliationQuery = (connectionId: string) =>
  queryOptions({
    queryKey: keys.reconciliation(connectionId),
    queryFn: ({ signal }) =>
      api.get<ReconciliationBody | null>(`/connections/${connectionId}/reconcile`, signal).then((it) => it ?? null),
  });
