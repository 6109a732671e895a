import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live, type Socket } from './client';

class Line implements Socket {
  readonly said: Record<string, unknown>[] = [];
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  closed = false;

  send(text: string) {
    this.said.push(JSON.parse(text) as Record<string, unknown>);
  }
  close() {
    this.closed = true;
    this.onclose?.({ code: 1000 });
  }
  hear(message: Record<string, unknown>) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  async up() {
    this.onopen?.(undefined as never);
    await vi.advanceTimersByTimeAsync(0);
  }
}

describe('the live connection', () => {
  let lines: Line[];
  let live: Live;
  const lost = vi.fn();

  beforeEach(() => {
    vi.useFakeTimers();
    lines = [];
    lost.mockReset();
    live = new Live(
      () => {
        const line = new Line();
        lines.push(line);
        return line;
      },
      () => Promise.resolve('token'),
      lost,
    );
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const line = (place: number) => lines[place] as Line;

  it('says who it is before it joins', async () => {
    live.join('ticket:1', () => undefined);
    await line(0).up();
    expect(line(0).said).toEqual([
      { type: 'hello', token: 'token' },
      { type: 'join', room: 'ticket:1' },
    ]);
  });

  it('tells each room what happened in it', async () => {
    const heard: unknown[] = [];
    live.join('ticket:1', (told) => heard.push(told));
    live.join('ticket:2', () => expect.unreachable());
    await line(0).up();
    line(0).hear({ type: 'event', room: 'ticket:1', position: 7, event: 'TicketReplied' });
    expect(heard).toHaveLength(1);
  });

  it('comes back with its rooms and asks for what it missed', async () => {
    live.join('ticket:1', () => undefined);
    await line(0).up();
    line(0).hear({ type: 'event', room: 'ticket:1', position: 7, event: 'TicketReplied' });
    line(0).close();
    expect(lines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    await line(1).up();
    expect(line(1).said).toEqual([
      { type: 'hello', token: 'token' },
      { type: 'join', room: 'ticket:1', resumeFrom: 7 },
    ]);
  });

  it('waits longer after each failure, and not for ever', async () => {
    live.join('ticket:1', () => undefined);
    for (let failure = 0; failure < 12; failure++) {
      line(lines.length - 1).close();
      await vi.advanceTimersByTimeAsync(50_000);
    }
    expect(lines).toHaveLength(13);
    line(12).close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lines).toHaveLength(13);
  });

  it('says that it was lost, and comes back at once when told to', async () => {
    live.join('ticket:1', () => undefined);
    await line(0).up();
    line(0).close();
    expect(lost).toHaveBeenCalledTimes(1);
    live.hurry();
    expect(lines).toHaveLength(2);
    live.hurry();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(2);
  });

  it('hangs up when nobody listens', async () => {
    const leave = live.join('ticket:1', () => undefined);
    await line(0).up();
    leave();
    expect(line(0).said.at(-1)).toEqual({ type: 'leave', room: 'ticket:1' });
    expect(line(0).closed).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(1);
  });

  it('keeps a room while somebody else listens in it', async () => {
    const leave = live.join('ticket:1', () => undefined);
    live.join('ticket:1', () => undefined);
    await line(0).up();
    leave();
    expect(line(0).said).toHaveLength(2);
  });
});
