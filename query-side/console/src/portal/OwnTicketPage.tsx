import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Failed, Loading } from '../app/States';
import { useTexts } from '../app/texts';
import { Time } from '../app/time';
import { useRoom } from '../live/room';
import { useWish } from '../ticket/commands';
import { Composer } from '../ticket/Composer';
import { Conversation } from '../ticket/Conversation';
import { Edit } from '../ticket/Edit';
import { mayStillChange } from '../ticket/edited';
import { Files } from '../ticket/Files';
import { oneTicket, type TicketView } from '../ticket/queries';
import { Notices } from '../ticket/TicketPage';
import { Status } from '../ticket/Values';
import { messages } from './messages';

/** A ticket as whoever asked sees it: what was said to them, and what they may do. */
export function OwnTicketPage() {
  const { ticket: address } = useParams({ strict: false }) as { ticket: string };
  const ticket = useQuery(oneTicket(address));
  return ticket.isPending ? (
    <Loading />
  ) : ticket.isError ? (
    <Failed error={ticket.error} reset={() => void ticket.refetch()} />
  ) : (
    <OwnTicket key={ticket.data.id} address={address} ticket={ticket.data} />
  );
}

function OwnTicket({ address, ticket }: { address: string; ticket: TicketView }) {
  const t = useTexts(messages);
  const wish = useWish(address, ticket);
  useRoom(`ticket:${ticket.id}`);
  return (
    <Stack maw={860}>
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
          <Edit
            address={address}
            ticket={ticket}
            may={!ticket.firstRepliedAt && mayStillChange(ticket)}
          />
        </Group>
      </Stack>
      <Notices ticket={ticket} to="/portal" />
      {ticket.status === 'resolved' && (
        <Group gap="xs">
          <Button size="xs" loading={wish.isPending} onClick={() => wish.mutate({ kind: 'close' })}>
            {t('works')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={wish.isPending}
            onClick={() => wish.mutate({ kind: 'reopen' })}
          >
            {t('again')}
          </Button>
        </Group>
      )}
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{ticket.description}</Text>
      <Files files={ticket.attachments} />
      <Conversation ticket={ticket.id} />
      {ticket.status !== 'merged' && <Composer ticket={ticket.id} />}
    </Stack>
  );
}
