import { useCallback, useEffect, useState } from 'react';
import { newKey } from './key';

/** What somebody has written and not yet sent, with the key under which it may be sent twice. */
interface Draft<T> {
  content: T;
  key: string;
}

const PREFIX = 'docket.draft.';

export function readDraft<T>(name: string, empty: T): Draft<T> {
  const stored = sessionStorage.getItem(PREFIX + name);
  return stored === null ? { content: empty, key: newKey() } : (JSON.parse(stored) as Draft<T>);
}

/**
 * Keeps what is written for as long as the tab is open, through reloads and failed requests. What is
 * changed gets a new key: it is another wish.
 *
 * @param name - of the thing that is written to; whoever changes it remounts the component
 */
export function useDraft<T>(name: string, empty: T) {
  const [nothing] = useState(empty);
  const [draft, setDraft] = useState(() => readDraft(name, empty));
  useEffect(() => {
    if (draft.content === nothing) {
      sessionStorage.removeItem(PREFIX + name);
    } else {
      sessionStorage.setItem(PREFIX + name, JSON.stringify(draft));
    }
  }, [draft, name, nothing]);
  const write = useCallback(
    // What depends on what is there is told as a function: several changes may come at once.
    (change: Partial<T> | ((before: T) => Partial<T>)) =>
      setDraft(({ content }) => ({
        content: { ...content, ...(typeof change === 'function' ? change(content) : change) },
        key: newKey(),
      })),
    [],
  );
  const discard = useCallback(() => setDraft({ content: nothing, key: newKey() }), [nothing]);
  return { ...draft, write, discard };
}

/** Whoever signs out leaves nothing behind for the next person at this machine. */
export function forgetDrafts(): void {
  Object.keys(sessionStorage)
    .filter((name) => name.startsWith(PREFIX))
    .forEach((name) => sessionStorage.removeItem(name));
}
