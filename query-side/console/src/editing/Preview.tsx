import { Paper, Text, Title, useComputedColorScheme } from '@mantine/core';
import { useTexts } from '../app/texts';
import { messages } from './messages';

const STYLE: Record<'light' | 'dark', string> = {
  light: 'color: #212529; background: #fff',
  dark: 'color: #e9ecef; background: #242424',
};

/**
 * An article as the platform renders it. It is clean already; the frame without any right keeps it
 * apart from the page all the same. Each text has a frame of its own: one that shows another page
 * afterwards may keep the first.
 */
export function Preview({ html, language }: { html: string; language: string }) {
  const t = useTexts(messages);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const page = `<!doctype html><html lang="${encodeURIComponent(language)}"><meta charset="utf-8"><style>
    body { font: 15px/1.5 system-ui, sans-serif; margin: 8px; overflow-wrap: anywhere; ${STYLE[scheme]} }
    a { color: inherit } img { max-width: 100% } pre { overflow-x: auto }</style><body>${html}</body></html>`;
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('preview')} miw={0}>
      <Title order={2} size="h5">
        {t('preview')}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t('previewHint')}
      </Text>
      <iframe
        key={page}
        title={t('preview')}
        sandbox=""
        srcDoc={page}
        style={{ width: '100%', height: 480, border: 0, colorScheme: scheme }}
      />
    </Paper>
  );
}
