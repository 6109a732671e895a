import { expect, it } from 'vitest';
import { told } from './time';

const now = new Date('2026-11-20T12:00:00Z');

it.each([
  ['2026-11-20T11:59:40Z', 'en', 'this minute'],
  ['2026-11-20T11:57:10Z', 'en', '2 minutes ago'],
  ['2026-11-20T09:00:00Z', 'de', 'vor 3 Stunden'],
  ['2026-11-19T11:00:00Z', 'en', 'yesterday'],
  ['2026-10-02T12:00:00Z', 'en', 'Oct 2, 2026'],
] as const)('%s in %s is %s', (at, language, text) => {
  expect(told(new Date(at), now, language)).toBe(text);
});
