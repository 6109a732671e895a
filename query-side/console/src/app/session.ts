import { useSyncExternalStore } from 'react';
import { config } from './config';
import { forgetDrafts } from './draft';
import { position } from './position';
import { asProblem, Problem } from './problem';

export type Role = 'requester' | 'agent' | 'lead' | 'admin' | 'auditor';

/** Who is signed in, as their access token says. */
export interface Caller {
  person: string;
  tenant: string;
  roles: readonly Role[];
}

export type Session =
  | { state: 'starting' }
  | { state: 'unreachable'; problem: Problem }
  | { state: 'out' }
  | { state: 'in'; caller: Caller };

interface Answered {
  accessToken: string;
  expiresIn: number;
}

/** How long before its end a token is exchanged, in seconds. */
const EARLY = 60;

// In memory only: a script that came in by mistake finds no token in any storage.
let token: { text: string; until: number } | undefined;
let session: Session = { state: 'starting' };
let exchange: Promise<string | undefined> | undefined;
const listeners = new Set<() => void>();

function become(next: Session): void {
  session = next;
  listeners.forEach((listener) => listener());
}

export function readToken(text: string): Caller {
  const part = text.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (sign) =>
    sign.charCodeAt(0),
  );
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as {
    sub: string;
    tenant?: string;
    roles?: string[];
  };
  return {
    person: claims.sub,
    tenant: claims.tenant ?? '',
    roles: (claims.roles ?? []).map((role) => role.toLowerCase() as Role),
  };
}

async function ask(method: string, body: unknown): Promise<Response> {
  const { commands } = await config();
  return fetch(`${commands}/api/v1/auth/session`, {
    method,
    credentials: commands === '' ? 'same-origin' : 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function take(answer: Response): Promise<string> {
  const { accessToken, expiresIn } = (await answer.json()) as Answered;
  const caller = readToken(accessToken);
  if (session.state === 'in' && session.caller.person !== caller.person) {
    // Another tab has signed somebody else in: nothing of this page is theirs, nor sent as theirs.
    forgetDrafts();
    location.reload();
    throw new Error('Somebody else has signed in');
  }
  token = { text: accessToken, until: Date.now() + (expiresIn - EARLY) * 1000 };
  if (session.state !== 'in' || JSON.stringify(session.caller) !== JSON.stringify(caller)) {
    become({ state: 'in', caller });
  }
  return accessToken;
}

async function renew(): Promise<string | undefined> {
  const answer = await ask('PUT', {});
  if (answer.ok) {
    return take(answer);
  }
  const problem = await Problem.of(answer);
  if (problem.passing) {
    throw problem;
  }
  token = undefined;
  become({ state: 'out' });
  return undefined;
}

/**
 * Each exchange makes the cookie before it worthless, and sending that one again ends the session:
 * the tabs of a browser take turns.
 */
async function oneByOne(work: () => Promise<string | undefined>): Promise<string | undefined> {
  return 'locks' in navigator ? await navigator.locks.request('docket-session', work) : work();
}

/** A token that still holds; one exchange serves all that ask meanwhile. */
export async function accessToken(fresh = false): Promise<string | undefined> {
  if (!fresh && token !== undefined && Date.now() < token.until) {
    return token.text;
  }
  exchange ??= oneByOne(renew).finally(() => {
    exchange = undefined;
  });
  return exchange;
}

/** Goes on with the session of an earlier visit, if there is one. */
export async function resume(): Promise<void> {
  become({ state: 'starting' });
  try {
    await accessToken(true);
  } catch (failure) {
    become({ state: 'unreachable', problem: asProblem(failure) });
  }
}

export async function signIn(email: string, password: string): Promise<void> {
  const answer = await ask('POST', { email, password });
  if (!answer.ok) {
    throw await Problem.of(answer);
  }
  await take(answer);
}

export async function signOut(): Promise<void> {
  await oneByOne(async () => {
    const answer = await ask('DELETE', {});
    if (!answer.ok && answer.status !== 401) {
      throw await Problem.of(answer);
    }
    return undefined;
  });
  token = undefined;
  position.forget();
  forgetDrafts();
  become({ state: 'out' });
}

/** Tells of every sign-in, sign-out and renewed role, until what it answers is called. */
export const onSession = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useSession(): Session {
  return useSyncExternalStore(onSession, () => session);
}

/** Who is signed in at this moment. */
export const personNow = (): string | undefined =>
  session.state === 'in' ? session.caller.person : undefined;

/** Only for what is shown to whoever is signed in. */
export function useCaller(): Caller {
  const now = useSession();
  if (now.state !== 'in') {
    throw new Error('Nobody is signed in');
  }
  return now.caller;
}

export const worksOnTickets = (caller: Caller): boolean =>
  caller.roles.some((role) => role === 'agent' || role === 'lead' || role === 'admin');
export const seesAll = (caller: Caller): boolean =>
  worksOnTickets(caller) || caller.roles.includes('auditor');
export const readsHistory = (caller: Caller): boolean =>
  caller.roles.includes('auditor') || caller.roles.includes('admin');
