import { Paper, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { asProblem } from '../app/problem';
import { useTexts } from '../app/texts';
import { messages } from './messages';
import { rendered } from './queries';
import { Rendered } from './Rendered';

/** Between keys that follow each other nobody looks at the preview. */
const PAUSE = 300;

interface PreviewProps {
  text: string;
  language: string;
  /** What was rendered already. */
  saved?: { body: string; html: string };
}

/** What readers will see of a text, while it is written. */
export function Preview({ text, language, saved }: PreviewProps) {
  const t = useTexts(messages);
  const [settled] = useDebouncedValue(text, PAUSE);
  const isSaved = settled === saved?.body;
  const asked = useQuery({ ...rendered(settled), enabled: !isSaved });
  const html = isSaved ? saved.html : (asked.data?.html ?? saved?.html ?? '');
  return (
    <Paper
      withBorder
      p="sm"
      component="section"
      aria-label={t('preview')}
      miw={0}
      pos="sticky"
      top="calc(var(--app-shell-header-height, 0px) + var(--mantine-spacing-sm))"
      style={{ alignSelf: 'start' }}
    >
      <Title order={2} size="h5">
        {t('preview')}
      </Title>
      <Text size="xs" c={asked.isError ? 'red' : 'dimmed'} mb="xs" role="status">
        {asked.isError
          ? t('previewFailed', { reason: asProblem(asked.error).message })
          : t('previewHint')}
      </Text>
      <Rendered html={html} language={language} title={t('preview')} />
    </Paper>
  );
}
