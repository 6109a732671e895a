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
