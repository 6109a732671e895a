import type { Asking } from '../app/address';

/** What a list of tickets may be asked for, by the names of the API. */
export const filterNames = [
  'status',
  'priority',
  'assignee',
  'team',
  'requester',
  'category',
  'tags',
  'subject',
  'createdFrom',
  'createdTo',
  'updatedFrom',
  'updatedTo',
  'sort',
] as const;

export type Filter = { [name in (typeof filterNames)[number]]?: string };

/** Only what the list understands; an address that somebody mistyped shows a list all the same. */
export const cleanFilter = (asking: Asking): Filter =>
  Object.fromEntries(
    filterNames
      .map((name) => [name, asking[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );

export const UNRESOLVED = 'new,open,in_progress,pending';

/** Where most days begin. */
export const views = {
  unresolved: { status: UNRESOLVED },
  mine: { assignee: 'me', status: UNRESOLVED },
  unassigned: { assignee: 'none', status: UNRESOLVED },
  resolvedView: { status: 'resolved' },
  all: {},
} as const satisfies Record<string, Filter>;

export type View = keyof typeof views;

const LISTS: readonly string[] = ['status', 'priority', 'tags'];
const USUAL_ORDER = '-updatedAt';

/** What a filter shows, however it is written: lists have no order, times no zone. */
function shown(filter: Filter): string {
  const pairs = Object.entries(filter).filter(
    ([name, value]) => value !== '' && !(name === 'sort' && value === USUAL_ORDER),
  );
  const told = pairs.map(([name, value]) => [
    name,
    LISTS.includes(name)
      ? listOf(value).sort()
      : name.endsWith('From') || name.endsWith('To')
        ? Date.parse(value)
        : value,
  ]);
  return JSON.stringify(told.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
}

export const isSame = (one: Filter, other: Filter): boolean => shown(one) === shown(other);

/** What a list is narrowed by, without the order in which it comes. */
export function conditionsOf(filter: Filter): Filter {
  const conditions = { ...filter };
  delete conditions.sort;
  return conditions;
}

/** Which view a filter is, whatever its order. */
export const viewOf = (filter: Filter): View | undefined =>
  (Object.keys(views) as View[]).find((name) => isSame(views[name], conditionsOf(filter)));

export const listOf = (value: string | undefined): string[] =>
  value === undefined || value === '' ? [] : value.split(',');

export const joined = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.join(',');
