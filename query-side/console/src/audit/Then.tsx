import { Badge, Group, Paper, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useLanguage, useTexts } from '../app/texts';
import { Priority, Status } from '../ticket/Values';
import type { TicketThen } from './changes';
import { moment } from './EventRow';
import { messages } from './messages';
import { useNames } from './names';

/** A ticket as it was. */
export function Then({ ticket }: { ticket: TicketThen }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const nameOf = useNames(
    useMemo(
      () => [
        ...ticket.conversation.map(({ author }) => author),
        ...(ticket.agent ? [ticket.agent] : []),
      ],
      [ticket],
    ),
  );
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('state')} miw={0}>
      <Title order={2} size="h5" mb="xs">
        {t('state')}
      </Title>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {ticket.subject}
      </Text>
      <Group gap="sm" my="xs">
        <Status is={ticket.status} />
        <Priority is={ticket.priority} />
        <Text size="sm">
          {t('field.agent')}: {ticket.agent ? nameOf(ticket.agent) : t('nothing')}
        </Text>
        {ticket.tags.map((tag) => (
          <Badge key={tag} variant="default" tt="none">
            {tag}
          </Badge>
        ))}
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {ticket.description}
      </Text>
      <Title order={3} size="h6" mt="sm">
        {t('conversation')}
      </Title>
      {ticket.conversation.length === 0 && <Text size="sm">{t('noMessages')}</Text>}
      {ticket.conversation.map((message) => (
        <article key={message.id}>
          <Text size="xs" c="dimmed" mt="xs">
            {nameOf(message.author)}, {moment(message.writtenAt, language)}
            {message.note && ` · ${t('note')}`}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {message.redaction ? t('redaction', { reason: message.redaction }) : message.body}
          </Text>
        </article>
      ))}
    </Paper>
  );
}
