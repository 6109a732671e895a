import { IconChartBar } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Asking } from '../app/address';
import type { Area } from '../app/area';
import { shell } from '../app/root';
import type { Caller } from '../app/session';
import { messages } from './messages';
import { cleanPeriod } from './period';

const leads = ({ roles }: Caller): boolean =>
  roles.some((role) => role === 'lead' || role === 'admin' || role === 'auditor');

export const area: Area = {
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/analytics',
      validateSearch: (asking: Asking) => cleanPeriod(asking),
      component: lazyRouteComponent(() => import('./AnalyticsPage'), 'AnalyticsPage'),
    }),
  ],
  places: [
    {
      to: '/analytics',
      label: { en: messages.en.analytics, de: messages.de.analytics as string },
      icon: IconChartBar,
      order: 50,
      shown: leads,
    },
  ],
};
