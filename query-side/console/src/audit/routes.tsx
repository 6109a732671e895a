import { IconHistory } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Asking } from '../app/address';
import type { Area } from '../app/area';
import { shell } from '../app/root';
import { readsHistory } from '../app/session';
import { cleanAsking } from './asking';
import { messages } from './messages';

export const area: Area = {
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/audit',
      validateSearch: (asking: Asking) => cleanAsking(asking),
      component: lazyRouteComponent(() => import('./LogPage'), 'LogPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/audit/checks',
      component: lazyRouteComponent(() => import('./ChecksPage'), 'ChecksPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/audit/chains/$correlation',
      validateSearch: ({ event }: Asking) => (event ? { event } : {}),
      component: lazyRouteComponent(() => import('./ChainPage'), 'ChainPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/audit/tickets/$ticket',
      validateSearch: ({ then, now }: Asking) => ({
        ...(then ? { then } : {}),
        ...(now ? { now } : {}),
      }),
      component: lazyRouteComponent(() => import('./TimeLinePage'), 'TimeLinePage'),
    }),
  ],
  places: [
    {
      to: '/audit',
      label: { en: messages.en.log, de: messages.de.log as string },
      icon: IconHistory,
      order: 60,
      shown: readsHistory,
    },
  ],
};
