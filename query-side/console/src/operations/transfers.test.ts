import { afterEach, expect, it, vi } from 'vitest';
import { personNow, signIn, signOut } from '../app/session';
import type { Mapping } from './transfer';
import { begin } from './transfers';

const sent = vi.hoisted(() => vi.fn<(asked: { signal: AbortSignal }) => void>());

// A platform that takes an import and never answers.
vi.mock('../app/api', () => ({
  answered: <T>(outcome: Promise<T>) => outcome,
  commands: {
    POST: (_: string, asked: { signal: AbortSignal }) => {
      sent(asked);
      return new Promise((_resolve, reject) => {
        asked.signal.addEventListener('abort', () => reject(new Error('left')));
      });
    },
  },
}));

const token = (person: string) => ['e30', btoa(JSON.stringify({ sub: person })), 'x'].join('.');

const sessions = (address: string, init?: RequestInit): Promise<Response> =>
  Promise.resolve(
    address.endsWith('/config.json')
      ? Response.json({ commands: '' })
      : init?.method === 'DELETE'
        ? new Response(null, { status: 204 })
        : Response.json({ accessToken: token('robin'), expiresIn: 900 }),
  );

afterEach(() => vi.unstubAllGlobals());

it('whoever signs out leaves the request of a transfer', async () => {
  vi.stubGlobal('fetch', sessions);
  vi.stubGlobal('sessionStorage', {});
  vi.stubGlobal('navigator', {});
  await signIn('robin@example.org', 'correct horse battery');
  expect(personNow()).toBe('robin');
  begin(new File(['a\n1\n'], 'tickets.csv'), { source: 'test' } as Mapping, 'robin');
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));

  await signOut();

  expect(sent.mock.lastCall?.[0].signal.aborted).toBe(true);
});
