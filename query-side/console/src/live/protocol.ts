/** What the platform says over the live connection; `query-side/docs/live.md` tells all of it. */
export type Told =
  | { type: 'welcome'; position: number }
  | { type: 'joined'; room: string; position: number; people?: readonly Present[] }
  | { type: 'refused'; room: string; rule: string }
  | { type: 'reset'; room: string; position: number }
  | { type: 'left'; room: string; rule: string }
  | { type: 'event'; room: string; position: number; event: string; ticket?: string }
  | { type: 'presence'; room: string; people: readonly Present[]; more: number }
  | { type: 'pong'; position: number }
  | { type: 'moveOn' };

/** Somebody who looks at a ticket too. */
export interface Present {
  person: string;
  name?: string | null;
  writing: boolean;
}
