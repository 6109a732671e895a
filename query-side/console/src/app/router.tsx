import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from './address';
import { areas } from './areas';
import { root, shell } from './root';
import { Failed, Loading, Missing } from './States';
import { Home } from './Home';

const home = createRoute({ getParentRoute: () => shell, path: '/', component: Home });

const bare = createRoute({
  getParentRoute: () => root,
  path: '/index.html',
  beforeLoad: () => {
    throw redirect({ to: '/' });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    bare,
    shell.addChildren([home, ...areas.flatMap((area) => area.routes)]),
  ]),
  basepath: '/console',
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: Missing,
  scrollRestoration: true,
});
