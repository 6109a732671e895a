import type { Problem } from '../app/problem';

const FILE = /^\/api\/v1\/attachments\/([0-9a-f-]{36})$/;

/** A picture that waits for its bytes: an address alone would carry no token. */
export interface Awaited {
  id: string;
  picture: HTMLImageElement;
}

/** The address of a file that this person may not have. */
export const NONE = '';

/**
 * Whether a file is not to be had however often it is asked for: what is away may come back, and
 * what an answer that is behind does not know may be there already.
 */
export const isMissing = ({ status, stale }: Problem): boolean =>
  status === 403 || (status === 404 && !stale);

export function show(picture: HTMLImageElement, address: string): void {
  if (address === NONE) {
    picture.removeAttribute('src');
  } else {
    picture.src = address;
  }
}

/**
 * The parts of a text that the platform has made safe. Nothing of them is loaded or runs before they
 * are shown.
 *
 * @param known - addresses of files whose bytes are here already
 */
export function parts(html: string, known: ReadonlyMap<string, string>) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const awaited: Awaited[] = [];
  for (const picture of body.querySelectorAll('img')) {
    const id = FILE.exec(picture.getAttribute('src') ?? '')?.[1];
    if (id !== undefined) {
      const address = known.get(id);
      show(picture, address ?? NONE);
      if (address === undefined) {
        awaited.push({ id, picture });
      }
    }
  }
  return { nodes: [...body.childNodes], awaited };
}
