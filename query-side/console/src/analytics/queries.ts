import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, queries } from '../app/api';
import type { Point } from './measures';
import { zone, type Period } from './period';

const measures = {
  volume: '/api/v1/analytics/volume',
  backlog: '/api/v1/analytics/backlog',
  firstResponse: '/api/v1/analytics/first-response',
  resolution: '/api/v1/analytics/resolution',
  reopenRate: '/api/v1/analytics/reopen-rate',
} as const;

export type Measure = keyof typeof measures;
export type Grouped = 'agent' | 'team';

/** Of the period and the one before it. */
export const measured = (measure: Measure, { before, to, interval }: Period) =>
  queryOptions({
    queryKey: ['analytics', measure, before.toISOString(), to.toISOString(), interval],
    queryFn: async ({ signal }): Promise<readonly Point[]> => {
      const query = {
        from: before.toISOString(),
        to: to.toISOString(),
        interval,
        zone: zone(),
      };
      return (await answered(queries.GET(measures[measure], { params: { query }, signal }))).items;
    },
    placeholderData: keepPreviousData,
  });

/** A request may ask for 5,000 hours. */
const HOURS_AT_ONCE = 4_800;

export const arrivals = ({ from, to }: Period) =>
  queryOptions({
    queryKey: ['analytics', 'arrivals', from.toISOString(), to.toISOString()],
    queryFn: async ({ signal }) => {
      const points: Point[] = [];
      for (let at = +from; at < +to; at += HOURS_AT_ONCE * 3_600_000) {
        const query = {
          from: new Date(at).toISOString(),
          to: new Date(Math.min(+to, at + HOURS_AT_ONCE * 3_600_000)).toISOString(),
          interval: 'hour',
        };
        const part = await answered(
          queries.GET('/api/v1/analytics/volume', { params: { query }, signal }),
        );
        points.push(...part.items);
      }
      return points;
    },
    placeholderData: keepPreviousData,
  });

/** How many open tickets each agent or team has at the end of a day. */
export const load = (end: Date, groupBy: Grouped) =>
  queryOptions({
    queryKey: ['analytics', 'load', end.toISOString(), groupBy],
    queryFn: async ({ signal }): Promise<readonly Point[]> => {
      const query = {
        from: new Date(+end - 1).toISOString(),
        to: end.toISOString(),
        interval: 'day',
        zone: zone(),
        groupBy,
      };
      return (await answered(queries.GET('/api/v1/analytics/load', { params: { query }, signal })))
        .items;
    },
    placeholderData: keepPreviousData,
  });

export const standing = () =>
  queryOptions({
    queryKey: ['analytics', 'dashboard'],
    queryFn: ({ signal }) => answered(queries.GET('/api/v1/analytics/dashboard', { signal })),
  });

const PEOPLE_AT_ONCE = 100;
const MOST_PAGES = 50;

/** The names of people, looked up until all are known. */
export const namesOf = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['people', 'names', [...ids].sort()],
    queryFn: async ({ signal }) => {
      const names = new Map<string, string>();
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES && ids.some((id) => !names.has(id)); page++) {
        const found = await answered(
          queries.GET('/api/v1/people', {
            params: { query: { limit: PEOPLE_AT_ONCE, cursor } },
            signal,
          }),
        );
        found.items.forEach((person) => names.set(person.id, person.name));
        cursor = found.nextCursor ?? undefined;
        if (cursor === undefined) {
          break;
        }
      }
      return names;
    },
    enabled: ids.length > 0,
    staleTime: 300_000,
  });
