import type { AuditEvent } from './queries';

/** What can be looked at by itself. */
export const kinds = ['ticket', 'article', 'person'] as const;
export type Kind = (typeof kinds)[number];

export interface Subject {
  kind: Kind;
  id: string;
}

/** What an event happened to: events name it first among their fields, by its kind. */
export function subjectOf({ data, stream }: AuditEvent): Subject | undefined {
  if (typeof data !== 'object' || data === null) {
    return undefined;
  }
  const kind = kinds.find((name) => (data as Record<string, unknown>)[name] === stream);
  return kind && { kind, id: stream };
}

/** A command and what it did, be it to several things. */
export interface Deed {
  command: string;
  id: string;
  actor: string;
  origin: string;
  at: string;
  events: AuditEvent[];
}

/**
 * A wish as it went on: the first command is what somebody wished, each later one was sent because of
 * it.
 *
 * @param events - of one correlation, in the order of the log
 */
export function deeds(events: readonly AuditEvent[]): Deed[] {
  const known = new Map<string, Deed>();
  for (const event of events) {
    const { command, commandId, origin } = event.cause;
    const deed = known.get(commandId);
    if (deed === undefined) {
      known.set(commandId, {
        command,
        id: commandId,
        actor: event.actor,
        origin,
        at: event.recordedAt,
        events: [event],
      });
    } else {
      deed.events.push(event);
    }
  }
  return [...known.values()];
}
