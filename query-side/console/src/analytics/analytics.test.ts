import { describe, expect, it } from 'vitest';
import { csv } from './csv';
import { byWeekdayAndHour, change, compared, duration, mean, rate, type Point } from './measures';
import { cleanPeriod, endOf, nameOf, periodOf } from './period';

const now = new Date(2026, 10, 21, 15, 30);
const point = (from: string, values: Record<string, unknown>): Point => ({
  from,
  group: '',
  values,
});

describe('a period', () => {
  it.each([
    [{}, '2026-09-23', '2026-10-23', '2026-11-22', 'day'],
    [{ days: '7' }, '2026-11-08', '2026-11-15', '2026-11-22', 'day'],
    [{ from: '2026-11-01', to: '2026-11-01' }, '2026-10-31', '2026-11-01', '2026-11-02', 'day'],
    [{ days: '365' }, '2024-12-01', '2025-12-01', '2026-11-22', 'month'],
    [{ from: '2026-01-15', to: '2026-06-03' }, '2025-07-01', '2026-01-01', '2026-06-04', 'month'],
  ])('%o has as much before it', (asked, before, from, to, interval) => {
    const period = periodOf(asked, now);
    expect([period.before, period.from, period.to].map(nameOf)).toEqual([before, from, to]);
    expect(period.interval).toBe(interval);
  });

  it('is the usual one where the address makes no sense', () => {
    expect(cleanPeriod({ days: '12', from: 'x', to: '2026-01-01' })).toEqual({});
    expect(cleanPeriod({ from: '2026-02-01', to: '2026-01-01' })).toEqual({});
    expect(cleanPeriod({ days: '90', by: 'team' })).toEqual({ days: '90', by: 'team' });
  });

  it('has intervals that end where the next begin', () => {
    expect(nameOf(endOf(new Date(2026, 11, 1), periodOf({ days: '365' }, now)))).toBe('2027-01-01');
  });
});

describe('measures', () => {
  it('stand beside those of the period before', () => {
    const points = [point('2026-11-02T00:00:00Z', {}), point('2026-11-01T00:00:00Z', {})];
    const { now: these, before } = compared(points, new Date('2026-11-02T00:00:00Z'));
    expect(these.map((p) => p.from)).toEqual(['2026-11-02T00:00:00Z']);
    expect(before.map((p) => p.from)).toEqual(['2026-11-01T00:00:00Z']);
  });

  it('are averaged over tickets', () => {
    expect(
      mean([
        point('a', { count: 3, meanSeconds: 100 }),
        point('b', { count: 1, meanSeconds: 500 }),
        point('c', { count: 0, meanSeconds: null }),
      ]),
    ).toBe(200);
    expect(mean([])).toBeNull();
    expect(rate([point('a', { reopened: 1, resolved: 4 })])).toBe(0.25);
    expect(rate([point('a', { reopened: 0, resolved: 0 })])).toBeNull();
  });

  it('change only against something', () => {
    expect(change(6, 4)).toBe(0.5);
    expect(change(6, 0)).toBeNull();
    expect(change(null, 4)).toBeNull();
  });

  it('fall on a weekday and an hour of the zone', () => {
    const monday = new Date(2026, 10, 16, 9).toISOString();
    const sunday = new Date(2026, 10, 22, 23).toISOString();
    const map = byWeekdayAndHour([
      point(monday, { opened: 2 }),
      point(monday, { opened: 1 }),
      point(sunday, { opened: 5 }),
    ]);
    expect(map[0]?.[9]).toBe(3);
    expect(map[6]?.[23]).toBe(5);
  });

  it('are told in the unit that suits', () => {
    expect(duration(null, 'en')).toBe('–');
    expect(duration(600, 'en')).toBe('10 min');
    expect(duration(9_000, 'en')).toBe('2.5 hr');
    expect(duration(259_200, 'en')).toBe('3 days');
  });
});

describe('a table for others', () => {
  it('keeps commas, quotes and formulas as they are', () => {
    expect(csv([['a,b', 'say "x"', '=1+1', 2, null]])).toBe(`"a,b","say ""x""",'=1+1,2,\r\n`);
  });
});
