import createClient, { type Middleware } from 'openapi-fetch';
import type { components as commandParts, paths as commandPaths } from '../api/command';
import type { components as queryParts, paths as queryPaths } from '../api/query';
import { config } from './config';
import { position } from './position';
import { asProblem, Problem } from './problem';
import { doubt } from './reach';
import { accessToken } from './session';

export type Asked = queryParts['schemas'];
export type Told = commandParts['schemas'];

const POSITION = 'Docket-Position';

/** Sends with a token, and once more with a new one when the old is no longer taken. */
async function send(request: Request): Promise<Response> {
  const attempt = async (fresh: boolean) => {
    const bearer = await accessToken(fresh);
    if (bearer !== undefined) {
      request.headers.set('Authorization', `Bearer ${bearer}`);
    }
    const answer = await fetch(request.clone()).catch((failure: unknown) => {
      if (!request.signal.aborted) {
        doubt();
      }
      throw failure;
    });
    if (answer.status >= 502) {
      doubt();
    }
    return answer;
  };
  const first = await attempt(false);
  return first.status === 401 ? attempt(true) : first;
}

function askAsNewAs(place: number, request: Request): void {
  if (place > 0) {
    request.headers.set(POSITION, String(place));
  }
}

const SEARCHES = /\/(search|suggest|similar)\b/;

const asNewAsWritten: Middleware = {
  onRequest({ request, schemaPath }) {
    askAsNewAs(SEARCHES.test(schemaPath) ? position.own() : position.newest(), request);
  },
};

const remembered: Middleware = {
  onResponse({ response }) {
    const place = Number(response.headers.get(POSITION));
    if (response.ok && place > 0) {
      position.caused(place);
    }
  },
};

/** Reads; each answer is at least as new as what this person has done. */
export const queries = createClient<queryPaths>({ fetch: send });
queries.use(asNewAsWritten);

/** The same for a node of its own. A body that is a stream would need HTTP/2: it goes as bytes. */
async function elsewhere(base: string, request: Request): Promise<Request> {
  const address = new URL(request.url);
  const body = await request.arrayBuffer();
  return new Request(base + address.pathname + address.search, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    ...(body.byteLength > 0 && { body }),
  });
}

/** Writes; the log's place of each is remembered for the reads that follow. */
export const commands = createClient<commandPaths>({
  fetch: async (request: Request) => {
    const { commands: base } = await config();
    return send(base === '' ? request : await elsewhere(base, request));
  },
});
commands.use(remembered);

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was answered, or a {@link Problem}. */
export async function answered<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  let done: Outcome<T>;
  try {
    done = await outcome;
  } catch (failure) {
    throw asProblem(failure);
  }
  if (!done.response.ok) {
    const body = (typeof done.error === 'object' ? done.error : {}) as Record<string, unknown>;
    const word = (name: string) => (typeof body[name] === 'string' ? body[name] : undefined);
    throw new Problem(
      done.response.status,
      word('rule') ?? 'unknown',
      word('detail') ?? word('title') ?? done.response.statusText,
      body,
    );
  }
  return done.data as T;
}

/** The header under which a command may be sent twice and happens once. */
export const once = (key: string) => ({ 'Idempotency-Key': key });

export { newKey } from './key';

/** Sends a file; its id is what a message, a ticket or an article then names. */
export async function upload(file: File, key: string): Promise<{ id: string; name: string }> {
  const { commands: base } = await config();
  const answer = await send(
    new Request(`${base}/api/v1/attachments`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        ...once(key),
      },
      body: file,
    }),
  ).catch((failure: unknown) => {
    throw asProblem(failure);
  });
  if (!answer.ok) {
    throw await Problem.of(answer);
  }
  return (await answer.json()) as { id: string; name: string };
}

/** Sends what is no JSON, and answers what is. */
export async function sendText(
  path: string,
  type: string,
  body: string,
  signal: AbortSignal,
): Promise<unknown> {
  const { commands: base } = await config();
  const answer = await send(
    new Request(base + path, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
      signal,
    }),
  ).catch((failure: unknown) => {
    signal.throwIfAborted();
    throw asProblem(failure);
  });
  if (!answer.ok) {
    throw await Problem.of(answer);
  }
  return answer.json();
}

/** A file's bytes: an address alone would carry no token. */
export async function download(id: string): Promise<Blob> {
  const request = new Request(`/api/v1/attachments/${id}`);
  askAsNewAs(position.newest(), request);
  const answer = await send(request).catch((failure: unknown) => {
    throw asProblem(failure);
  });
  if (!answer.ok) {
    throw await Problem.of(answer);
  }
  return answer.blob();
}

/** What the documents do not describe: the routes of projection nodes, where they answer here. */
export async function plain(path: string, method = 'GET'): Promise<Response> {
  const answer = await send(new Request(path, { method })).catch((failure: unknown) => {
    throw asProblem(failure);
  });
  if (!answer.ok) {
    throw await Problem.of(answer);
  }
  return answer;
}
