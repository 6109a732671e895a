// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetDrafts, useDraft } from './draft';

const NOTHING = { body: '' };

describe('a draft', () => {
  beforeEach(() => sessionStorage.clear());

  it('outlives the page that it is written on, with its key', () => {
    const first = renderHook(() => useDraft('ticket.1', NOTHING));
    act(() => first.result.current.write({ body: 'Half a rep' }));
    const { content, key } = first.result.current;
    first.unmount();

    const second = renderHook(() => useDraft('ticket.1', NOTHING));
    expect(second.result.current).toMatchObject({ content, key });
  });

  it('is another wish, with another key, once it is changed', () => {
    const { result } = renderHook(() => useDraft('ticket.1', NOTHING));
    act(() => result.current.write({ body: 'One' }));
    const before = result.current.key;
    act(() => result.current.write({ body: 'Two' }));
    expect(result.current.key).not.toBe(before);
  });

  it('keeps all that comes to it at once', () => {
    const { result } = renderHook(() => useDraft('ticket.1', { files: [] as string[] }));
    const { write } = result.current;
    act(() => {
      write(({ files }) => ({ files: [...files, 'one'] }));
      write(({ files }) => ({ files: [...files, 'two'] }));
    });
    expect(result.current.content.files).toEqual(['one', 'two']);
  });

  it('is gone when it was sent, and when somebody signs out', () => {
    const { result, unmount } = renderHook(() => useDraft('ticket.1', NOTHING));
    act(() => result.current.write({ body: 'One' }));
    act(() => result.current.discard());
    expect(result.current.content).toEqual(NOTHING);
    expect(sessionStorage).toHaveLength(0);

    act(() => result.current.write({ body: 'Two' }));
    unmount();
    forgetDrafts();
    expect(sessionStorage).toHaveLength(0);
  });
});
