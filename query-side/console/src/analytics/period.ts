import type { Asking } from '../app/address';

/** What a dashboard looks at: whole days or months of the person's zone, and as many before them. */
export interface Period {
  /** The first moment of the period before. */
  before: Date;
  from: Date;
  /** The first moment after the period. */
  to: Date;
  interval: 'day' | 'month';
}

export const lengths = ['7', '30', '90', '365'] as const;
export const USUAL = '30';

/** What the address says of the period, as far as it makes sense. */
export interface PeriodAsked {
  days?: string;
  from?: string;
  to?: string;
  by?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** More days than these are shown by month. */
const MOST_DAYS = 92;

export function cleanPeriod({ days, from, to, by }: Asking): PeriodAsked {
  const team: PeriodAsked = by === 'team' ? { by } : {};
  if (from && to && DAY.test(from) && DAY.test(to) && from <= to && !isNaN(+dayOf(from))) {
    return { ...team, from, to };
  }
  return lengths.some((one) => one === days) && days !== USUAL ? { ...team, days } : team;
}

export const dayOf = (text: string): Date => {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day);
};

export const nameOf = (day: Date): string =>
  [
    String(day.getFullYear()),
    String(day.getMonth() + 1).padStart(2, '0'),
    String(day.getDate()).padStart(2, '0'),
  ].join('-');

const plusDays = (day: Date, days: number): Date =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
const plusMonths = (day: Date, months: number): Date =>
  new Date(day.getFullYear(), day.getMonth() + months, 1);

export function periodOf(asked: PeriodAsked, now: Date): Period {
  const tomorrow = plusDays(now, 1);
  const to = asked.to === undefined ? tomorrow : plusDays(dayOf(asked.to), 1);
  const from =
    asked.from === undefined ? plusDays(to, -Number(asked.days ?? USUAL)) : dayOf(asked.from);
  const days = daysBetween(from, to);
  if (days <= MOST_DAYS) {
    return { before: plusDays(from, -days), from, to, interval: 'day' };
  }
  const last = plusDays(to, -1);
  const between = (last.getFullYear() - from.getFullYear()) * 12;
  const months = asked.from === undefined ? 12 : between + last.getMonth() - from.getMonth() + 1;
  const first = plusMonths(last, 1 - months);
  return { before: plusMonths(first, -months), from: first, to, interval: 'month' };
}

/** By the calendar: a day on which clocks change counts as one. */
function daysBetween(from: Date, to: Date): number {
  const utc = (day: Date) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  return (utc(to) - utc(from)) / 86_400_000;
}

/** When the interval that begins then is over. */
export const endOf = (start: Date, { interval }: Period): Date =>
  interval === 'day' ? plusDays(start, 1) : plusMonths(start, 1);

export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
