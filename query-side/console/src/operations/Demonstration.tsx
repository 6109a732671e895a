import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { asProblem } from '../app/problem';
import { useTexts } from '../app/texts';
import { messages } from './messages';
import { demonstrate } from './queries';
import { Section } from './Section';

/** Something to look at, for an organisation that has just begun. */
export function Demonstration() {
  const t = useTexts(messages);
  const cache = useQueryClient();
  const fill = useMutation({
    mutationFn: demonstrate,
    onSuccess: () => cache.invalidateQueries(),
  });
  return (
    <Section title={t('demonstration')} hint={t('demonstrationHint')}>
      <Button variant="default" loading={fill.isPending} onClick={() => fill.mutate()}>
        {t('fill')}
      </Button>
      <Text size="sm" mt="xs" role="status">
        {fill.isPending && t('filling')}
        {fill.isSuccess && t('filled', { ...fill.data })}
        {fill.isError &&
          (asProblem(fill.error).rule === 'organisation-in-use'
            ? t('inUse')
            : asProblem(fill.error).message)}
      </Text>
    </Section>
  );
}
