import { createTheme, type CSSVariablesResolver } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  defaultRadius: 'sm',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  headings: { fontFamily: 'inherit' },
});

/** Mantine's quiet colours have less than the contrast of 4.5 that WCAG AA asks for. */
export const contrast: CSSVariablesResolver = (of) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': of.colors.gray[7],
    '--mantine-color-placeholder': of.colors.gray[7],
    '--mantine-color-error': of.colors.red[9],
    '--mantine-color-anchor': of.colors.blue[8],
    '--mantine-color-blue-light-color': of.colors.blue[9],
    '--mantine-color-green-light-color': '#1f6b31',
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--mantine-color-orange-light-color': '#8a3d00',
    '--mantine-color-red-light-color': '#a61e1e',
    '--mantine-primary-color-light-color': of.colors.blue[9],
    '--docket-active': of.colors.blue[0],
    '--docket-note': of.colors.yellow[0],
    '--docket-agent': of.colors.blue[0],
    '--docket-fault': of.colors.red[1],
  },
  dark: {
    '--mantine-color-dimmed': of.colors.dark[1],
    '--mantine-color-placeholder': of.colors.dark[1],
    '--mantine-color-error': of.colors.red[4],
    '--mantine-color-anchor': of.colors.blue[3],
    '--docket-active': of.colors.dark[5],
    '--docket-note': '#3b3420',
    '--docket-agent': '#1b2d42',
    '--docket-fault': '#5c2b2b',
  },
});
