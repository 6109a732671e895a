import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { Empty, Failed, Loading } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { spoken } from '../ticket/History';
import { deeds, subjectOf, type Deed } from './causes';
import classes from './Chain.module.css';
import { moment } from './EventRow';
import { messages } from './messages';
import { useNames } from './names';
import { chain, type AuditEvent } from './queries';

/** One wish, and all that came of it: commands, and what each did to tickets, articles, people. */
export function ChainPage() {
  const t = useTexts(messages);
  const { correlation } = useParams({ strict: false }) as { correlation: string };
  const { event } = useSearch({ strict: false }) as { event?: string };
  const asked = useInfiniteQuery(chain(correlation));
  const found = useMemo(() => asked.data?.pages.flatMap((page) => page.items) ?? [], [asked.data]);
  const all = useMemo(() => deeds(found), [found]);
  const nameOf = useNames(useMemo(() => people(found), [found]));
  const [wish, ...consequences] = all;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {t('chain')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('chainHint')}
          </Text>
        </div>
        <Group gap="md">
          <Link to="/audit" search={{ correlation }}>
            {t('asList')}
          </Link>
          <Link to="/audit">{t('toLog')}</Link>
        </Group>
      </Group>
      {asked.isPending ? (
        <Loading />
      ) : asked.isError ? (
        <Failed error={asked.error} reset={() => void asked.refetch()} />
      ) : wish === undefined ? (
        <Empty title={t('none')}>
          <Text size="sm">{t('noChain')}</Text>
        </Empty>
      ) : (
        <>
          <Text size="sm" role="status">
            {t('chainSize', { count: found.length })}, {t('chainDeeds', { count: all.length })}
            {asked.hasNextPage && `. ${t('chainMore')}`}
          </Text>
          <ul className={classes['tree']} aria-label={t('chain')}>
            <Branch deed={wish} shown={event} nameOf={nameOf} role={t('wish')}>
              {consequences.length > 0 && (
                <ul aria-label={t('consequences')}>
                  {consequences.map((deed) => (
                    <Branch
                      key={deed.id}
                      deed={deed}
                      shown={event}
                      nameOf={nameOf}
                      role={t('consequence')}
                    />
                  ))}
                </ul>
              )}
            </Branch>
          </ul>
        </>
      )}
      {asked.hasNextPage && (
        <Button
          variant="default"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Stack>
  );
}

const people = (events: readonly AuditEvent[]): string[] => [
  ...new Set(
    events.flatMap((event) => {
      const subject = subjectOf(event);
      return subject?.kind === 'person' ? [event.actor, subject.id] : [event.actor];
    }),
  ),
];

interface BranchProps {
  deed: Deed;
  /** The position of the event from which somebody came. */
  shown: string | undefined;
  nameOf: (id: string) => string;
  role: string;
  children?: ReactNode;
}

function Branch({ deed, shown, nameOf, role, children }: BranchProps) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  return (
    <li>
      <Paper withBorder px="sm" py={6}>
        <Text size="xs" c="dimmed">
          {role}
        </Text>
        <Text size="sm" fw={600}>
          {spoken(deed.command)}
        </Text>
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {t('by', { name: nameOf(deed.actor) })} ·{' '}
          <time dateTime={deed.at}>{moment(deed.at, language)}</time> · {deed.origin}
        </Text>
      </Paper>
      <ul aria-label={t('eventsOf', { command: spoken(deed.command) })}>
        {deed.events.map((event) => (
          <li key={event.position} aria-current={String(event.position) === shown || undefined}>
            <Leaf event={event} nameOf={nameOf} />
          </li>
        ))}
      </ul>
      {children}
    </li>
  );
}

function Leaf({ event, nameOf }: { event: AuditEvent; nameOf: (id: string) => string }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const subject = subjectOf(event);
  const short = event.stream.slice(0, 8);
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <Text component="span" size="xs" c="dimmed" mr="xs">
        {event.position.toLocaleString(language)}
      </Text>
      {spoken(event.type)}{' '}
      {subject?.kind === 'ticket' ? (
        <Link
          to="/audit/tickets/$ticket"
          params={{ ticket: subject.id }}
          search={{ now: String(event.position) }}
        >
          {t('subject.ticket', { id: short })}
        </Link>
      ) : subject?.kind === 'article' ? (
        <Link to="/editing/articles/$article" params={{ article: subject.id }}>
          {t('subject.article', { id: short })}
        </Link>
      ) : subject?.kind === 'person' ? (
        <Link to="/audit" search={{ actor: subject.id }}>
          {t('subject.person', { name: nameOf(subject.id) })}
        </Link>
      ) : (
        <Text component="span" size="xs" c="dimmed">
          {event.stream}
        </Text>
      )}
    </Text>
  );
}
