import { IconPencil } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Asking } from '../app/address';
import type { Area } from '../app/area';
import { shell } from '../app/root';
import { worksOnTickets } from '../app/session';
import { messages } from './messages';
import { stages } from './stages';

export const area: Area = {
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/editing',
      validateSearch: ({ state, stale }: Asking) => ({
        ...(stages.some((stage) => stage === state) ? { state } : {}),
        ...(stale ? { stale: 'true' } : {}),
      }),
      component: lazyRouteComponent(() => import('./ArticlesPage'), 'ArticlesPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/editing/new',
      component: lazyRouteComponent(() => import('./NewArticlePage'), 'NewArticlePage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/editing/words',
      component: lazyRouteComponent(() => import('./WordsPage'), 'WordsPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/editing/articles/$article',
      component: lazyRouteComponent(() => import('./ArticlePage'), 'ArticlePage'),
    }),
  ],
  places: [
    {
      to: '/editing',
      label: { en: messages.en.editing, de: messages.de.editing as string },
      icon: IconPencil,
      order: 45,
      shown: worksOnTickets,
    },
  ],
};
