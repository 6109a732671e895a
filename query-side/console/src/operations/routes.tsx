import { IconServerCog } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Asking } from '../app/address';
import type { Area } from '../app/area';
import { shell } from '../app/root';
import { messages } from './messages';

export const area: Area = {
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/operations',
      validateSearch: ({ letters, refused }: Asking) => ({
        ...(letters ? { letters } : {}),
        ...(refused ? { refused } : {}),
      }),
      component: lazyRouteComponent(() => import('./OperationsPage'), 'OperationsPage'),
    }),
  ],
  places: [
    {
      to: '/operations',
      label: { en: messages.en.operations, de: messages.de.operations as string },
      icon: IconServerCog,
      order: 90,
      shown: ({ roles }) => roles.includes('admin'),
    },
  ],
};
