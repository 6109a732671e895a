import { queryOptions } from '@tanstack/react-query';
import { answered, queries } from './api';

/** What the organisation of whoever is signed in says of itself. */
export const organisation = () =>
  queryOptions({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => answered(queries.GET('/api/v1/organisation', { signal })),
    staleTime: 300_000,
  });
