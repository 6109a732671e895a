import { Button, Group, Paper, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answered } from '../app/Answered';
import { Sheet } from '../app/Sheet';
import { Empty } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { failure } from '../app/told';
import { messages } from './messages';
import { checks, startCheck, type Check } from './queries';

/** Whether the views show what the log says. */
export function ChecksPage() {
  const t = useTexts(messages);
  const cache = useQueryClient();
  const asked = useQuery(checks());
  const start = useMutation({
    mutationFn: startCheck,
    onError: failure(t('start')),
    onSettled: () => cache.invalidateQueries({ queryKey: checks().queryKey }),
  });
  const running = asked.data?.items.some((one) => one.state === 'running') ?? false;
  return (
    <Stack gap="sm" maw={900}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            {t('checks')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('checksHint')}
          </Text>
        </div>
        <Group gap="xs">
          <Link to="/audit">{t('toLog')}</Link>
          <Button
            size="xs"
            loading={start.isPending}
            disabled={running}
            onClick={() => start.mutate()}
          >
            {t('start')}
          </Button>
        </Group>
      </Group>
      <Answered
        asked={asked}
        none={asked.data?.items.length === 0 && <Empty title={t('noChecks')} />}
      >
        {({ items }) => items.map((check) => <Result key={check.id} {...check} />)}
      </Answered>
    </Stack>
  );
}

function Result(check: Check) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const { state, percent, differences, items } = check;
  return (
    <Paper withBorder p="sm">
      <div role="status">
        <Text fw={600}>
          {t(state)}
          {state === 'done' &&
            `: ${differences === 0 ? t('agrees') : t('differences', { count: differences })}`}
          {state === 'failed' && `: ${check.failure}`}
        </Text>
        <Text size="xs" c="dimmed">
          {t('compared', {
            tickets: check.ticketsCompared,
            messages: check.messagesCompared,
            position: check.position.toLocaleString(language),
          })}
        </Text>
      </div>
      {state === 'running' && <Progress mt="xs" value={percent} aria-label={t('progress')} />}
      {items.length > 0 && (
        <Sheet
          label={t('differences', { count: differences })}
          heads={(['timeLine', 'expected', 'found'] as const).map((name) => t(name))}
          minWidth={560}
          fz="xs"
        >
          {items.map(({ ticket, expected, found }, at) => (
            <Table.Tr key={at}>
              <Table.Td>
                <Link to="/audit/tickets/$ticket" params={{ ticket }}>
                  {ticket}
                </Link>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{expected}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{found}</Table.Td>
            </Table.Tr>
          ))}
        </Sheet>
      )}
    </Paper>
  );
}
