import { createRootRoute, createRoute } from '@tanstack/react-router';
import { Failed, Missing } from './States';
import { Shell } from './Shell';

export const root = createRootRoute({ notFoundComponent: Missing });

/** What all pages for people who are signed in hang below. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  errorComponent: Failed,
});
