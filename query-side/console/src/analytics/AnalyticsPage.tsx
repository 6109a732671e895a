import { Group, SegmentedControl, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTexts } from '../app/texts';
import { useRoom } from '../live/room';
import { Arrivals } from './Arrivals';
import { Course } from './Course';
import { KeyFigures, Standing } from './KeyFigures';
import { Load } from './Load';
import { messages } from './messages';
import { cleanPeriod, lengths, nameOf, periodOf, USUAL, type PeriodAsked } from './period';

const COURSES = ['volume', 'backlog', 'firstResponse', 'resolution', 'reopenRate'] as const;
const OWN = 'own';

/** How the organisation's tickets fare: which time it looks at is in its address. */
export function AnalyticsPage() {
  const t = useTexts(messages);
  const asked = useSearch({ strict: false }) as PeriodAsked;
  const { days, from, to } = asked;
  const navigate = useNavigate();
  useRoom('dashboard');
  const today = nameOf(new Date());
  const period = useMemo(
    () => periodOf({ days, from, to }, new Date(`${today}T12:00:00`)),
    [days, from, to, today],
  );
  const show = (search: PeriodAsked) =>
    void navigate({ to: '/analytics', search: cleanPeriod({ ...search }), replace: true });
  const own = from !== undefined;
  const dates = { from: from ?? nameOf(period.from), to: to ?? today };
  return (
    <Stack gap="sm">
      <Title order={1} size="h3">
        {t('analytics')}
      </Title>
      <Group align="flex-end" gap="xs">
        <div style={{ overflowX: 'auto', maxWidth: '100%' }}>
          <SegmentedControl
            size="xs"
            aria-label={t('period')}
            value={own ? OWN : (days ?? USUAL)}
            onChange={(value) =>
              show({ by: asked.by, ...(value === OWN ? dates : { days: value }) })
            }
            data={[
              ...lengths.map((value) => ({
                value,
                label: value === '365' ? t('year') : t('days', { count: value }),
              })),
              { value: OWN, label: t('own') },
            ]}
          />
        </div>
        {own &&
          (['from', 'to'] as const).map((name) => (
            <TextInput
              key={name}
              type="date"
              size="xs"
              label={t(name)}
              defaultValue={dates[name]}
              max={name === 'from' ? dates.to : today}
              min={name === 'to' ? dates.from : undefined}
              onChange={({ currentTarget: { value } }) =>
                show({ ...asked, ...dates, [name]: value })
              }
            />
          ))}
      </Group>
      <Standing />
      <KeyFigures period={period} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        {COURSES.map((measure) => (
          <Course key={measure} measure={measure} period={period} />
        ))}
        <Load
          period={period}
          by={asked.by === 'team' ? 'team' : 'agent'}
          group={(by) => show({ ...asked, by })}
        />
      </SimpleGrid>
      <Arrivals period={period} />
    </Stack>
  );
}
