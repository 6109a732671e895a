import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../app/problem';
import { foreseen, sendToAll, type Answer, type Result, type Wish } from './commands';
import { conflicts, sendEdit, wished } from './edited';
import { cleanFilter, isSame, viewOf, views, type Filter } from './filters';
import { sized } from './Files';
import { newer, type TicketView } from './queries';
import { asFilter, asSelection, foreseenViews, sendChange, type ViewWish } from './savedViews';

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

  it('is the same however lists and times are written', () => {
    expect(isSame({ status: 'new,open' }, { status: 'open,new', sort: '-updatedAt' })).toBe(true);
    expect(
      isSame({ createdFrom: '2026-01-01T01:00:00+01:00' }, { createdFrom: '2026-01-01T00:00:00Z' }),
    ).toBe(true);
    expect(isSame({ status: 'new' }, { status: 'new', sort: 'openedAt' })).toBe(false);
    expect(isSame({ tags: 'vpn' }, { tags: 'vpn,vip' })).toBe(false);
  });
});

describe('a saved view', () => {
  const all: Filter = {
    status: 'new,open',
    priority: 'high',
    assignee: 'me',
    requester: 'me',
    category: 'hardware/printer',
    tags: 'vip',
    subject: 'blank',
    createdFrom: '2026-01-01T00:00:00Z',
    sort: '-priority',
  };
  const views = ['a', 'b', 'c'].map((id) => ({ id, name: id, filter: {} }));
  const ids = (wish: ViewWish) => foreseenViews(views, wish).map((view) => view.id);

  it('keeps what an address says', () => {
    expect(asSelection(all)).toMatchObject({ status: ['new', 'open'], tags: ['vip'] });
    expect(asFilter({ ...asSelection(all), team: null } as never)).toEqual(all);
    expect(asFilter({ status: [], priority: [], tags: [] } as never)).toEqual({});
  });

  it('is moved, changed and removed before that is answered', () => {
    expect(ids({ kind: 'move', id: 'a', place: 2 })).toEqual(['b', 'c', 'a']);
    expect(ids({ kind: 'move', id: 'c', place: 1 })).toEqual(['a', 'c', 'b']);
    expect(ids({ kind: 'remove', id: 'b' })).toEqual(['a', 'c']);
    expect(foreseenViews(views, { kind: 'change', id: 'b', name: 'B' })[1]).toEqual({
      id: 'b',
      name: 'B',
      filter: {},
    });
    expect(foreseenViews(views, { kind: 'change', id: 'b', filter: all })[1]).toEqual({
      id: 'b',
      name: 'b',
      filter: all,
    });
  });

  const old = new Problem(412, 'version-is-old', 'It has changed');
  const known = { views, etag: '"3"' };
  const newest = { views: [{ id: 'b', name: 'b', filter: all }], etag: '"5"' };

  it('is changed in what another tab has made of it', async () => {
    const put = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(old);
    const rename = { kind: 'change', id: 'b', name: 'B' } as const;
    await sendChange(rename, 'key', known, put, () => Promise.resolve(newest));
    expect(put.mock.calls).toEqual([
      [{ id: 'b', name: 'B', filter: {} }, '"3"', 'key'],
      [{ id: 'b', name: 'B', filter: all }, '"5"', expect.not.stringMatching(/^key$/)],
    ]);
  });

  it.each([
    ['is changed anew once at most', old, 2],
    ['is not changed anew when something else is refused', new Problem(409, 'taken', ''), 1],
  ])('%s', async (_, refusal, times) => {
    const put = vi.fn(() => Promise.reject(refusal));
    const sending = sendChange({ kind: 'change', id: 'b', name: 'B' }, 'key', known, put, () =>
      Promise.resolve(newest),
    );
    await expect(sending).rejects.toBe(refusal);
    expect(put).toHaveBeenCalledTimes(times);
  });
});

describe('an edit', () => {
  const began = { subject: 'Old', description: 'Text' };

  it('sends what was changed, and nothing that was not', () => {
    expect(wished({ subject: ' New ', began }, { ...began, version: 3 })).toEqual({
      kind: 'edit',
      subject: 'New',
      description: undefined,
      version: 3,
    });
    expect(wished({ subject: 'Old', description: 'Text' }, { ...began, version: 3 })).toBe(
      undefined,
    );
  });

  it('is in conflict where two have changed one text into different ones', () => {
    const mine = { subject: 'Mine', began };
    expect(conflicts(mine, began)).toEqual([]);
    expect(conflicts(mine, { ...began, subject: 'Theirs' })).toEqual(['subject']);
    expect(conflicts(mine, { ...began, subject: 'Mine' })).toEqual([]);
    expect(conflicts(mine, { ...began, description: 'Theirs' })).toEqual([]);
  });

  const wish: Wish = { kind: 'edit', subject: 'Mine', version: 3 };
  const old = new Problem(412, 'version-is-old', 'It has changed');

  it('is sent again when something else of the ticket has changed', async () => {
    const versions: number[] = [];
    const answer = await sendEdit(
      wish,
      { subject: 'Mine', began },
      (next) => {
        versions.push((next as { version: number }).version);
        return versions.length === 1
          ? Promise.reject(old)
          : Promise.resolve({ version: 6 } as Answer);
      },
      () => Promise.resolve({ ...began, version: 5 }),
    );
    expect(versions).toEqual([3, 5]);
    expect(answer.version).toBe(6);
  });

  it('overwrites nothing that somebody else has written meanwhile', async () => {
    let sent = 0;
    const sending = sendEdit(
      wish,
      { subject: 'Mine', began },
      () => {
        sent++;
        return Promise.reject(old);
      },
      () => Promise.resolve({ ...began, subject: 'Theirs', version: 5 }),
    );
    await expect(sending).rejects.toBe(old);
    expect(sent).toBe(1);
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
