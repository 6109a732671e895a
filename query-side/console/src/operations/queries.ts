import { queryOptions } from '@tanstack/react-query';
import { answered, commands, plain, queries } from '../app/api';
import { asProblem } from '../app/problem';
import { originalsOf, type Mapping } from './transfer';

const PROJECTIONS = '/api/v1/admin/projections';
const LOOK = 2_000;
const LOOK_CLOSELY = 700;

/** Where a view or a search index is. */
export interface Standing {
  name: string;
  position: number;
  head: number;
  lagEvents: number;
  deadLetters: number;
}

export interface Rebuild {
  state: 'running' | 'done' | 'failed';
  position: number;
  head: number;
  percent: number;
  eventsPerSecond?: number;
  documentsPerSecond?: number;
  failure: string;
}

export interface DeadLetter {
  position: number;
  stream: string;
  type: string;
  cause: string;
  parkedAt: string;
}

const items = async <T>(path: string): Promise<readonly T[]> =>
  ((await (await plain(path)).json()) as { items: readonly T[] }).items;

export const standings = () =>
  queryOptions({
    queryKey: ['operations', 'standings'],
    queryFn: () => items<Standing>(PROJECTIONS),
    refetchInterval: LOOK,
  });

/** Nothing, as long as the node that answers has not rebuilt it. */
export const rebuildOf = (name: string) =>
  queryOptions({
    queryKey: ['operations', 'rebuild', name],
    queryFn: async (): Promise<Rebuild | null> => {
      try {
        return (await (await plain(`${PROJECTIONS}/${name}/rebuild`)).json()) as Rebuild;
      } catch (failure) {
        if (asProblem(failure).status === 404) {
          return null;
        }
        throw failure;
      }
    },
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_CLOSELY : false),
  });

export const rebuild = async (name: string): Promise<Rebuild> =>
  (await (await plain(`${PROJECTIONS}/${name}/rebuild`, 'POST')).json()) as Rebuild;

export const deadLetters = (name: string) =>
  queryOptions({
    queryKey: ['operations', 'letters', name],
    queryFn: () => items<DeadLetter>(`${PROJECTIONS}/${name}/dead-letters`),
  });

/** How many were applied. */
export const retry = async (name: string, position: number): Promise<number> => {
  const answer = await plain(`${PROJECTIONS}/${name}/dead-letters/${position}/retry`, 'POST');
  return ((await answer.json()) as { applied: number }).applied;
};

export const evict = async (name: string, position: number): Promise<void> => {
  await plain(`${PROJECTIONS}/${name}/dead-letters/${position}`, 'DELETE');
};

/** What columns of files may mean. */
export const mappings = () =>
  queryOptions({
    queryKey: ['operations', 'mappings'],
    queryFn: async ({ signal }) =>
      (await answered(commands.GET('/api/v1/imports/mappings', { signal }))).items,
    staleTime: Infinity,
  });

/** Whether rows of JSON were sent in another order than that of their file. */
export function sendsOriginalsAhead(begun: unknown): boolean {
  try {
    const { mapping } = begun as { mapping: string };
    return originalsOf(JSON.parse(mapping) as Mapping) !== undefined;
  } catch {
    // A mapping that cannot be read is no reason to show no imports.
    return false;
  }
}

/**
 * Those that were begun last, found in the log: nothing else lists them.
 *
 * @param awaited - one that was begun just now
 */
export const imports = (awaited?: string) =>
  queryOptions({
    queryKey: ['operations', 'imports'],
    queryFn: async ({ signal }) => {
      const begun = await answered(
        queries.GET('/api/v1/audit/events', {
          params: { query: { type: 'ImportStarted', sort: '-position', limit: 20 } },
          headers: { Accept: 'application/json' },
          signal,
        }),
      );
      return Promise.all(
        begun.items.map(async ({ stream, recordedAt, data }) => ({
          begunAt: recordedAt,
          originalsAhead: sendsOriginalsAhead(data),
          ...(await answered(
            commands.GET('/api/v1/imports/{id}', { params: { path: { id: stream } }, signal }),
          )),
        })),
      );
    },
    refetchInterval: ({ state: { data } }) =>
      data?.some((one) => !one.completed) ||
      (awaited !== undefined && !data?.some((one) => one.id === awaited))
        ? LOOK
        : false,
  });

export const refusals = (id: string) =>
  queryOptions({
    queryKey: ['operations', 'refusals', id],
    queryFn: async ({ signal }) =>
      (
        await answered(
          commands.GET('/api/v1/imports/{id}/refusals', { params: { path: { id } }, signal }),
        )
      )['items'] ?? [],
  });

export interface Health {
  status: string;
  components?: Record<string, { status: string }>;
}

/** A node that is not well says so with 503, and what is wrong with it. */
export const health = () =>
  queryOptions({
    queryKey: ['operations', 'health'],
    queryFn: async ({ signal }): Promise<Health> => {
      const answer = await fetch('/actuator/health', { signal }).catch((failure: unknown) => {
        throw asProblem(failure);
      });
      return (await answer.json()) as Health;
    },
    refetchInterval: 5 * LOOK,
  });

export const demonstrate = () => answered(commands.POST('/api/v1/demonstration'));
