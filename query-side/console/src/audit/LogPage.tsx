import {
  Autocomplete,
  Button,
  Group,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Answered } from '../app/Answered';
import { More } from '../app/More';
import { Empty } from '../app/States';
import { useTexts } from '../app/texts';
import { PersonSelect } from '../ticket/PersonSelect';
import type { EventsAsked } from './asking';
import { EventRow } from './EventRow';
import { Export } from './Export';
import { messages } from './messages';
import { useNames } from './names';
import { events } from './queries';

/** The log explorer: what it looks for is in its address. */
export function LogPage() {
  const t = useTexts(messages);
  const asked = useSearch({ strict: false }) as EventsAsked;
  const navigate = useNavigate();
  const found = useInfiniteQuery(events(asked));
  const shown = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  const nameOf = useNames(useMemo(() => shown.map((event) => event.actor), [shown]));
  const show = (change: EventsAsked) =>
    void navigate({ to: '/audit', search: { ...asked, ...change }, replace: true });
  const kinds = useMemo(() => [...new Set(shown.map(({ type }) => type))].sort(), [shown]);
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            {t('log')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('logHint')}
          </Text>
        </div>
        <Group gap="xs" align="flex-end">
          <ByNumber />
          <Button
            size="xs"
            variant="default"
            renderRoot={(props) => <Link to="/audit/checks" {...props} />}
          >
            {t('checks')}
          </Button>
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="xs">
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={`${name} ${asked[name] === undefined}`}
            type="datetime-local"
            size="xs"
            label={t(name)}
            defaultValue={asked[name] ?? ''}
            onChange={({ currentTarget: { value } }) => show({ [name]: value || undefined })}
          />
        ))}
        <Kind key={asked.type ?? ''} value={asked.type} known={kinds} show={show} />
        <PersonSelect
          size="xs"
          label={t('actor')}
          also={asked.actor ? [{ value: asked.actor, label: nameOf(asked.actor) }] : []}
          value={asked.actor ?? null}
          onChange={(actor) => show({ actor: actor ?? undefined })}
        />
        <div>
          <Text size="xs" fw={500} mb={2}>
            {t('order')}
          </Text>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('order')}
            value={asked.sort ?? '-position'}
            onChange={(sort) => show({ sort: sort === 'position' ? sort : undefined })}
            data={[
              { value: '-position', label: t('newest') },
              { value: 'position', label: t('oldest') },
            ]}
          />
        </div>
      </SimpleGrid>
      <Group gap="xs">
        <Export asked={asked} />
        {asked.correlation && (
          <Button size="xs" variant="light" onClick={() => show({ correlation: undefined })}>
            {t('ofWish')} ✕
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          onClick={() => void navigate({ to: '/audit', search: {} })}
        >
          {t('clear')}
        </Button>
      </Group>
      <Answered
        asked={found}
        none={
          shown.length === 0 && (
            <Empty title={t('none')}>
              <Text size="sm">{t('noneHint')}</Text>
            </Empty>
          )
        }
      >
        {() => (
          <ol aria-label={t('events')} style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {shown.map((event) => (
              <EventRow key={event.position} event={event} actor={nameOf(event.actor)} />
            ))}
          </ol>
        )}
      </Answered>
      <More list={found} />
    </Stack>
  );
}

interface KindProps {
  value: string | undefined;
  known: readonly string[];
  show: (change: EventsAsked) => void;
}

/** Kinds are the log's own words; what has been seen is offered. */
function Kind({ value, known, show }: KindProps) {
  const t = useTexts(messages);
  const [typed, setTyped] = useState(value ?? '');
  const choose = (type: string) => show({ type: type.trim() || undefined });
  return (
    <Autocomplete
      size="xs"
      label={t('type')}
      placeholder={t('typeHint')}
      data={[...known]}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={choose}
      onBlur={() => typed !== (value ?? '') && choose(typed)}
      onKeyDown={(event) => event.key === 'Enter' && choose(typed)}
    />
  );
}

function ByNumber() {
  const t = useTexts(messages);
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const ticket = number.trim();
        if (ticket !== '') {
          void navigate({ to: '/audit/tickets/$ticket', params: { ticket } });
        }
      }}
    >
      <Group gap={4} align="flex-end" wrap="nowrap">
        <TextInput
          size="xs"
          w={130}
          label={t('ticket')}
          placeholder={t('ticketHint')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" type="submit">
          {t('go')}
        </Button>
      </Group>
    </form>
  );
}
