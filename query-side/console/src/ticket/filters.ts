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

/** Which view a filter is, whatever its order. */
export function viewOf(filter: Filter): View | undefined {
  const conditions = ({ sort, ...others }: Filter) => JSON.stringify(Object.entries(others).sort());
  return (Object.keys(views) as View[]).find(
    (name) => conditions(views[name]) === conditions(filter),
  );
}

export const listOf = (value: string | undefined): string[] =>
  value === undefined || value === '' ? [] : value.split(',');

export const joined = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.join(',');
