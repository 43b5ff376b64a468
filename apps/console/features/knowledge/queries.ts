import type { ArticleBody, ArticleImportBody, ArticlePage, ArticleVersionBody, GapBody } from '@satchel/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api, withQuery } from '../../lib/api';
import { keys } from '../../lib/query-keys';

export interface ArticleListFilter {
  q: string;
  status: string;
  due: string;
}

/** How often the progress of an import is asked for. */
const PROGRESS_MS = 1_000;

export const articleListQuery = (filter: ArticleListFilter) =>
  queryOptions({
    queryKey: keys.articleList(filter),
    queryFn: ({ signal }) => api.get<ArticlePage>(withQuery('/articles', { ...filter, limit: 200 }), signal),
  });

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: keys.article(id),
    queryFn: ({ signal }) => api.get<ArticleBody>(`/articles/${id}`, signal),
  });

/** Read again with each new version. */
export const versionsQuery = (id: string, newest: number) =>
  queryOptions({
    queryKey: keys.articleVersions(id, newest),
    queryFn: async ({ signal }) =>
      (await api.get<{ data: ArticleVersionBody[] }>(`/articles/${id}/versions`, signal)).data,
  });

export const gapsQuery = queryOptions({
  queryKey: keys.gaps,
  queryFn: ({ signal }) => api.get<{ data: GapBody[] }>('/articles/gaps', signal),
});

export const importQuery = (id: string | null) =>
  queryOptions({
    queryKey: keys.articleImport(id ?? ''),
    queryFn: ({ signal }) => api.get<ArticleImportBody>(`/articles/import/${id}`, signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : PROGRESS_MS),
  });
