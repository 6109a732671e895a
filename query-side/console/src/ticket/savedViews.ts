import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answered, commands, once, queries, type Asked, type Told } from '../app/api';
import { messages } from '../app/messages';
import { useTexts } from '../app/texts';
import { failure } from '../app/told';
import { isSame, joined, listOf, type Filter } from './filters';

type Selection = Asked['TicketSelection'];

/** A view of the queue that somebody has saved as their own. */
export interface SavedView {
  id: string;
  name: string;
  filter: Filter;
}

/** What a view asks for, as an address says it. */
export const asFilter = ({ status, priority, tags, ...others }: Selection): Filter => ({
  ...Object.fromEntries(
    Object.entries(others).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ),
  ...(status.length > 0 && { status: joined(status) }),
  ...(priority.length > 0 && { priority: joined(priority) }),
  ...(tags.length > 0 && { tags: joined(tags) }),
});

/** The other way round. What the address misspells, the command refuses by its name. */
export const asSelection = ({
  status,
  priority,
  tags,
  ...others
}: Filter): Told['SavedViewsControllerFilter'] => ({
  ...others,
  ...(status && { status: listOf(status) as Selection['status'] }),
  ...(priority && { priority: listOf(priority) as Selection['priority'] }),
  ...(tags && { tags: listOf(tags) }),
});

const queryKey = ['views'];

/** In the person's order. */
export const savedViews = () =>
  queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<readonly SavedView[]> =>
      (await answered(queries.GET('/api/v1/views', { signal }))).items.map(
        ({ id, name, filter }) => ({ id, name, filter: asFilter(filter) }),
      ),
  });

/** The one of some views that a filter is, in its order. */
export const savedAs = (views: readonly SavedView[], filter: Filter): SavedView | undefined =>
  views.find((view) => isSame(view.filter, filter));

/** Something that is wished of one's own views. */
export type ViewWish =
  | { kind: 'save'; name: string; filter: Filter }
  | { kind: 'change'; id: string; name: string; filter: Filter }
  | { kind: 'move'; id: string; place: number }
  | { kind: 'remove'; id: string };

function send(wish: ViewWish, key: string): Promise<unknown> {
  const headers = once(key);
  switch (wish.kind) {
    case 'save':
      return answered(
        commands.POST('/api/v1/views', {
          headers,
          body: { name: wish.name, filter: asSelection(wish.filter) },
        }),
      );
    case 'change':
      return answered(
        commands.PUT('/api/v1/views/{id}', {
          headers,
          params: { path: { id: wish.id } },
          body: { name: wish.name, filter: asSelection(wish.filter) },
        }),
      );
    case 'move':
      return answered(
        commands.PUT('/api/v1/views/{id}/position', {
          headers,
          params: { path: { id: wish.id } },
          body: { place: wish.place },
        }),
      );
    case 'remove':
      return answered(
        commands.DELETE('/api/v1/views/{id}', { headers, params: { path: { id: wish.id } } }),
      );
  }
}

/** The views as they will be once a wish has come true; a new one is the server's to name. */
export function foreseenViews(views: readonly SavedView[], wish: ViewWish): readonly SavedView[] {
  switch (wish.kind) {
    case 'save':
      return views;
    case 'change': {
      const { id, name, filter } = wish;
      return views.map((view) => (view.id === id ? { id, name, filter } : view));
    }
    case 'move': {
      const others = views.filter((view) => view.id !== wish.id);
      others.splice(wish.place, 0, ...views.filter((view) => view.id === wish.id));
      return others;
    }
    case 'remove':
      return views.filter((view) => view.id !== wish.id);
  }
}

/**
 * Wishes of one's own views: what will be is shown at once, and taken back when it is refused. A
 * refusal is told in a corner, since whoever wished may be gone by then, and their view with them.
 *
 * @param showsFailures - whether the component shows refusals itself for as long as it is there
 */
export function useViewWish(showsFailures = false) {
  const cache = useQueryClient();
  const t = useTexts(messages);
  const shown = useRef(false);
  useEffect(() => {
    shown.current = showsFailures;
    return () => {
      shown.current = false;
    };
  }, [showsFailures]);
  return useMutation({
    mutationFn: ({ wish, key }: { wish: ViewWish; key: string }) => send(wish, key),
    onMutate: async ({ wish }) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData<readonly SavedView[]>(queryKey);
      if (before !== undefined) {
        cache.setQueryData(queryKey, foreseenViews(before, wish));
      }
      return { before };
    },
    onError: (error, _wish, context) => {
      if (context?.before !== undefined) {
        cache.setQueryData(queryKey, context.before);
      }
      if (!shown.current) {
        failure(t('failed'))(error);
      }
    },
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
}
