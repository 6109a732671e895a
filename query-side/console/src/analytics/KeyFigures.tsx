import { Badge, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failed } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { statuses, useOptions } from '../ticket/Values';
import { change, compared, duration, last, mean, rate, sum, type Point } from './measures';
import { messages } from './messages';
import type { Period } from './period';
import { measured, standing, type Measure } from './queries';

interface Figure {
  measure: Measure;
  label: keyof typeof messages.en;
  of: (points: readonly Point[]) => number | null;
  unit: 'count' | 'seconds' | 'share';
  /** Whether more of it is good, bad, or neither. */
  more: 'good' | 'bad' | 'neither';
}

const FIGURES: readonly Figure[] = [
  {
    measure: 'volume',
    label: 'opened',
    of: (p) => sum(p, 'opened'),
    unit: 'count',
    more: 'neither',
  },
  {
    measure: 'volume',
    label: 'resolved',
    of: (p) => sum(p, 'resolved'),
    unit: 'count',
    more: 'good',
  },
  { measure: 'backlog', label: 'backlog', of: (p) => last(p, 'open'), unit: 'count', more: 'bad' },
  { measure: 'firstResponse', label: 'firstResponse', of: mean, unit: 'seconds', more: 'bad' },
  { measure: 'resolution', label: 'resolution', of: mean, unit: 'seconds', more: 'bad' },
  { measure: 'reopenRate', label: 'reopenRate', of: rate, unit: 'share', more: 'bad' },
];

/** The period in six numbers, each against the period before. */
export function KeyFigures({ period }: { period: Period }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const asked = useQueries({ queries: FIGURES.map(({ measure }) => measured(measure, period)) });
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs">
      {FIGURES.map(({ label, of, unit, more }, at) => {
        const { now, before } = compared(asked[at]?.data ?? [], period.from);
        const value = of(now);
        const changed = change(value, of(before));
        return (
          <Paper key={label} withBorder p="xs">
            <Text size="xs" c="dimmed">
              {t(label)}
            </Text>
            <Text fw={700} size="lg">
              {asked[at]?.isSuccess ? shown(value, unit, language) : '…'}
            </Text>
            <Text size="xs" c={colour(changed, more)}>
              {changed === null
                ? t('noBefore')
                : Math.abs(changed) < 0.005
                  ? t('same')
                  : changed.toLocaleString(language, {
                      style: 'percent',
                      signDisplay: 'always',
                      maximumFractionDigits: 0,
                    })}
            </Text>
          </Paper>
        );
      })}
    </SimpleGrid>
  );
}

const colour = (changed: number | null, more: Figure['more']): string =>
  changed === null || more === 'neither' || Math.abs(changed) < 0.005
    ? 'dimmed'
    : changed > 0 === (more === 'good')
      ? 'var(--mantine-color-anchor)'
      : 'var(--mantine-color-error)';

function shown(value: number | null, unit: Figure['unit'], language: string): string {
  if (value === null) {
    return '–';
  }
  return unit === 'seconds'
    ? duration(value, language)
    : value.toLocaleString(
        language,
        unit === 'share' ? { style: 'percent', maximumFractionDigits: 1 } : {},
      );
}

/** How many tickets there are in each status, and a way to them. */
export function Standing() {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const status = useOptions('status', statuses);
  const asked = useQuery(standing());
  return (
    <section aria-label={t('now')}>
      <Text size="xs" c="dimmed" mb={4}>
        {t('now')}
      </Text>
      {asked.isError ? (
        <Failed error={asked.error} reset={() => void asked.refetch()} />
      ) : (
        <Group gap="xs">
          {status.map(({ value, label }) => (
            <Badge
              key={value}
              variant="default"
              tt="none"
              size="lg"
              fw={500}
              renderRoot={(props) => <Link to="/tickets" search={{ status: value }} {...props} />}
              style={{ cursor: 'pointer' }}
            >
              {label}{' '}
              {asked.data ? (asked.data.byStatus[value] ?? 0).toLocaleString(language) : '…'}
            </Badge>
          ))}
        </Group>
      )}
    </section>
  );
}
