import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTexts } from '../app/texts';
import { BringIn } from './BringIn';
import { DeadLetters } from './DeadLetters';
import { Demonstration } from './Demonstration';
import { HealthPanel } from './HealthPanel';
import { Imports } from './Imports';
import { messages } from './messages';
import { Organisation } from './Organisation';
import { Refusals } from './Refusals';
import { Views } from './Views';

/** What keeps the platform going, for those who do. */
export function OperationsPage() {
  const t = useTexts(messages);
  const { letters, refused } = useSearch({ strict: false }) as {
    letters?: string;
    refused?: string;
  };
  return (
    <Stack gap="sm">
      <Title order={1} size="h3">
        {t('operations')}
      </Title>
      <Views />
      {letters && <DeadLetters key={letters} name={letters} />}
      <BringIn />
      <Imports />
      {refused && <Refusals key={refused} id={refused} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <HealthPanel />
        <Organisation />
        <Demonstration />
      </SimpleGrid>
    </Stack>
  );
}
