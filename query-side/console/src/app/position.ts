/**
 * The newest places in the log that this person has caused, and has been told of. Queries send
 * them, so that nobody is shown less than what they did or were told.
 */
let own = 0;
let told = 0;

export const position = {
  /** What a view in the database waits for: it is there within milliseconds. */
  newest: () => Math.max(own, told),
  /** What a search waits for: its index takes a second, too long for what others do. */
  own: () => own,
  caused(place: number): void {
    own = Math.max(own, place);
  },
  told(place: number): void {
    told = Math.max(told, place);
  },
  /** Another person's writes are no reason to wait. */
  forget(): void {
    own = 0;
    told = 0;
  },
};
