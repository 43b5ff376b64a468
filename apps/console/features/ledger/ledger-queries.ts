import type { EnvelopeBody, Page, ReconciliationBody } from '@satchel/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ApiError, withQuery } from '../../lib/api';
import { keys, type LedgerFilter } from '../../lib/query-keys';

const PAGE = 50;
const FIRST_PAGE = null as string | null;

export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: keys.ledger(filter),
    queryFn: ({ pageParam, signal }) => {
      const { connectionId: connection, ...rest } = filter;
      const query = { ...rest, connection, limit: PAGE, cursor: pageParam };
      return api.get<Page<EnvelopeBody>>(withQuery('/envelopes', query), signal);
    },
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The last time that a mailbox was held against the ledger; null: never. */
export const reconciliationQuery = (connectionId: string) =>
  queryOptions({
    queryKey: keys.reconciliation(connectionId),
    queryFn: async ({ signal }) => {
      try {
        return await api.get<ReconciliationBody>(`/connections/${connectionId}/reconcile`, signal);
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }
    },
  });
