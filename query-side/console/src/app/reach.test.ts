// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { doubt, whenReached } from './reach';

const status = (code: number) => Promise.resolve(new Response(null, { status: code }));
const asked = vi.fn<() => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', asked);
});

afterEach(async () => {
  asked.mockReset().mockImplementation(() => status(200));
  await vi.advanceTimersByTimeAsync(60_000);
  asked.mockReset();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('takes nothing for away that answers', async () => {
  const changed = vi.fn();
  const leave = onlineManager.subscribe(changed);
  asked.mockImplementation(() => status(429));
  doubt();
  await vi.advanceTimersByTimeAsync(0);
  expect(changed).not.toHaveBeenCalled();
  expect(onlineManager.isOnline()).toBe(true);
  leave();
});

it('asks a platform that is away until it answers, and says so once', async () => {
  const reached = vi.fn();
  const leave = whenReached(reached);
  asked.mockImplementationOnce(() => Promise.reject(new TypeError('refused')));
  asked.mockImplementationOnce(() => status(502));
  asked.mockImplementation(() => status(200));
  doubt();
  doubt();
  await vi.advanceTimersByTimeAsync(0);
  expect(onlineManager.isOnline()).toBe(false);
  await vi.advanceTimersByTimeAsync(499);
  expect(asked).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(onlineManager.isOnline()).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(onlineManager.isOnline()).toBe(true);
  expect(reached).toHaveBeenCalledTimes(1);
  expect(asked).toHaveBeenCalledTimes(3);
  leave();
});

it('asks at least every five seconds', async () => {
  asked.mockImplementation(() => Promise.reject(new TypeError('refused')));
  doubt();
  await vi.advanceTimersByTimeAsync(30_000);
  const before = asked.mock.calls.length;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked.mock.calls.length).toBe(before + 1);
});
