import { describe, expect, it } from 'vitest';
import { cleanAsking, filterOf } from './asking';
import { deeds, subjectOf } from './causes';
import { changesBetween, type TicketThen } from './changes';
import { readLines } from './exporting';
import type { AuditEvent } from './queries';

const ticket = (change: Partial<TicketThen>): TicketThen => ({
  id: '1',
  number: 1,
  subject: 'Printer',
  description: '',
  status: 'open',
  priority: 'low',
  type: 'incident',
  requester: 'r',
  tags: [],
  watchers: [],
  links: [],
  attachments: [],
  conversation: [],
  openedAt: '2026-11-01T08:00:00Z',
  updatedAt: '2026-11-01T08:00:00Z',
  position: 1,
  version: 0,
  ...change,
});

const message = (id: string, redaction?: string): TicketThen['conversation'][number] => ({
  id,
  author: 'a',
  body: 'Hello',
  byAgent: true,
  note: false,
  redaction,
  writtenAt: '2026-11-01T08:00:00Z',
});

describe('what changed between two moments', () => {
  it('is what differs and nothing else', () => {
    const { fields } = changesBetween(
      ticket({ tags: ['a'] }),
      ticket({ priority: 'high', tags: ['a', 'b'], version: 4 }),
    );
    expect(fields).toEqual([
      { field: 'priority', before: 'low', after: 'high' },
      { field: 'tags', before: 'a', after: 'a, b' },
    ]);
  });

  it('is what was written and what was redacted', () => {
    const { written, redacted } = changesBetween(
      ticket({ conversation: [message('1'), message('2', 'long ago')] }),
      ticket({ conversation: [message('1', 'a secret'), message('2', 'long ago'), message('3')] }),
    );
    expect(written.map(({ id }) => id)).toEqual(['3']);
    expect(redacted.map(({ id }) => id)).toEqual(['1']);
  });
});

describe('the address of the log', () => {
  it('says only what makes sense', () => {
    expect(cleanAsking({ from: 'yesterday', actor: 'me', type: 'a b', sort: 'up' })).toEqual({});
    expect(cleanAsking({ type: 'TicketOpened', sort: 'position' })).toEqual({
      type: 'TicketOpened',
      sort: 'position',
    });
  });

  it('asks for moments of the machine’s zone', () => {
    expect(filterOf({ from: '2026-11-01T10:00' }).from).toBe(
      new Date(2026, 10, 1, 10).toISOString(),
    );
  });
});

describe('a chain of causes', () => {
  const event = (position: number, commandId: string, data: unknown = {}): AuditEvent => ({
    position,
    type: 'TicketMerged',
    stream: 'this',
    version: 0,
    recordedAt: '2026-11-01T08:00:00Z',
    occurredAt: '2026-11-01T08:00:00Z',
    actor: 'ann',
    cause: { command: `Do ${commandId}`, commandId, correlation: 'wish', origin: 'here' },
    data: data as AuditEvent['data'],
  });

  it('has what each command did, however they mingle', () => {
    const found = deeds([event(1, 'a'), event(2, 'b'), event(4, 'a')]);
    expect(found.map(({ command, events }) => [command, events.map((e) => e.position)])).toEqual([
      ['Do a', [1, 4]],
      ['Do b', [2]],
    ]);
  });

  it.each([
    [
      { ticket: 'this', article: 'other' },
      { kind: 'ticket', id: 'this' },
    ],
    [
      { article: 'this', ticket: 'other' },
      { kind: 'article', id: 'this' },
    ],
    [{ person: 'this' }, { kind: 'person', id: 'this' }],
    [{ ticket: 'other' }, undefined],
    [{}, undefined],
    [null, undefined],
  ])('leads from %j to what it happened to', (data, subject) => {
    expect(subjectOf(event(1, 'a', data))).toEqual(subject);
  });
});

describe('an export', () => {
  const streamOf = (...parts: string[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        parts.forEach((part) => controller.enqueue(new TextEncoder().encode(part)));
        controller.close();
      },
    });

  it('counts its lines as they come', async () => {
    const told: number[] = [];
    const file = await readLines(streamOf('{"a":1}\n{"b"', ':2}\n'), ({ events }) =>
      told.push(events),
    );
    expect(told).toEqual([1, 2]);
    expect(file.size).toBe(16);
  });

  it('that ends within a line is no export', async () => {
    await expect(readLines(streamOf('{"a":1}\n{"b"'), () => undefined)).rejects.toThrow('within');
  });
});
