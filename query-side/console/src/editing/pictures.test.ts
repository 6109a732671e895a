// @vitest-environment jsdom

import { expect, it } from 'vitest';
import { Problem } from '../app/problem';
import { isMissing, NONE, parts, show } from './pictures';

const ID = '01930000-0000-7000-8000-00000000000a';
const OTHER = '01930000-0000-7000-8000-00000000000b';
const html = `<p>Look: <img src="/api/v1/attachments/${ID}" alt="one">
  <img src="/api/v1/attachments/${OTHER}" alt="two"> <img src="/logo.svg" alt="logo"></p>`;

const addresses = (nodes: Node[]) =>
  [...(nodes[0] as Element).querySelectorAll('img')].map((picture) => picture.getAttribute('src'));

it('pictures of files wait for their bytes, others do not', () => {
  const { nodes, awaited } = parts(html, new Map());
  expect(addresses(nodes)).toEqual([null, null, '/logo.svg']);
  expect(awaited.map(({ id }) => id)).toEqual([ID, OTHER]);
  awaited.forEach(({ picture }) => show(picture, 'blob:here'));
  expect(addresses(nodes)).toEqual(['blob:here', 'blob:here', '/logo.svg']);
});

it('what is here already, or is not to be had, is not asked for again', () => {
  const { nodes, awaited } = parts(
    html,
    new Map([
      [ID, 'blob:here'],
      [OTHER, NONE],
    ]),
  );
  expect(addresses(nodes)).toEqual(['blob:here', null, '/logo.svg']);
  expect(awaited).toEqual([]);
});

it.each([
  [403, false, true],
  [404, false, true],
  [404, true, false],
  [0, false, false],
  [401, false, false],
  [429, false, false],
  [503, false, false],
])(
  'a file that is answered by %i, behind or not (%s), is missing: %s',
  (status, stale, missing) => {
    expect(isMissing(new Problem(status, 'rule', '', {}, stale))).toBe(missing);
  },
);
