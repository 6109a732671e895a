import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, commands, newKey, once, type Told } from '../app/api';
import { failure } from '../app/told';
import { useTexts } from '../app/texts';
import { messages } from '../app/messages';
import { changed, oneTicket, type TicketView } from './queries';

export type Answer = Told['TicketCommandControllerAnswer'];
export type Priority = NonNullable<Told['TicketRequestsPrioritise']['priority']>;
export type TicketType = Told['TicketRequestsClassify']['type'];
export type LinkKind = Told['TicketRequestsLink']['kind'];

/** Something that is wished of one ticket. */
export type Wish =
  | { kind: 'edit'; subject?: string; description?: string; version: number }
  | { kind: 'classify'; type: TicketType; category?: string; tags: string[]; version: number }
  | { kind: 'prioritise'; priority: Priority }
  | { kind: 'assign'; agent: { id: string; name?: string | null } | null; team?: string | null }
  | { kind: 'work' }
  | { kind: 'hold'; reason: string; until?: string }
  | { kind: 'resume' }
  | { kind: 'resolve'; solution: string }
  | { kind: 'close'; reason?: string }
  | { kind: 'reopen'; reason?: string }
  | { kind: 'merge'; into: string }
  | { kind: 'link'; as: LinkKind; ticket: string }
  | { kind: 'unlink'; as: LinkKind; ticket: string }
  | { kind: 'split'; subject: string; description?: string; messages: string[] }
  | { kind: 'watch'; person: string }
  | { kind: 'unwatch'; person: string };

/** Sends a wish; under the same key it happens once, however often it is sent. */
export function send(id: string, wish: Wish, key: string): Promise<Answer> {
  const path = { id };
  const headers: Record<string, string> = once(key);
  const at = { params: { path }, headers };
  switch (wish.kind) {
    case 'edit': {
      const { subject, description, version } = wish;
      return answered(
        commands.PATCH('/api/v1/tickets/{id}', {
          ...at,
          headers: { ...headers, 'If-Match': `"${version}"` },
          body: { subject, description },
        }),
      );
    }
    case 'classify': {
      const { type, category, tags, version } = wish;
      return answered(
        commands.PUT('/api/v1/tickets/{id}/classification', {
          ...at,
          headers: { ...headers, 'If-Match': `"${version}"` },
          body: { type, category, tags },
        }),
      );
    }
    case 'prioritise':
      return answered(
        commands.PUT('/api/v1/tickets/{id}/priority', { ...at, body: { priority: wish.priority } }),
      );
    case 'assign':
      return wish.agent === null && !wish.team
        ? answered(commands.DELETE('/api/v1/tickets/{id}/assignment', at))
        : answered(
            commands.PUT('/api/v1/tickets/{id}/assignment', {
              ...at,
              body: { agent: wish.agent?.id, team: wish.team ?? undefined },
            }),
          );
    case 'work':
      return answered(commands.POST('/api/v1/tickets/{id}/work', at));
    case 'hold':
      return answered(
        commands.POST('/api/v1/tickets/{id}/hold', {
          ...at,
          body: { reason: wish.reason, until: wish.until },
        }),
      );
    case 'resume':
      return answered(commands.POST('/api/v1/tickets/{id}/resumption', at));
    case 'resolve':
      return answered(
        commands.POST('/api/v1/tickets/{id}/resolution', {
          ...at,
          body: { solution: wish.solution },
        }),
      );
    case 'close':
      return answered(
        commands.POST('/api/v1/tickets/{id}/closure', { ...at, body: { reason: wish.reason } }),
      );
    case 'reopen':
      return answered(
        commands.POST('/api/v1/tickets/{id}/reopening', { ...at, body: { reason: wish.reason } }),
      );
    case 'merge':
      return answered(
        commands.POST('/api/v1/tickets/{id}/merge', { ...at, body: { into: wish.into } }),
      );
    case 'link':
      return answered(
        commands.POST('/api/v1/tickets/{id}/links', {
          ...at,
          body: { kind: wish.as, ticket: wish.ticket },
        }),
      );
    case 'unlink':
      return answered(
        commands.DELETE('/api/v1/tickets/{id}/links/{other}', {
          headers,
          params: { path: { id, other: wish.ticket }, query: { kind: wish.as } },
        }),
      );
    case 'split':
      return answered(
        commands.POST('/api/v1/tickets/{id}/splits', {
          ...at,
          body: { subject: wish.subject, description: wish.description, messages: wish.messages },
        }),
      );
    case 'watch':
      return answered(
        commands.PUT('/api/v1/tickets/{id}/watchers/{person}', {
          headers,
          params: { path: { id, person: wish.person } },
        }),
      );
    case 'unwatch':
      return answered(
        commands.DELETE('/api/v1/tickets/{id}/watchers/{person}', {
          headers,
          params: { path: { id, person: wish.person } },
        }),
      );
  }
}

/** The ticket as it will be once a wish has come true; what only the server knows stays. */
export function foreseen(ticket: TicketView, wish: Wish): TicketView {
  switch (wish.kind) {
    case 'edit':
      return {
        ...ticket,
        subject: wish.subject ?? ticket.subject,
        description: wish.description ?? ticket.description,
      };
    case 'classify':
      return { ...ticket, type: wish.type, category: wish.category, tags: wish.tags };
    case 'prioritise':
      return { ...ticket, priority: wish.priority };
    case 'assign':
      return { ...ticket, assignment: { team: wish.team, agent: wish.agent } };
    case 'hold':
      return { ...ticket, status: 'pending', onHoldReason: wish.reason, onHoldUntil: wish.until };
    case 'work':
    case 'resume':
      return { ...ticket, status: 'in_progress' };
    case 'resolve':
      return { ...ticket, status: 'resolved', solution: wish.solution };
    case 'close':
      return { ...ticket, status: 'closed' };
    case 'reopen':
      return { ...ticket, status: 'open' };
    case 'merge':
      return { ...ticket, status: 'merged', mergedInto: wish.into };
    case 'link':
      return { ...ticket, links: [...ticket.links, { kind: wish.as, ticket: wish.ticket }] };
    case 'unlink':
      return {
        ...ticket,
        links: ticket.links.filter((l) => l.kind !== wish.as || l.ticket !== wish.ticket),
      };
    case 'watch':
      return { ...ticket, watchers: [...ticket.watchers, wish.person] };
    case 'unwatch':
      return { ...ticket, watchers: ticket.watchers.filter((person) => person !== wish.person) };
    case 'split':
      return ticket;
  }
}

/**
 * Wishes of one ticket: what will be is shown at once and taken back when it is refused. What the
 * command answers counts against older answers of queries by its version.
 *
 * @param address - by which the page asks for the ticket
 * @param sending - how a wish is sent, where it is not simply sent once
 */
export function useWish(
  address: string,
  ticket: TicketView,
  sending: (wish: Wish) => Promise<Answer> = (wish) => send(ticket.id, wish, newKey()),
) {
  const cache = useQueryClient();
  const t = useTexts(messages);
  const { queryKey } = oneTicket(address);
  return useMutation({
    mutationFn: sending,
    onMutate: async (wish) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData(queryKey);
      if (before !== undefined) {
        cache.setQueryData(queryKey, foreseen(before, wish));
      }
      return { before };
    },
    onSuccess: (answer) => {
      cache.setQueryData(queryKey, (now) =>
        now === undefined ? now : { ...now, status: answer.status, version: answer.version },
      );
    },
    onError: (error, _wish, context) => {
      if (context?.before !== undefined) {
        cache.setQueryData(queryKey, context.before);
      }
      failure(t('failed'))(error);
    },
    onSettled: () => changed(cache),
  });
}

export interface Written {
  body: string;
  attachments: string[];
}

export function say(
  id: string,
  kind: 'replies' | 'notes',
  written: Written,
  key: string,
): Promise<Answer> {
  const asked = { params: { path: { id } }, headers: once(key), body: written };
  return kind === 'notes'
    ? answered(commands.POST('/api/v1/tickets/{id}/notes', asked))
    : answered(commands.POST('/api/v1/tickets/{id}/replies', asked));
}

export const open = (wanted: Told['TicketRequestsOpen'], key: string): Promise<Answer> =>
  answered(commands.POST('/api/v1/tickets', { headers: once(key), body: wanted }));

export interface Result {
  id: string;
  number: string;
  state: 'waiting' | 'done' | 'failed';
  detail?: string;
}

const AT_ONCE = 4;

/** The same wish of many tickets, a few at a time; tells after each what has become of all. */
export async function sendToAll<T extends { id: string; number: string }>(
  tickets: readonly T[],
  wish: (ticket: T) => Wish,
  tell: (results: readonly Result[]) => void,
  sender: (id: string, wish: Wish, key: string) => Promise<unknown> = send,
): Promise<readonly Result[]> {
  const results: Result[] = tickets.map(({ id, number }) => ({ id, number, state: 'waiting' }));
  let next = 0;
  const work = async () => {
    for (let at = next++; at < tickets.length; at = next++) {
      const ticket = tickets[at] as T;
      const result = results[at] as Result;
      try {
        await sender(ticket.id, wish(ticket), newKey());
        result.state = 'done';
      } catch (error) {
        result.state = 'failed';
        result.detail = error instanceof Error ? error.message : String(error);
      }
      tell(results.map((one) => ({ ...one })));
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, tickets.length) }, work));
  return results;
}
