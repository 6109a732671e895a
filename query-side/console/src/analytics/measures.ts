/** What the platform says of one interval, and of one group if it was asked for groups. */
export interface Point {
  from: string;
  group: string;
  values: Record<string, unknown>;
}

/** The points of a period and, each at the same place, of the period before. */
export interface Compared {
  now: readonly Point[];
  before: readonly Point[];
}

export function compared(points: readonly Point[], from: Date): Compared {
  const sorted = [...points].sort((a, b) => a.from.localeCompare(b.from));
  return {
    now: sorted.filter((point) => new Date(point.from) >= from),
    before: sorted.filter((point) => new Date(point.from) < from),
  };
}

export function valueOf(point: Point | undefined, name: string): number | null {
  const value = point?.values[name];
  return typeof value === 'number' ? value : null;
}

export const sum = (points: readonly Point[], name: string): number =>
  points.reduce((all, point) => all + (valueOf(point, name) ?? 0), 0);

/** Over all that was counted, not over intervals: a busy day says more than a quiet one. */
export function mean(points: readonly Point[]): number | null {
  const count = sum(points, 'count');
  const seconds = points.reduce(
    (all, point) => all + (valueOf(point, 'meanSeconds') ?? 0) * (valueOf(point, 'count') ?? 0),
    0,
  );
  return count === 0 ? null : seconds / count;
}

export function rate(points: readonly Point[]): number | null {
  const resolved = sum(points, 'resolved');
  return resolved === 0 ? null : sum(points, 'reopened') / resolved;
}

export const last = (points: readonly Point[], name: string): number | null =>
  valueOf(points.at(-1), name);

/** How much more there is than before, where there was something before. */
export const change = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before === 0 ? null : (now - before) / before;

/** Rows are weekdays from Monday, columns hours, both of the person's zone. */
export function byWeekdayAndHour(points: readonly Point[]): number[][] {
  const hours = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const point of points) {
    const at = new Date(point.from);
    const row = hours[(at.getDay() + 6) % 7] as number[];
    row[at.getHours()] = (row[at.getHours()] ?? 0) + (valueOf(point, 'opened') ?? 0);
  }
  return hours;
}

export function duration(seconds: number | null, language: string): string {
  if (seconds === null) {
    return '–';
  }
  const [value, unit] =
    seconds < 5_400
      ? [seconds / 60, 'minute']
      : seconds < 172_800
        ? [seconds / 3_600, 'hour']
        : [seconds / 86_400, 'day'];
  return value.toLocaleString(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
}
