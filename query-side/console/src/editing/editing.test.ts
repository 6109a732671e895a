import { describe, expect, it } from 'vitest';
import { demands, flat, stepsFrom, wordsOf } from './stages';

describe('the way of an article', () => {
  it.each([
    ['draft', false, true, ['review', 'publish', 'schedule', 'archive']],
    ['draft', false, false, ['review']],
    ['draft', true, true, ['review', 'publish', 'schedule', 'archive', 'withdraw']],
    ['in_review', false, false, []],
    ['scheduled', false, true, ['publish', 'cancel']],
    ['published', true, false, ['confirm']],
  ])('goes on from %s (published: %s, decides: %s)', (stage, published, decides, steps) => {
    expect(stepsFrom(stage, published, decides)).toEqual(steps);
  });

  it('asks for a reason where readers lose something', () => {
    expect([demands('archive'), demands('schedule'), demands('publish')]).toEqual([
      'reason',
      'time',
      undefined,
    ]);
  });
});

it('a tree of categories is a list with depths', () => {
  const leaf = { name: 'b', children: [] };
  expect(
    flat([{ name: 'a', children: [leaf] }]).map(({ node, depth }) => [node.name, depth]),
  ).toEqual([
    ['a', 0],
    ['b', 1],
  ]);
});

it('words that mean the same are told apart by commas', () => {
  expect(wordsOf(' paper jam, crumple,,crumple ')).toEqual(['paper jam', 'crumple']);
});
