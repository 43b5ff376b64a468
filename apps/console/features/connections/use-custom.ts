import type {
  ConnectionBody,
  CustomOperationBody,
  CustomOperationPage,
  HttpOperationBody,
  McpToolBody,
  OpenApiOperationsBody,
  OperationTrialBody,
  TryOperationRequest,
} from '@satchel/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, api, messageOf } from '../../lib/api';
import { toastDone } from '../../ui/toast';

const keyOf = (id: string) => ['operations', id] as const;

export function useOperations(id: string, enabled: boolean) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: async ({ signal }) => (await api.get<CustomOperationPage>(`/connections/${id}/operations`, signal)).data,
    enabled,
  });
}

/** Stores all that a connection can do, at once; one wrong operation and nothing is stored. */
export function useSaveOperations({ id, label }: Pick<ConnectionBody, 'id' | 'label'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { operations: HttpOperationBody[] } | { tools: McpToolBody[] }) =>
      api.patch<ConnectionBody>(`/connections/${id}`, { credentials }),
    onSuccess: () => {
      toastDone(`The operations of ${label} are saved`);
      return client.invalidateQueries({ queryKey: keyOf(id) });
    },
  });
}

export function useTry(id: string, name: string) {
  return useMutation({
    mutationFn: (input: TryOperationRequest) =>
      api.post<OperationTrialBody>(`/connections/${id}/operations/${encodeURIComponent(name)}/try`, input),
  });
}

export function useReadOpenApi() {
  return useMutation({
    mutationFn: (given: File | string) => {
      const body = new FormData();
      body.append('file', typeof given === 'string' ? new Blob([given]) : given, 'openapi');
      return api.post<OpenApiOperationsBody>('/connections/custom/openapi', body);
    },
  });
}

export function definitionsOf(operations: readonly CustomOperationBody[]): HttpOperationBody[] {
  return operations.flatMap(({ definition }) => (definition && 'path' in definition ? [definition] : []));
}

/** What the server says of each field, or of the whole. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof ApiError)) return messageOf(error);
  return Object.values(error.fields).join(' ') || error.message;
}
