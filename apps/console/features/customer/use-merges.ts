import type { CustomerBody, CustomerMergeBody, Page } from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, withQuery } from '../../lib/api';
import { keys } from '../../lib/query-keys';
import { toastDone, toastError } from '../../ui/toast';

const FOUND_MOST = 8;

export function useCustomerSearch(q: string) {
  return useQuery({
    queryKey: keys.customerSearch(q),
    queryFn: async ({ signal }) =>
      (await api.get<Page<CustomerBody>>(withQuery('/customers', { q, limit: FOUND_MOST }), signal)).data,
    enabled: q.trim().length > 1,
  });
}

/** The merges that a customer took part in, and what can be done about them. */
export function useMerges(customerId: string) {
  const client = useQueryClient();
  const merges = useQuery({
    queryKey: keys.merges(customerId),
    queryFn: async ({ signal }) =>
      (await api.get<Page<CustomerMergeBody>>(`/customers/${customerId}/merges`, signal)).data,
  });
  const settled = (): void => {
    const touched = [keys.merges(customerId), keys.customerContexts, keys.ticketLists, keys.everyDestination];
    for (const queryKey of touched) void client.invalidateQueries({ queryKey });
  };
  const undo = useMutation({
    mutationFn: (merge: CustomerMergeBody) => api.post<CustomerMergeBody>(`/customers/merges/${merge.id}/undo`),
    onSuccess: (merge) => toastDone(`${merge.merged.name} is a customer of their own again`),
    onError: (error, merge) =>
      toastError('The merge was not undone', error, { label: 'Try again', run: () => undo.mutate(merge) }),
    onSettled: settled,
  });
  const merge = useMutation({
    mutationFn: (other: CustomerBody) =>
      api.post<CustomerMergeBody>(`/customers/${customerId}/merge`, { otherId: other.id }),
    onSuccess: (done) => toastDone(`${done.merged.name} is merged`, () => undo.mutate(done)),
    onError: (error, other) =>
      toastError('The customers were not merged', error, { label: 'Try again', run: () => merge.mutate(other) }),
    onSettled: settled,
  });
  return { merges: merges.data?.filter(({ survivorId }) => survivorId === customerId) ?? [], merge, undo };
}
