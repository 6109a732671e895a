import { describe, expect, it } from 'vitest';
import { foreseen, sendToAll, type Result } from './commands';
import { cleanFilter, viewOf, views } from './filters';
import { sized } from './Files';
import { newer, type TicketView } from './queries';

const ticket = {
  id: 'a',
  version: 3,
  status: 'open',
  watchers: ['p'],
  links: [],
} as unknown as TicketView;

describe('a filter in the address', () => {
  it('keeps what lists understand and drops the rest', () => {
    expect(cleanFilter({ status: 'new', foo: 'x', subject: ' ', tags: 'vpn' })).toEqual({
      status: 'new',
      tags: 'vpn',
    });
  });

  it('is a view whatever its order is', () => {
    expect(viewOf({ ...views.mine, sort: 'openedAt' })).toBe('mine');
    expect(viewOf({ status: 'new' })).toBeUndefined();
    expect(viewOf({})).toBe('all');
  });
});

describe('a change', () => {
  it('is shown before it is answered', () => {
    expect(foreseen(ticket, { kind: 'resolve', solution: 'Restarted' })).toMatchObject({
      status: 'resolved',
      solution: 'Restarted',
    });
    expect(foreseen(ticket, { kind: 'unwatch', person: 'p' }).watchers).toEqual([]);
  });

  it('is not undone by an older answer that comes later', () => {
    const older = { ...ticket, version: 2 };
    expect(newer(ticket, older)).toBe(ticket);
    expect(newer(undefined, older)).toBe(older);
    expect(newer(older, ticket)).toBe(ticket);
  });
});

describe('the same wish of many tickets', () => {
  it('tells of each what became of it', async () => {
    const tickets = Array.from({ length: 9 }, (_, n) => ({ id: `${n}`, number: `DK-${n}` }));
    let atOnce = 0;
    let most = 0;
    let told: readonly Result[] = [];
    await sendToAll(
      tickets,
      () => ({ kind: 'work' }),
      (results) => {
        told = results;
      },
      async (id) => {
        most = Math.max(most, ++atOnce);
        await Promise.resolve();
        atOnce--;
        if (id === '4') {
          throw new Error('It is closed');
        }
      },
    );
    expect(told.filter((one) => one.state === 'done')).toHaveLength(8);
    expect(told[4]).toEqual({ id: '4', number: 'DK-4', state: 'failed', detail: 'It is closed' });
    expect(most).toBeLessThanOrEqual(4);
  });
});

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1500, '1.5 kB'],
  [26_000_000, '26 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sized(bytes, 'en')).toBe(text);
});
