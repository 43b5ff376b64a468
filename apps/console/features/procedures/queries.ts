import type {
  ProcedureBody,
  ProcedureDocumentBody,
  ProcedureListBody,
  ProcedurePartsBody,
  ProcedureProblemsBody,
  ProcedureVersionPage,
} from '@satchel/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { keys } from '../../lib/query-keys';

const of = (name: string): string => `/ai/procedures/${encodeURIComponent(name)}`;

export const proceduresQuery = queryOptions({
  queryKey: keys.procedures,
  queryFn: async ({ signal }) => (await api.get<ProcedureListBody>('/ai/procedures', signal)).data,
});

export const procedureQuery = (name: string) =>
  queryOptions({
    queryKey: keys.procedure(name),
    queryFn: ({ signal }) => api.get<ProcedureBody>(of(name), signal),
  });

export const versionsQuery = (name: string) =>
  queryOptions({
    queryKey: keys.procedureVersions(name),
    queryFn: async ({ signal }) => (await api.get<ProcedureVersionPage>(`${of(name)}/versions`, signal)).data,
  });

/** They change with the server's version alone. */
export const partsQuery = queryOptions({
  queryKey: keys.procedureParts,
  queryFn: ({ signal }) => api.get<ProcedurePartsBody>('/ai/procedure-parts', signal),
  staleTime: Infinity,
});

/** What the server would say to it, while it is typed. */
export const problemsQuery = (document: string) =>
  queryOptions({
    queryKey: keys.procedureProblems(document),
    queryFn: async () => {
      const body = { document: JSON.parse(document) as ProcedureDocumentBody };
      return (await api.post<ProcedureProblemsBody>('/ai/procedures/check', body)).problems;
    },
    gcTime: 0,
  });

export const publish = (
  name: string,
  body: { document: ProcedureDocumentBody; expectedVersion?: number; requireGreen?: boolean },
): Promise<ProcedureBody> => api.put<ProcedureBody>(of(name), body);

export const reset = (name: string): Promise<void> => api.delete(of(name));

export const create = (document: ProcedureDocumentBody): Promise<ProcedureBody> =>
  api.post<ProcedureBody>('/ai/procedures', { document });
