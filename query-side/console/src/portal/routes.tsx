import { IconLifebuoy, IconTicket } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../app/area';
import { shell } from '../app/root';
import type { Caller } from '../app/session';
import { messages } from './messages';

const asks = (caller: Caller) => caller.roles.includes('requester');

export const area: Area = {
  routes: [
    createRoute({
      getParentRoute: () => shell,
      path: '/portal',
      component: lazyRouteComponent(() => import('./PortalPage'), 'PortalPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/portal/new',
      component: lazyRouteComponent(() => import('./AskPage'), 'AskPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/portal/$ticket',
      component: lazyRouteComponent(() => import('./OwnTicketPage'), 'OwnTicketPage'),
    }),
  ],
  places: [
    {
      to: '/portal',
      label: { en: messages.en.portal, de: messages.de.portal as string },
      icon: IconTicket,
      order: 30,
      shown: asks,
    },
    {
      to: '/portal/new',
      label: { en: messages.en.ask, de: messages.de.ask as string },
      icon: IconLifebuoy,
      order: 31,
      shown: asks,
    },
  ],
};
