import { Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useCaller, worksOnTickets } from '../app/session';
import { Empty, Failed, Loading } from '../app/States';
import { useTexts } from '../app/texts';
import { useRoom } from '../live/room';
import { BulkBar } from './BulkBar';
import { Filters } from './Filters';
import { stringifySearch } from '../app/address';
import { conditionsOf, type Filter } from './filters';
import { messages } from './messages';
import { ticketList, type TicketItem } from './queries';
import classes from './QueuePage.module.css';
import { TicketRows } from './TicketRows';
import { Views } from './Views';

/** The queue: which tickets it shows is in its address. */
export function QueuePage() {
  const t = useTexts(messages);
  const filter = useSearch({ strict: false }) as Filter;
  const navigate = useNavigate();
  const mayWork = worksOnTickets(useCaller());
  const list = useInfiniteQuery(ticketList(filter));
  const room = `queue:${stringifySearch(conditionsOf(filter)).slice(1)}`;
  useRoom(room);
  const [selected, setSelected] = useState<ReadonlyMap<string, TicketItem>>(new Map());
  const tickets = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  // Of another list other tickets are to be chosen.
  useEffect(() => setSelected(new Map()), [room]);
  const show = (next: Filter) => void navigate({ to: '/tickets', search: next });
  return (
    <div className={classes.page}>
      <Views filter={filter} room={room} counted={list.isSuccess} />
      <Stack gap="sm" className={classes.list}>
        <Group justify="space-between">
          <Title order={1} size="h3">
            {t('tickets')}
          </Title>
          {mayWork && (
            <Button
              renderRoot={(props) => <Link to="/tickets/new" {...props} />}
              leftSection={<IconPlus size={16} aria-hidden />}
              size="xs"
            >
              {t('newTicket')}
            </Button>
          )}
        </Group>
        <Filters filter={filter} show={show} />
        <Text size="xs" c="dimmed" role="status">
          {list.isSuccess && t('shown', { count: tickets.length })}
          <Text component="span" visibleFrom="sm" inherit>
            {' · '}
            {t('keys')}
          </Text>
        </Text>
        {mayWork && selected.size > 0 && (
          <BulkBar tickets={[...selected.values()]} deselect={() => setSelected(new Map())} />
        )}
        {list.isPending ? (
          <Loading />
        ) : list.isError ? (
          <Failed error={list.error} reset={() => void list.refetch()} />
        ) : tickets.length === 0 ? (
          <Empty title={t('noTickets')}>
            <Text size="sm">{t('noTicketsHint')}</Text>
            <Button variant="default" size="xs" onClick={() => show({})}>
              {t('clear')}
            </Button>
          </Empty>
        ) : (
          <TicketRows
            tickets={tickets}
            selected={selected}
            select={setSelected}
            selectable={mayWork}
            more={
              list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : null
            }
          />
        )}
        {list.isFetchingNextPage && <VisuallyHidden role="status">{t('more')}</VisuallyHidden>}
      </Stack>
    </div>
  );
}
