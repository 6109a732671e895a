import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5_000;
/** After so long without an answer there is none. */
const PATIENCE = 5_000;

// What the browser says of its own network is only a reason to look: a platform may be away while
// the network is there. As long as it is away, queries wait in place of failing.
onlineManager.setEventListener(() => {
  // Tests of logic alone have no window.
  globalThis.addEventListener?.('offline', doubt);
  return () => globalThis.removeEventListener('offline', doubt);
});

let looking = false;

/** To be called when something that should have answered did not: finds out whether anything does. */
export function doubt(): void {
  if (!looking) {
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }
}

async function look(): Promise<void> {
  for (let failures = 0; !(await answers()); failures++) {
    onlineManager.setOnline(false);
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  onlineManager.setOnline(true);
}

/** A gateway that answers for a node which is away is no answer. */
async function answers(): Promise<boolean> {
  try {
    const answer = await fetch('/console/config.json', {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.status < 502;
  } catch {
    return false;
  }
}

export const whenReached = (then: () => void): (() => void) =>
  onlineManager.subscribe((reached) => {
    if (reached) {
      then();
    }
  });

export function useReached(): boolean {
  return useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
}
