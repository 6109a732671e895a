import { expect, it } from 'vitest';
import { completed } from './queries';

it('puts a completion in the place that it names', () => {
  expect(completed('vpn status:o -slow', { from: 11, to: 12, text: 'open' })).toEqual({
    q: 'vpn status:open -slow',
    at: 15,
  });
});
