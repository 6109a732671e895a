import { Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Answered } from '../app/Answered';
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
      <Answered asked={asked}>
        {({ status, components }) => (
          <>
            <Sign status={status} name={t('node')} />
            <List listStyleType="none" ml="md">
              {Object.entries(components ?? {}).map(([name, { status: theirs }]) => (
                <List.Item key={name}>
                  <Sign status={theirs} name={name} />
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Answered>
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
