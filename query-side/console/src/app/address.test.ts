import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './address';

it.each([
  [
    { status: 'new,open', category: 'hardware/printer' },
    '?status=new,open&category=hardware/printer',
  ],
  [{ subject: 'a & b=ü' }, '?subject=a%20%26%20b%3D%C3%BC'],
  [{ assignee: undefined, tags: '' }, ''],
])('%j is written as %s and read again', (asking, text) => {
  expect(stringifySearch(asking)).toBe(text);
  const kept = Object.entries(asking).filter(([, value]) => value);
  expect(parseSearch(text)).toEqual(Object.fromEntries(kept));
});
