import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, queries, type Asked } from '../app/api';

const FEW = 6;

export type Completion = Asked['CompletionsCompletion'];

export const foundTickets = (q: string) =>
  queryOptions({
    queryKey: ['search', 'tickets', q],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/search/tickets', { params: { query: { q, limit: FEW } }, signal }),
      ),
    enabled: q !== '',
    retry: false,
    placeholderData: keepPreviousData,
  });

export const foundArticles = (q: string) =>
  queryOptions({
    queryKey: ['search', 'articles', q],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/search/articles', { params: { query: { q, limit: FEW } }, signal }),
      ),
    enabled: q !== '',
    retry: false,
    placeholderData: keepPreviousData,
  });

export const completions = (q: string, at: number) =>
  queryOptions({
    queryKey: ['search', 'completions', q, at],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/search/tickets/completions', {
          params: { query: { q, at, limit: FEW } },
          signal,
        }),
      ),
    enabled: q !== '',
    retry: false,
  });

/** A text with a part of it replaced, and where the cursor is then. */
export function completed(
  q: string,
  { from, to, text }: { from: number; to: number; text: string },
): { q: string; at: number } {
  return { q: q.slice(0, from) + text + q.slice(to), at: from + text.length };
}
