import { Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  title: string;
  hint?: string;
  beside?: ReactNode;
  children: ReactNode;
}

export function Section({ title, hint, beside, children }: SectionProps) {
  const id = useId();
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={id} miw={0}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <div>
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {hint && (
            <Text size="xs" c="dimmed">
              {hint}
            </Text>
          )}
        </div>
        {beside}
      </Group>
      {children}
    </Paper>
  );
}
