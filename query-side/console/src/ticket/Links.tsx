import { CloseButton, Group, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts';
import { useWish, type LinkKind } from './commands';
import { messages } from './messages';
import { oneTicket, type TicketView } from './queries';

interface LinksProps {
  address: string;
  ticket: TicketView;
  readOnly: boolean;
}

export function Links({ address, ticket, readOnly }: LinksProps) {
  const t = useTexts(messages);
  const wish = useWish(address, ticket);
  const others = useQueries({ queries: ticket.links.map((link) => oneTicket(link.ticket)) });
  return (
    <div>
      <Text size="xs" fw={500}>
        {t('links')}
      </Text>
      {ticket.links.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('noLinks')}
        </Text>
      )}
      {ticket.links.map((link, index) => {
        const other = others[index]?.data;
        const number = other?.number ?? '…';
        return (
          <Group key={link.kind + link.ticket} gap={4} wrap="nowrap">
            <Text size="xs" flex={1} truncate>
              {t(`link.${link.kind}` as keyof typeof messages.en)}{' '}
              <Link to={`/tickets/${link.ticket}`}>{number}</Link> {other?.subject}
            </Text>
            {!readOnly && (
              <CloseButton
                size="sm"
                aria-label={t('unlink', { number })}
                onClick={() =>
                  wish.mutate({ kind: 'unlink', as: link.kind as LinkKind, ticket: link.ticket })
                }
              />
            )}
          </Group>
        );
      })}
    </div>
  );
}
