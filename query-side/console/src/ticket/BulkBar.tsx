import {
  Alert,
  Button,
  Group,
  List,
  Menu,
  Paper,
  Progress,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCaller } from '../app/session';
import { useTexts } from '../app/texts';
import { sendToAll, type Result, type Wish } from './commands';
import { messages } from './messages';
import { PersonSelect } from './PersonSelect';
import { changed, type TicketItem } from './queries';
import { priorities, useOptions } from './Values';

type Wishing = (ticket: TicketItem) => Wish;

/** Who works on it changes; the team stays. */
const assignedTo =
  (id: string): Wishing =>
  (ticket) => ({ kind: 'assign', agent: { id }, team: ticket.assignment.team });

/** The same for many tickets, with what became of each. */
export function BulkBar({
  tickets,
  deselect,
}: {
  tickets: readonly TicketItem[];
  deselect: () => void;
}) {
  const t = useTexts(messages);
  const caller = useCaller();
  const cache = useQueryClient();
  const priority = useOptions('priority', priorities);
  const [results, setResults] = useState<readonly Result[]>([]);
  const [solution, setSolution] = useState<string>();
  const running = useMutation({
    mutationFn: ({ these, wish }: { these: readonly TicketItem[]; wish: Wishing }) =>
      sendToAll(these, wish, setResults),
    onSettled: () => changed(cache),
  });
  const all = (wish: Wishing) => running.mutate({ these: tickets, wish });
  const failed = results.filter((result) => result.state === 'failed');
  const over = results.filter((result) => result.state !== 'waiting').length;
  return (
    <Paper withBorder p="xs" role="region" aria-label={t('bulk')}>
      <Stack gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={600} role="status">
            {t('selected', { count: tickets.length })}
          </Text>
          <Button
            size="xs"
            variant="default"
            disabled={running.isPending}
            onClick={() => all(assignedTo(caller.person))}
          >
            {t('assignToMe')}
          </Button>
          <PersonSelect
            size="xs"
            aria-label={t('assignee')}
            placeholder={t('assignee')}
            agents
            disabled={running.isPending}
            value={null}
            onChange={(id) => id !== null && all(assignedTo(id))}
          />
          <Menu>
            <Menu.Target>
              <Button size="xs" variant="default" disabled={running.isPending}>
                {t('priority')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {priority.map(({ value, label }) => (
                <Menu.Item
                  key={value}
                  onClick={() => all(() => ({ kind: 'prioritise', priority: value }))}
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button
            size="xs"
            variant="default"
            disabled={running.isPending}
            aria-expanded={solution !== undefined}
            onClick={() => setSolution(solution === undefined ? '' : undefined)}
          >
            {t('resolve')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={running.isPending}
            onClick={() => all(() => ({ kind: 'close' }))}
          >
            {t('close')}
          </Button>
          <Button size="xs" variant="subtle" onClick={deselect}>
            {t('deselect')}
          </Button>
        </Group>
        {solution !== undefined && (
          <Group align="flex-end">
            <Textarea
              flex={1}
              autosize
              label={t('solution')}
              description={t('resolveHint')}
              value={solution}
              onChange={(event) => setSolution(event.currentTarget.value)}
            />
            <Button
              size="xs"
              disabled={solution.trim() === '' || running.isPending}
              onClick={() => all(() => ({ kind: 'resolve', solution }))}
            >
              {t('resolve')}
            </Button>
          </Group>
        )}
        {results.length > 0 && (
          <div role="status">
            <Progress
              value={(100 * over) / results.length}
              color={failed.length > 0 ? 'red' : 'green'}
              aria-label={t('bulkResult')}
            />
            <Text size="xs">
              {running.isPending ? t('running') : t('done')}: {over - failed.length} /{' '}
              {results.length}
            </Text>
          </div>
        )}
        {failed.length > 0 && !running.isPending && (
          <Alert color="red" title={t('bulkResult')}>
            <List size="sm">
              {failed.map((result) => (
                <List.Item key={result.id}>
                  <Link to={`/tickets/${result.number}`}>{result.number}</Link>: {result.detail}
                </List.Item>
              ))}
            </List>
            {running.variables && (
              <Button
                mt="xs"
                size="xs"
                variant="default"
                onClick={() =>
                  running.variables &&
                  running.mutate({
                    these: running.variables.these.filter(({ id }) =>
                      failed.some((result) => result.id === id),
                    ),
                    wish: running.variables.wish,
                  })
                }
              >
                {t('retryFailed')}
              </Button>
            )}
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}
