import { Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '../app/States';
import { useTexts } from '../app/texts';
import { messages } from './messages';
import { health } from './queries';
import { Section } from './Section';

/** Whether the node that answers is well. */
export function HealthPanel() {
  const t = useTexts(messages);
  const asked = useQuery(health());
  return (
    <Section title={t('health')} hint={t('healthHint')}>
      {asked.isPending ? (
        <Loading />
      ) : asked.isError ? (
        <Failed error={asked.error} reset={() => void asked.refetch()} />
      ) : (
        <>
          <Sign status={asked.data.status} name={t('node')} />
          <List listStyleType="none" ml="md">
            {Object.entries(asked.data.components ?? {}).map(([name, { status }]) => (
              <List.Item key={name}>
                <Sign status={status} name={name} />
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Section>
  );
}

function Sign({ status, name }: { status: string; name: string }) {
  const t = useTexts(messages);
  const well = status === 'UP';
  const Icon = well ? IconCircleCheck : IconAlertTriangle;
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={18} aria-hidden color={well ? 'green' : 'var(--mantine-color-error)'} />
      <Text size="sm">
        {name}: {well ? t('well') : status}
      </Text>
    </Group>
  );
}
