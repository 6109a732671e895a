import { IconInbox, IconPlus } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../app/area';
import type { Asking } from '../app/address';
import { shell } from '../app/root';
import { seesAll, worksOnTickets } from '../app/session';
import { cleanFilter, views } from './filters';
import { messages } from './messages';

export const area: Area = {
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/tickets',
      validateSearch: (asking: Asking) => cleanFilter(asking),
      component: lazyRouteComponent(() => import('./QueuePage'), 'QueuePage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/tickets/new',
      component: lazyRouteComponent(() => import('./NewTicketPage'), 'NewTicketPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/tickets/$ticket',
      component: lazyRouteComponent(() => import('./TicketPage'), 'TicketPage'),
    }),
  ],
  places: [
    {
      to: '/tickets',
      search: views.unresolved,
      label: { en: messages.en.tickets, de: messages.de.tickets as string },
      icon: IconInbox,
      order: 10,
      shown: seesAll,
    },
    {
      to: '/tickets/new',
      label: { en: messages.en.newTicket, de: messages.de.newTicket as string },
      icon: IconPlus,
      order: 11,
      shown: worksOnTickets,
    },
  ],
};
