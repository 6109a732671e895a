import { Code, Group, Paper, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useTexts } from '../app/texts';
import { spoken } from '../ticket/History';
import { messages } from './messages';
import { subjectOf } from './causes';
import type { AuditEvent } from './queries';

/** One event; opened, all that the log has of it. */
export function EventRow({ event, actor }: { event: AuditEvent; actor: string }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <Paper component="li" withBorder px="sm" py={6} mb={4}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <Text component="span" size="xs" c="dimmed" mr="xs">
            {event.position.toLocaleString(language)}
          </Text>
          <Text component="span" size="sm" fw={600} mr="xs">
            {spoken(event.type)}
          </Text>
          <Text component="span" size="xs" style={{ overflowWrap: 'anywhere' }}>
            {t('by', { name: actor })} ·{' '}
            <time dateTime={event.occurredAt}>{moment(event.occurredAt, language)}</time>
          </Text>
        </summary>
        {open && <Whole event={event} />}
      </details>
    </Paper>
  );
}

export const moment = (at: string, language: string): string =>
  new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' });

function Whole({ event }: { event: AuditEvent }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const facts: readonly (readonly [string, string])[] = [
    [t('recorded'), moment(event.recordedAt, language)],
    [t('occurred'), moment(event.occurredAt, language)],
    [t('stream'), `${event.stream}, ${t('version', { version: event.version })}`],
    [t('command'), `${event.cause.command} ${event.cause.commandId}`],
    [t('correlation'), event.cause.correlation],
    [t('origin'), event.cause.origin],
  ];
  return (
    <Stack gap="xs" mt="xs">
      <Table fz="xs" withRowBorders={false} verticalSpacing={2}>
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={110}>
                {name}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0, 'aria-label': t('content') }}>
        <Code block fz="xs">
          {JSON.stringify(event.data, null, 2)}
        </Code>
      </ScrollArea.Autosize>
      <Group gap="xs">
        {subjectOf(event)?.kind === 'ticket' && (
          <Link
            to="/audit/tickets/$ticket"
            params={{ ticket: event.stream }}
            search={{ now: String(event.position) }}
          >
            {t('timeLine')}
          </Link>
        )}
        <Link
          to="/audit/chains/$correlation"
          params={{ correlation: event.cause.correlation }}
          search={{ event: String(event.position) }}
        >
          {t('follow')}
        </Link>
      </Group>
    </Stack>
  );
}
