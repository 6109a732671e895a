import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../app/area';
import { shell } from '../app/root';

export const area: Area = {
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/setup',
      component: lazyRouteComponent(() => import('./SetupPage'), 'SetupPage'),
    }),
  ],
};
