import { QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem';

const TRIES = 3;

/**
 * What the server said last, shared by all pages; refusals are final, silence is not. What somebody
 * sends is tried at once, so that they see at once when it does not arrive.
 */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => asProblem(error).passing && failures < TRIES,
    },
    mutations: { networkMode: 'always' },
  },
});
