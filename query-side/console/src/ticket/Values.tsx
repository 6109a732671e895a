import { Badge, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEqual, IconFlame } from '@tabler/icons-react';
import { useTexts } from '../app/texts';
import { messages } from './messages';

export const statuses = [
  'new',
  'open',
  'in_progress',
  'pending',
  'resolved',
  'closed',
  'merged',
] as const;
export const priorities = ['critical', 'high', 'medium', 'low'] as const;
export const types = ['question', 'incident', 'problem', 'request', 'change'] as const;
export const linkKinds = [
  'relates_to',
  'duplicates',
  'duplicated_by',
  'causes',
  'caused_by',
  'parent_of',
  'child_of',
] as const;

type Name = keyof typeof messages.en;

const COLOURS: Record<string, string> = {
  new: 'blue',
  open: 'cyan',
  in_progress: 'violet',
  pending: 'yellow',
  resolved: 'green',
  closed: 'gray',
  merged: 'gray',
};

export function Status({ is }: { is: string }) {
  const t = useTexts(messages);
  return (
    <Badge variant="dot" color={COLOURS[is] ?? 'gray'} tt="none" style={{ flexShrink: 0 }}>
      {t(`status.${is}` as Name)}
    </Badge>
  );
}

const SIGNS = {
  critical: IconFlame,
  high: IconArrowUp,
  medium: IconEqual,
  low: IconArrowDown,
} as const;

export function Priority({ is }: { is: string }) {
  const t = useTexts(messages);
  const Sign = SIGNS[is as keyof typeof SIGNS] ?? IconEqual;
  return (
    <Group gap={4} wrap="nowrap" component="span">
      <Sign size={15} aria-hidden />
      <Text component="span" size="xs" fw={is === 'critical' || is === 'high' ? 600 : 400}>
        {t(`priority.${is}` as Name)}
      </Text>
    </Group>
  );
}

export function useOptions<T extends string>(kind: string, values: readonly T[]) {
  const t = useTexts(messages);
  return values.map((value) => ({ value, label: t(`${kind}.${value}` as Name) }));
}

/** Somebody's name, also of those who wrote by mail and have no account. */
export function useName(): (person: { name?: string | null }) => string {
  const t = useTexts(messages);
  return (person) => person.name ?? t('unknownPerson');
}
