import { Alert, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { readsHistory, useCaller, worksOnTickets } from '../app/session';
import { Failed, Loading } from '../app/States';
import { useTexts } from '../app/texts';
import { Time } from '../app/time';
import { useOthers, useRoom } from '../live/room';
import type { Present } from '../live/protocol';
import { Actions } from './Actions';
import { Composer } from './Composer';
import { Conversation } from './Conversation';
import { Edit } from './Edit';
import { mayStillChange } from './edited';
import { Files } from './Files';
import { History } from './History';
import { messages } from './messages';
import { Properties } from './Properties';
import { oneTicket, type TicketView } from './queries';
import { Similar } from './Similar';
import { Status, useName } from './Values';

export function TicketPage() {
  const { ticket: address } = useParams({ strict: false }) as { ticket: string };
  const ticket = useQuery(oneTicket(address));
  return ticket.isPending ? (
    <Loading />
  ) : ticket.isError ? (
    <Failed error={ticket.error} reset={() => void ticket.refetch()} />
  ) : (
    // Another ticket is another page: nothing of the one before stays in a field.
    <Ticket key={ticket.data.id} address={address} ticket={ticket.data} />
  );
}

function Ticket({ address, ticket }: { address: string; ticket: TicketView }) {
  const t = useTexts(messages);
  const name = useName();
  const caller = useCaller();
  const mayWork = worksOnTickets(caller);
  const others = useOthers(useRoom(`ticket:${ticket.id}`));
  return (
    <Stack gap="sm">
      <Stack gap={4}>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {ticket.number}
          </Text>
          <Status is={ticket.status} />
          <Time at={ticket.updatedAt} />
        </Group>
        <Group justify="space-between" align="flex-start">
          <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
            {ticket.subject}
          </Title>
          {mayWork && (
            <Actions address={address} ticket={ticket}>
              <Edit address={address} ticket={ticket} may={mayStillChange(ticket)} />
            </Actions>
          )}
        </Group>
      </Stack>
      <Presence others={others} />
      <Notices ticket={ticket} to="/tickets" />
      <Grid gutter="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <section aria-label={t('description')}>
              <Group gap="xs" mb={4}>
                <Text size="sm">{t('openedBy', { name: name(ticket.requester) })}</Text>
                <Time at={ticket.openedAt} />
              </Group>
              <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {ticket.description || t('noDescription')}
              </Text>
              <Files files={ticket.attachments} />
            </section>
            <Conversation ticket={ticket.id} />
            {mayWork && ticket.status !== 'merged' && <Composer ticket={ticket.id} withNotes />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <Properties
              key={ticket.version}
              address={address}
              ticket={ticket}
              readOnly={!mayWork || ticket.status === 'merged'}
            />
            <Similar ticket={ticket.id} />
            {readsHistory(caller) && <History ticket={ticket.id} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

/** Who else is here: two people need not answer the same. */
function Presence({ others }: { others: readonly Present[] }) {
  const t = useTexts(messages);
  const name = useName();
  const names = (people: readonly Present[]) => people.map(name).join(', ');
  const writing = others.filter((one) => one.writing);
  return (
    <Text size="sm" role="status">
      {writing.length > 0
        ? t('writing', { names: names(writing) })
        : others.length > 0 && t('looking', { names: names(others) })}
    </Text>
  );
}

/**
 * What to know of where a ticket stands.
 *
 * @param to - below which address other tickets are opened
 */
export function Notices({ ticket, to }: { ticket: TicketView; to: string }) {
  const t = useTexts(messages);
  return (
    <>
      {ticket.mergedInto && (
        <Alert color="gray" py="xs">
          {t('mergedInto')} <Link to={`${to}/${ticket.mergedInto}`}>{t('openIt')}</Link>
        </Alert>
      )}
      {ticket.status === 'pending' && ticket.onHoldReason && (
        <Alert color="yellow" py="xs">
          <Text size="sm">{t('heldBecause', { reason: ticket.onHoldReason })}</Text>
          {ticket.onHoldUntil && (
            <Text size="sm">
              {t('until')} <Time at={ticket.onHoldUntil} />
            </Text>
          )}
        </Alert>
      )}
      {ticket.solution && (ticket.status === 'resolved' || ticket.status === 'closed') && (
        <Alert color="green" title={t('solution')} py="xs">
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {ticket.solution}
          </Text>
        </Alert>
      )}
    </>
  );
}
