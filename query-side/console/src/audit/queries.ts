import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, queries, type Asked } from '../app/api';
import { filterOf, type EventsAsked } from './asking';
import { readLines, type Exported } from './exporting';

export type AuditEvent = Asked['AuditEvent'];
export type Check = Asked['ReplayCheckProgress'];

const PAGE = 100;

export const events = (asked: EventsAsked) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'events', asked],
    queryFn: ({ pageParam, signal }) =>
      answered(
        queries.GET('/api/v1/audit/events', {
          params: {
            query: {
              ...filterOf(asked),
              sort: asked.sort ?? '-position',
              limit: PAGE,
              cursor: pageParam,
            },
          },
          headers: { Accept: 'application/json' },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** All that came of one wish, as it came. */
export const chain = (correlation: string) => events({ correlation, sort: 'position' });

/** All that a filter finds, as a file. */
export async function exportAll(
  asked: EventsAsked,
  tell: (so: Exported) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const stream = await answered(
    queries.GET('/api/v1/audit/events', {
      params: { query: filterOf(asked) },
      headers: { Accept: 'application/x-ndjson' },
      parseAs: 'stream',
      signal,
    }),
  );
  return readLines(stream as ReadableStream<Uint8Array>, tell);
}

export const lifeOf = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'life', id],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/audit/tickets/{id}/events', { params: { path: { id } }, signal }),
      ),
    enabled: id !== '',
  });

/** The past does not change: what was read once holds. */
export const ticketThen = (id: string, position: number) =>
  queryOptions({
    queryKey: ['audit', 'then', id, position],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/audit/tickets/{id}', {
          params: { path: { id }, query: { asOf: String(position) } },
          signal,
        }),
      ),
    enabled: id !== '' && position > 0,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });

const LOOK = 700;

export const checks = () =>
  queryOptions({
    queryKey: ['audit', 'checks'],
    queryFn: ({ signal }) => answered(queries.GET('/api/v1/audit/replay-checks', { signal })),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'running') ? LOOK : false,
  });

export const startCheck = () => answered(queries.POST('/api/v1/audit/replay-checks'));
