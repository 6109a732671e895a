import { asProblem } from '../app/problem';
import type { Answer, Wish } from './commands';

/** What of a ticket is written by hand. */
export interface Texts {
  subject: string;
  description: string;
}

export const fields = ['subject', 'description'] as const;

/** What is over stays as it was written. */
export const mayStillChange = ({ status }: { status: string }): boolean =>
  status !== 'closed' && status !== 'merged';

/** What somebody has written instead, and what was there when they began; absent is untouched. */
export interface Edited extends Partial<Texts> {
  began?: Partial<Texts>;
}

const changes = (edited: Edited, field: keyof Texts, now: Texts): boolean =>
  edited[field] !== undefined && edited[field].trim() !== now[field].trim();

/** The texts that both this person and somebody else have changed, each into something else. */
export const conflicts = (edited: Edited, now: Texts): (keyof Texts)[] =>
  fields.filter(
    (field) =>
      changes(edited, field, now) &&
      edited.began?.[field] !== undefined &&
      edited.began[field] !== now[field],
  );

/** What is to be sent, or nothing if nothing would change. */
export function wished(edited: Edited, now: Texts & { version: number }): Wish | undefined {
  const [subject, description] = fields.map((field) =>
    changes(edited, field, now) ? edited[field] : undefined,
  );
  return subject === undefined && description === undefined
    ? undefined
    : { kind: 'edit', subject: subject?.trim(), description, version: now.version };
}

const VERSION_IS_OLD = 412;
const TRIES = 3;

/**
 * A reply, or a change of something else, makes a version old too: then the same is sent with the
 * newer one. What somebody else has written in the same place is never overwritten unseen.
 *
 * @param newest - asks for the ticket as it is now
 */
export async function sendEdit(
  wish: Wish,
  edited: Edited,
  send: (wish: Wish) => Promise<Answer>,
  newest: () => Promise<Texts & { version: number }>,
): Promise<Answer> {
  let next = wish;
  for (let tries = 1; ; tries++) {
    try {
      return await send(next);
    } catch (failure) {
      if (asProblem(failure).status !== VERSION_IS_OLD || tries === TRIES) {
        throw failure;
      }
      const now = await newest();
      if (conflicts(edited, now).length > 0) {
        throw failure;
      }
      next = { ...next, version: now.version } as Wish;
    }
  }
}
