import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/links.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { cache } from './app/cache';
import { router } from './app/router';
import { resume } from './app/session';
import { Speaking } from './app/texts';
import { contrast, theme } from './app/theme';

const place = document.getElementById('root');
if (place === null) {
  throw new Error('The page has no place for the console');
}

if (!location.pathname.startsWith(import.meta.env.BASE_URL)) {
  history.replaceState(null, '', import.meta.env.BASE_URL);
}

void resume();

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={contrast} defaultColorScheme="auto">
      <Speaking>
        <QueryClientProvider client={cache}>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Speaking>
    </MantineProvider>
  </StrictMode>,
);
