import { useSyncExternalStore } from 'react';
import { answered, commands, sendText } from '../app/api';
import { onSession, personNow } from '../app/session';
import { bringIn, type Mapping, type Platform, type Progress, type Step } from './transfer';

/** A file that somebody brings in, or has brought in while this tab was open. */
export interface Transfer {
  name: string;
  person: string;
  step: Step;
  state: 'running' | 'done' | 'failed' | 'stopped';
  failure?: unknown;
  again: () => void;
  stop: () => void;
}

/** It goes on while somebody looks at other pages: it belongs to the tab and not to a page. */
let current: Transfer | undefined;
const listeners = new Set<() => void>();

function become(next: Transfer | undefined): void {
  current = next;
  listeners.forEach((listener) => listener());
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const;

const platformFor = (signal: AbortSignal): Platform => ({
  start: (survey, mapping) =>
    answered(commands.POST('/api/v1/imports', { body: { ...survey, mapping }, signal })),
  send: async (id, from, format, rows) => {
    const path = `/api/v1/imports/${id}/rows?from=${from}`;
    return (await sendText(path, TYPES[format], rows, signal)) as Progress;
  },
  pause: (milliseconds) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
    }),
});

/** Begins with a file, or goes on with it where the platform says that it stopped. */
export function begin(file: File, mapping: Mapping, person: string): void {
  current?.stop();
  const stopping = new AbortController();
  const mine: Transfer = {
    name: file.name,
    person,
    step: { at: 'reading', share: 0 },
    state: 'running',
    again: () => begin(file, mapping, person),
    stop: () => stopping.abort(),
  };
  const change = (so: Partial<Transfer>) => {
    if (current?.stop === mine.stop) {
      become({ ...current, ...so });
    }
  };
  // Nothing is sent for somebody else who has signed in meanwhile.
  const leave = onSession(() => {
    if (personNow() !== person) {
      stopping.abort();
    }
  });
  become(mine);
  void bringIn(
    platformFor(stopping.signal),
    file,
    mapping,
    (step) => change({ step }),
    stopping.signal,
  )
    .then(
      () => change({ state: 'done' }),
      (failure: unknown) =>
        stopping.signal.aborted
          ? change({ state: 'stopped' })
          : change({ state: 'failed', failure }),
    )
    .finally(leave);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useTransfer = (): Transfer | undefined =>
  useSyncExternalStore(subscribe, () => current);
