import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, commands, once, queries, type Asked, type Told } from '../app/api';
import type { Step } from './stages';

export type Article = Asked['ArticleView'];
export type Node = Asked['CategoryQueriesNode'];
export type Edit = Told['ArticleRequestsEdit'];

export const articles = (state: string | undefined, stale: boolean) =>
  infiniteQueryOptions({
    queryKey: ['editing', 'articles', state, stale],
    queryFn: ({ pageParam, signal }) =>
      answered(
        queries.GET('/api/v1/articles', {
          params: {
            query: { draft: 'true', state, stale: stale ? 'true' : undefined, cursor: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const oneArticle = (article: string) =>
  queryOptions({
    queryKey: ['editing', 'article', article],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/articles/{article}', {
          params: { path: { article }, query: { draft: 'true' } },
          signal,
        }),
      ),
  });

/** A text that is not saved, as the platform would show it; each has its moment and no more. */
export const rendered = (body: string) =>
  queryOptions({
    queryKey: ['editing', 'preview', body],
    queryFn: ({ signal }) =>
      answered(queries.POST('/api/v1/articles/preview', { body: { body }, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });

export const revisions = (article: string) =>
  queryOptions({
    queryKey: ['editing', 'article', article, 'revisions'],
    queryFn: async ({ signal }) =>
      (
        await answered(
          queries.GET('/api/v1/articles/{article}/revisions', {
            params: { path: { article }, query: { limit: 100 } },
            signal,
          }),
        )
      ).items,
  });

export const difference = (article: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['editing', 'difference', article, from, to],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/articles/{article}/revisions/{from}/difference/{to}', {
          params: { path: { article, from: String(from), to: String(to) } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });

export const categories = (language: string) =>
  queryOptions({
    queryKey: ['editing', 'categories', language],
    queryFn: async ({ signal }) =>
      (
        await answered(
          queries.GET('/api/v1/categories', { params: { query: { language } }, signal }),
        )
      ).items,
  });

export const synonyms = () =>
  queryOptions({
    queryKey: ['editing', 'synonyms'],
    queryFn: async ({ signal }) =>
      (await answered(queries.GET('/api/v1/synonyms', { signal }))).items,
  });

export const unanswered = () =>
  queryOptions({
    queryKey: ['editing', 'unanswered'],
    queryFn: async ({ signal }) =>
      (
        await answered(
          queries.GET('/api/v1/analytics/searches/unanswered', {
            params: { query: { among: 'articles', limit: 50 } },
            signal,
          }),
        )
      ).items,
  });

export const draft = (body: Told['ArticleRequestsDraft'], key: string) =>
  answered(commands.POST('/api/v1/articles', { headers: once(key), body }));

export const edit = (id: string, body: Edit, version: number, key: string) =>
  answered(
    commands.PUT('/api/v1/articles/{id}', {
      params: { path: { id } },
      headers: { ...once(key), 'If-Match': `"${version}"` },
      body,
    }),
  );

/** Sends a step; under the same key it happens once. */
export function take(id: string, step: Step, key: string) {
  const at = { params: { path: { id } }, headers: once(key) };
  switch (step.kind) {
    case 'review':
      return answered(commands.POST('/api/v1/articles/{id}/review', { ...at, body: {} }));
    case 'approve':
      return answered(commands.POST('/api/v1/articles/{id}/approval', at));
    case 'changes':
      return answered(
        commands.POST('/api/v1/articles/{id}/changes', { ...at, body: { reason: step.reason } }),
      );
    case 'publish':
      return answered(commands.POST('/api/v1/articles/{id}/publication', at));
    case 'schedule':
      return answered(
        commands.PUT('/api/v1/articles/{id}/schedule', { ...at, body: { at: step.at } }),
      );
    case 'cancel':
      return answered(commands.DELETE('/api/v1/articles/{id}/schedule', at));
    case 'withdraw':
      return answered(
        commands.DELETE('/api/v1/articles/{id}/publication', {
          ...at,
          params: { path: { id }, query: { reason: step.reason } },
        }),
      );
    case 'archive':
      return answered(
        commands.POST('/api/v1/articles/{id}/archive', { ...at, body: { reason: step.reason } }),
      );
    case 'unarchive':
      return answered(commands.DELETE('/api/v1/articles/{id}/archive', at));
    case 'confirm':
      return answered(commands.POST('/api/v1/articles/{id}/confirmation', at));
    case 'restore':
      return answered(
        commands.POST('/api/v1/articles/{id}/revisions/{revision}/restoration', {
          ...at,
          params: { path: { id, revision: step.revision } },
          body: {},
        }),
      );
  }
}

export const addCategory = (body: Told['KnowledgeBaseControllerNewCategory'], key: string) =>
  answered(commands.POST('/api/v1/categories', { headers: once(key), body }));

export const removeCategory = (id: string) =>
  answered(commands.DELETE('/api/v1/categories/{id}', { params: { path: { id } } }));

export const addSynonyms = (words: string[], key: string) =>
  answered(commands.POST('/api/v1/synonyms', { headers: once(key), body: { words } }));

export const removeSynonyms = (id: string) =>
  answered(commands.DELETE('/api/v1/synonyms/{id}', { params: { path: { id } } }));
