import { Button, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Answered } from '../app/Answered';
import { More } from '../app/More';
import { Empty } from '../app/States';
import { useTexts } from '../app/texts';
import { Time } from '../app/time';
import { useRoom } from '../live/room';
import { UNRESOLVED } from '../ticket/filters';
import { ticketList } from '../ticket/queries';
import { Status } from '../ticket/Values';
import { messages } from './messages';

const SHOWN = { open: UNRESOLVED, finished: 'resolved,closed', all: undefined } as const;

type Shown = keyof typeof SHOWN;

/** What somebody has asked for themselves; also agents have needs. */
export function PortalPage() {
  const t = useTexts(messages);
  const [shown, setShown] = useState<Shown>('open');
  const list = useInfiniteQuery(ticketList({ requester: 'me', status: SHOWN[shown] }));
  useRoom('queue:requester=me');
  const tickets = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack maw={860}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('portal')}
        </Title>
        <Button size="xs" renderRoot={(props) => <Link to="/portal/new" {...props} />}>
          {t('ask')}
        </Button>
      </Group>
      <SegmentedControl
        size="xs"
        aria-label={t('show')}
        value={shown}
        onChange={(value) => setShown(value as Shown)}
        data={(Object.keys(SHOWN) as Shown[]).map((value) => ({ value, label: t(value) }))}
        style={{ alignSelf: 'flex-start' }}
      />
      <Answered
        asked={list}
        none={
          tickets.length === 0 && (
            <Empty title={t('none')}>
              <Text size="sm">{t('noneHint')}</Text>
            </Empty>
          )
        }
      >
        {() =>
          tickets.map((ticket) => (
            <Card key={ticket.id} withBorder padding="sm">
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div style={{ minWidth: 0 }}>
                  <Link to={`/portal/${ticket.number}`}>{ticket.subject}</Link>
                  <Text size="xs" c="dimmed" component="div">
                    {ticket.number} · {t('updated')} <Time at={ticket.updatedAt} />
                  </Text>
                </div>
                <Status is={ticket.status} />
              </Group>
            </Card>
          ))
        }
      </Answered>
      <More list={list} />
    </Stack>
  );
}
