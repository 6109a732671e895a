import { IconBook } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../app/area';
import type { Asking } from '../app/address';
import { shell } from '../app/root';
import { messages } from './messages';

export const area: Area = {
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/knowledge',
      validateSearch: ({ q }: Asking) => (q ? { q } : {}),
      component: lazyRouteComponent(() => import('./KnowledgePage'), 'KnowledgePage'),
    }),
  ],
  places: [
    {
      to: '/knowledge',
      label: { en: messages.en.knowledge, de: messages.de.knowledge as string },
      icon: IconBook,
      order: 40,
      shown: () => true,
    },
  ],
};
