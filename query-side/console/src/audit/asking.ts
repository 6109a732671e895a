import type { Asking } from '../app/address';

/** What the address says of the events to be shown; times are those of `datetime-local`. */
export interface EventsAsked {
  from?: string;
  to?: string;
  actor?: string;
  type?: string;
  /** Of one wish. */
  correlation?: string;
  sort?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const time = (text: string | undefined): string | undefined =>
  text !== undefined && !isNaN(Date.parse(text)) ? text : undefined;

/** Only what makes sense; an address that somebody mistyped shows the log all the same. */
export function cleanAsking(asking: Asking): EventsAsked {
  const clean = {
    from: time(asking['from']),
    to: time(asking['to']),
    actor: UUID.test(asking['actor'] ?? '') ? asking['actor'] : undefined,
    type: /^\w+$/.test(asking['type'] ?? '') ? asking['type'] : undefined,
    correlation: UUID.test(asking['correlation'] ?? '') ? asking['correlation'] : undefined,
    sort: asking['sort'] === 'position' ? 'position' : undefined,
  };
  return Object.fromEntries(Object.entries(clean).filter(([, value]) => value !== undefined));
}

/** As the API takes it. */
export const filterOf = ({ from, to, actor, type, correlation }: EventsAsked) => ({
  from: from && new Date(from).toISOString(),
  to: to && new Date(to).toISOString(),
  actor,
  type,
  correlation,
});
