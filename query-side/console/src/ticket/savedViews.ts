import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answered, commands, newKey, once, queries, type Asked, type Told } from '../app/api';
import { messages } from '../app/messages';
import { asProblem } from '../app/problem';
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

/** One's own views in their order, and the tag by which a change says what it was made of. */
export interface SavedViews {
  views: readonly SavedView[];
  etag: string | undefined;
}

async function ask(signal?: AbortSignal): Promise<SavedViews> {
  const asked = queries.GET('/api/v1/views', { signal });
  const { items } = await answered(asked);
  return {
    views: items.map(({ id, name, filter }) => ({ id, name, filter: asFilter(filter) })),
    etag: (await asked).response.headers.get('ETag') ?? undefined,
  };
}

const queryKey = ['views'];

export const savedViews = () => queryOptions({ queryKey, queryFn: ({ signal }) => ask(signal) });

/** The one of some views that a filter is, in its order. */
export const savedAs = (views: readonly SavedView[], filter: Filter): SavedView | undefined =>
  views.find((view) => isSame(view.filter, filter));

/** What is absent stays as it is. */
export interface Change {
  kind: 'change';
  id: string;
  name?: string;
  filter?: Filter;
}

/** Something that is wished of one's own views. */
export type ViewWish =
  | { kind: 'save'; name: string; filter: Filter }
  | Change
  | { kind: 'move'; id: string; place: number }
  | { kind: 'remove'; id: string };

const changedBy = ({ name, filter }: Change, view: SavedView): SavedView => ({
  ...view,
  ...(name !== undefined && { name }),
  ...(filter !== undefined && { filter }),
});

const VERSION_IS_OLD = 412;

/**
 * A view is sent as a whole. What another tab has made of the views meanwhile makes their version
 * old: then the same is changed once more, in what they are now.
 *
 * @param put - takes the view as it shall be, the tag of what it was made of, and the request's key
 */
export async function sendChange(
  change: Change,
  key: string,
  known: SavedViews,
  put: (view: SavedView, etag: string | undefined, key: string) => Promise<unknown>,
  newest: () => Promise<SavedViews>,
): Promise<unknown> {
  const viewIn = ({ views }: SavedViews) => views.find(({ id }) => id === change.id);
  const before = viewIn(known) ?? { id: change.id, name: '', filter: {} };
  try {
    return await put(changedBy(change, before), known.etag, key);
  } catch (failure) {
    if (asProblem(failure).status !== VERSION_IS_OLD) {
      throw failure;
    }
    const now = await newest();
    // One that was removed meanwhile is the platform's to miss. Another body needs another key.
    return put(changedBy(change, viewIn(now) ?? before), now.etag, newKey());
  }
}

const put = ({ id, name, filter }: SavedView, etag: string | undefined, key: string) =>
  answered(
    commands.PUT('/api/v1/views/{id}', {
      headers: { ...once(key), ...(etag !== undefined && { 'If-Match': etag }) },
      params: { path: { id } },
      body: { name, filter: asSelection(filter) },
    }),
  );

async function send(wish: ViewWish, key: string, known?: SavedViews): Promise<unknown> {
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
      return sendChange(wish, key, known ?? (await ask()), put, ask);
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
    case 'change':
      return views.map((view) => (view.id === wish.id ? changedBy(wish, view) : view));
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
    mutationFn: ({ wish, key }: { wish: ViewWish; key: string }) =>
      send(wish, key, cache.getQueryData<SavedViews>(queryKey)),
    onMutate: async ({ wish }) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData<SavedViews>(queryKey);
      if (before !== undefined) {
        cache.setQueryData(queryKey, { ...before, views: foreseenViews(before.views, wish) });
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
