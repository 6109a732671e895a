import { Group, Paper, RangeSlider, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Failed, Loading } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { spoken } from '../ticket/History';
import { oneTicket } from '../ticket/queries';
import { ChangesTable } from './ChangesTable';
import { moment } from './EventRow';
import { messages } from './messages';
import { useNames } from './names';
import { lifeOf, ticketThen, type AuditEvent } from './queries';
import { Then } from './Then';

/** A ticket as it was at any two of its moments; which ones is in the address. */
export function TimeLinePage() {
  const t = useTexts(messages);
  const { ticket } = useParams({ strict: false }) as { ticket: string };
  const today = useQuery(oneTicket(ticket));
  const life = useQuery(lifeOf(today.data?.id ?? ''));
  const failed = today.isError ? today : life;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {t('asItWas', {
            ticket: today.data ? `${today.data.number} ${today.data.subject}` : '…',
          })}
        </Title>
        <Group gap="md">
          <Link to="/tickets/$ticket" params={{ ticket }}>
            {t('toTicket')}
          </Link>
          <Link to="/audit">{t('toLog')}</Link>
        </Group>
      </Group>
      {failed.isError ? (
        <Failed error={failed.error} reset={() => void failed.refetch()} />
      ) : today.data === undefined || life.data === undefined ? (
        <Loading />
      ) : (
        <Moments key={ticket} id={today.data.id} events={life.data.items} />
      )}
    </Stack>
  );
}

function Moments({ id, events }: { id: string; events: readonly AuditEvent[] }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const asked = useSearch({ strict: false }) as { then?: string; now?: string };
  const navigate = useNavigate();
  const newest = events.length - 1;
  const placeOf = (position: string | undefined, otherwise: number) => {
    const place = events.findIndex((event) => String(event.position) === position);
    return place < 0 ? otherwise : place;
  };
  const now = placeOf(asked.now, newest);
  const then = Math.min(placeOf(asked.then, Math.max(0, now - 1)), now);
  const [dragged, drag] = useState<[number, number]>([then, now]);
  const positionAt = (place: number) => events[place]?.position ?? 0;
  const before = useQuery(ticketThen(id, positionAt(then)));
  const after = useQuery(ticketThen(id, positionAt(now)));
  const nameOf = useNames(useMemo(() => events.map((event) => event.actor), [events]));
  const told = (place: number) => {
    const event = events[place];
    return event === undefined
      ? ''
      : `${spoken(event.type)}, ${moment(event.occurredAt, language)}`;
  };
  const choose = ([from, to]: [number, number]) => {
    drag([from, to]);
    void navigate({
      to: '.',
      search: { then: String(positionAt(from)), now: String(positionAt(to)) },
      replace: true,
    });
  };
  const failed = before.isError ? before : after;
  return (
    <>
      <Paper withBorder p="sm">
        <Text size="xs" c="dimmed" id="moments">
          {t('moments')}. {t('drag')}
        </Text>
        <RangeSlider
          my="sm"
          min={0}
          max={Math.max(1, newest)}
          minRange={0}
          disabled={newest === 0}
          value={dragged}
          onChange={drag}
          onChangeEnd={choose}
          label={null}
          thumbFromLabel={t('then')}
          thumbToLabel={t('now')}
          marks={
            newest <= 60 ? events.map((_, value) => ({ value })) : [{ value: 0 }, { value: newest }]
          }
        />
        <Group justify="space-between" gap="xs" role="status">
          <Text size="sm">
            <b>{t('then')}:</b> {told(dragged[0])}
          </Text>
          <Text size="sm">
            <b>{t('now')}:</b> {told(dragged[1])}
          </Text>
        </Group>
      </Paper>
      {failed.isError ? (
        <Failed error={failed.error} reset={() => void failed.refetch()} />
      ) : before.data === undefined || after.data === undefined ? (
        <Loading />
      ) : (
        <>
          <ChangesTable before={before.data} after={after.data} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
            <Then ticket={after.data} />
            <Paper withBorder p="sm" component="section" aria-label={t('happened')} miw={0}>
              <Title order={2} size="h5" mb="xs">
                {t('happened')}
              </Title>
              <ol style={{ paddingLeft: 24, margin: 0 }}>
                {events.map((event, place) => (
                  <li key={event.position} aria-current={place === now ? 'step' : undefined}>
                    <Text size="sm" fw={place === now ? 700 : 400}>
                      <Link
                        to="."
                        search={{
                          then: String(positionAt(Math.max(0, place - 1))),
                          now: String(event.position),
                        }}
                        onClick={() => drag([Math.max(0, place - 1), place])}
                      >
                        {spoken(event.type)}
                      </Link>{' '}
                      <Text component="span" size="xs" c="dimmed">
                        {t('by', { name: nameOf(event.actor) })},{' '}
                        {moment(event.occurredAt, language)}
                      </Text>
                    </Text>
                  </li>
                ))}
              </ol>
            </Paper>
          </SimpleGrid>
        </>
      )}
    </>
  );
}
