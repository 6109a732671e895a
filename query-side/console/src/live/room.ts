import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { position } from '../app/position';
import { doubt, whenReached } from '../app/reach';
import { accessToken, useCaller, worksOnTickets } from '../app/session';
import { Live } from './client';
import type { Present } from './protocol';

const live = new Live(
  () => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    return new WebSocket(`${scheme}://${location.host}/api/v1/live`) as never;
  },
  () => accessToken(),
  doubt,
);
whenReached(() => live.hurry());

/** What a room's events make old, by the room's kind. */
const OLD: Record<string, readonly QueryKey[]> = {
  ticket: [
    ['tickets', 'one'],
    ['tickets', 'conversation'],
    ['tickets', 'history'],
  ],
  queue: [['tickets', 'list']],
  dashboard: [['analytics']],
  article: [['editing', 'article']],
};

/** A busy queue is read again this often at most, in milliseconds. */
const PAUSE = 1_000;
/** Numbers are counted anew for each reading. */
const DASHBOARD_PAUSE = 5_000;

/** Reads again what is shown when something happens in a room; says who else is there. */
export function useRoom(room: string): readonly Present[] {
  const cache = useQueryClient();
  const [people, setPeople] = useState<readonly Present[]>([]);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      waiting = undefined;
      for (const queryKey of OLD[room.split(':', 1)[0] as string] ?? []) {
        void cache.invalidateQueries({ queryKey });
      }
    };
    let here = false;
    const leave = live.join(room, (told) => {
      if ('people' in told) {
        setPeople(told.people ?? []);
      }
      if (told.type === 'joined' && here) {
        return;
      }
      if (told.type === 'event' || told.type === 'reset' || told.type === 'joined') {
        // The first time, what happened between reading and joining was told to nobody.
        here ||= told.type === 'joined';
        position.told(told.position);
        waiting ??= setTimeout(
          read,
          room === 'dashboard'
            ? DASHBOARD_PAUSE
            : told.type === 'event' && room.startsWith('ticket:')
              ? 0
              : PAUSE,
        );
      }
    });
    return () => {
      clearTimeout(waiting);
      leave();
      setPeople([]);
    };
  }, [room, cache]);
  return people;
}

/**
 * Calls back after something has happened in a room, this often at most and only while the page is
 * seen: for what costs more to read again than what the room's own page shows.
 *
 * @param pause - in milliseconds
 */
export function useNews(room: string, pause: number, tell: () => void): void {
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  }, [tell]);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const leave = live.join(room, (told) => {
      if (told.type === 'event' || told.type === 'reset') {
        position.told(told.position);
        waiting ??= setTimeout(() => {
          waiting = undefined;
          if (!document.hidden) {
            latest.current();
          }
        }, pause);
      }
    });
    return () => {
      leave();
      if (waiting !== undefined) {
        clearTimeout(waiting);
        latest.current();
      }
    };
  }, [room, pause]);
}

/** Others than this person, for whom presence is shown. */
export function useOthers(people: readonly Present[]): readonly Present[] {
  const { person } = useCaller();
  return people.filter((one) => one.person !== person);
}

/** After so long without a key nobody writes any more, in milliseconds. */
const QUIET = 4_000;
/** The room believes it for ten seconds. */
const AGAIN = 5_000;

/** To be called at each key: tells the room that somebody writes, and when they stop. */
export function useWriting(room: string): () => void {
  const mayBeSeen = worksOnTickets(useCaller());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const said = useRef(0);
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    if (said.current > 0) {
      said.current = 0;
      live.tell({ type: 'presence', room, writing: false });
    }
  }, [room]);
  useEffect(() => stop, [stop]);
  return useCallback(() => {
    if (mayBeSeen) {
      if (Date.now() - said.current > AGAIN) {
        said.current = Date.now();
        live.tell({ type: 'presence', room, writing: true });
      }
      clearTimeout(timer.current);
      timer.current = setTimeout(stop, QUIET);
    }
  }, [room, stop, mayBeSeen]);
}
