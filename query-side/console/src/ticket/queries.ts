import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  type QueryClient,
} from '@tanstack/react-query';
import { answered, queries, type Asked } from '../app/api';
import { conditionsOf, type Filter } from './filters';

export type TicketItem = Asked['TicketItem'];
export type TicketView = Asked['TicketView'];
export type Message = Asked['TicketQueriesMessage'];
export type File = Asked['AttachmentItem'];

const PAGE = 50;

export type ListFilter = Record<string, string | undefined>;

export const ticketList = (filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      answered(
        queries.GET('/api/v1/tickets', {
          params: { query: { ...filter, limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export type Count = Asked['TicketQueriesCount'];

/** How many tickets a list shows. What takes too long to count is not asked for again at once. */
export const ticketCount = (filter: Filter) => {
  const conditions = conditionsOf(filter);
  return queryOptions({
    queryKey: ['counts', conditions],
    queryFn: ({ signal }) =>
      answered(queries.GET('/api/v1/tickets/count', { params: { query: conditions }, signal })),
    retry: false,
  });
};

/** A page that was asked for earlier and comes later must not undo what is known already. */
export const newer = (before: unknown, after: unknown): unknown => {
  const [known, told] = [before, after] as [TicketView | undefined, TicketView];
  return known !== undefined && known.version > told.version ? known : told;
};

/** By id or by number. */
export const oneTicket = (ticket: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', ticket],
    queryFn: ({ signal }) =>
      answered(queries.GET('/api/v1/tickets/{ticket}', { params: { path: { ticket } }, signal })),
    structuralSharing: newer,
  });

export const conversation = (ticket: string) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'conversation', ticket],
    queryFn: ({ pageParam, signal }) =>
      answered(
        queries.GET('/api/v1/tickets/{ticket}/conversation', {
          params: { path: { ticket }, query: { limit: 100, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const similarTo = (ticket: string) =>
  queryOptions({
    queryKey: ['tickets', 'similar', ticket],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/tickets/{ticket}/similar', { params: { path: { ticket } }, signal }),
      ),
    staleTime: 60_000,
  });

export const similarToDraft = (subject: string, description: string) =>
  queryOptions({
    queryKey: ['similar', subject, description],
    queryFn: ({ signal }) =>
      answered(queries.POST('/api/v1/similar', { body: { subject, description }, signal })),
    enabled: (subject + description).trim().length > 3,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const history = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'history', id],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/audit/tickets/{id}/events', { params: { path: { id } }, signal }),
      ),
  });

export const people = (q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: ({ signal }) =>
      answered(
        queries.GET('/api/v1/people', {
          params: { query: { q: q || undefined, limit: 20 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** After a change all that may show it is asked again; position makes the answers new enough. */
export const changed = async (cache: QueryClient): Promise<void> => {
  await Promise.all(
    ['tickets', 'counts'].map((kind) => cache.invalidateQueries({ queryKey: [kind] })),
  );
};
