import type { Asked } from '../app/api';

export type TicketThen = Asked['TicketAsOf'];

const FIELDS = [
  'subject',
  'description',
  'status',
  'priority',
  'type',
  'category',
  'tags',
  'agent',
  'team',
  'watchers',
  'onHoldReason',
  'onHoldUntil',
  'solution',
  'mergedInto',
  'links',
  'attachments',
  'firstRepliedAt',
  'resolvedAt',
  'closedAt',
] as const;

export type Field = (typeof FIELDS)[number];

export interface FieldChange {
  field: Field;
  before: string;
  after: string;
}

export interface Changes {
  fields: readonly FieldChange[];
  written: TicketThen['conversation'];
  redacted: TicketThen['conversation'];
}

/** What became of a ticket from one moment to another. */
export function changesBetween(before: TicketThen, after: TicketThen): Changes {
  const known = new Map(before.conversation.map((message) => [message.id, message]));
  return {
    fields: FIELDS.map((field) => ({
      field,
      before: words(before[field]),
      after: words(after[field]),
    })).filter((change) => change.before !== change.after),
    written: after.conversation.filter(({ id }) => !known.has(id)),
    redacted: after.conversation.filter(
      ({ id, redaction }) => redaction && known.has(id) && !known.get(id)?.redaction,
    ),
  };
}

/** A value as one text, so that two can be compared and read. */
export function words(value: TicketThen[Field]): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'string') {
    return value;
  }
  return value
    .map((one) =>
      typeof one === 'string'
        ? one
        : 'kind' in one
          ? `${one.kind} ${one.ticket}`
          : `${one.file.name} (${one.file.attachment})`,
    )
    .join(', ');
}
