import { useQuery } from '@tanstack/react-query';
import { namesOf } from '../analytics/queries';

/** Who did something, by the name that they have now; whoever has no account keeps their id. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const known = useQuery(namesOf([...new Set(ids)]));
  return (id) => known.data?.get(id) ?? id;
}
