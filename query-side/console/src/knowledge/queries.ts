import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answered, queries } from '../app/api';

export const articlesFound = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['articles', 'found', q],
    queryFn: ({ pageParam, signal }) =>
      answered(
        queries.GET('/api/v1/search/articles', {
          params: { query: { q, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: q !== '',
  });

/** What is there, the newest first, for whoever has no words yet. */
export const articlesThere = () =>
  infiniteQueryOptions({
    queryKey: ['articles', 'there'],
    queryFn: ({ pageParam, signal }) =>
      answered(
        queries.GET('/api/v1/articles', { params: { query: { cursor: pageParam } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
