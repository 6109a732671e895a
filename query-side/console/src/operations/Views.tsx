import { Badge, Button, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asProblem } from '../app/problem';
import { Answered } from '../app/Answered';
import { Sheet } from '../app/Sheet';
import { Empty } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { failure } from '../app/told';
import { messages } from './messages';
import { rebuild, rebuildOf, standings, type Standing } from './queries';
import { Section } from './Section';

/** How far views and search indexes have come in the log. */
export function Views() {
  const t = useTexts(messages);
  const asked = useQuery(standings());
  const elsewhere = asked.isError && asProblem(asked.error).status === 404;
  return (
    <Section title={t('views')} hint={t('viewsHint')}>
      {elsewhere ? (
        <Empty title={t('elsewhere')}>
          <Text size="sm">{t('elsewhereHint')}</Text>
        </Empty>
      ) : (
        <Answered asked={asked}>
          {(all) => (
            <Sheet
              label={t('views')}
              heads={(['name', 'lag', 'position', 'letters', 'rebuild'] as const).map((name) =>
                t(name),
              )}
              minWidth={620}
            >
              {all.map((standing) => (
                <View key={standing.name} {...standing} />
              ))}
            </Sheet>
          )}
        </Answered>
      )}
    </Section>
  );
}

function View({ name, position, head, lagEvents, deadLetters }: Standing) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  return (
    <Table.Tr>
      <Table.Th scope="row" ff="monospace" fw={500}>
        {name}
      </Table.Th>
      <Table.Td>
        {lagEvents === 0 ? (
          <Badge variant="light" color="green" tt="none" c="var(--mantine-color-text)">
            {t('upToDate')}
          </Badge>
        ) : (
          t('behind', { count: lagEvents })
        )}
      </Table.Td>
      <Table.Td>
        {t('of', {
          position: position.toLocaleString(language),
          head: head.toLocaleString(language),
        })}
      </Table.Td>
      <Table.Td>
        {deadLetters === 0 ? (
          0
        ) : (
          <Link
            to="/operations"
            search={{ letters: name }}
            aria-label={t('lettersOf', { name, count: deadLetters })}
          >
            {deadLetters.toLocaleString(language)}
          </Link>
        )}
      </Table.Td>
      <Table.Td>
        <Rebuilding name={name} />
      </Table.Td>
    </Table.Tr>
  );
}

function Rebuilding({ name }: { name: string }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const cache = useQueryClient();
  const asked = useQuery(rebuildOf(name));
  const begin = useMutation({
    mutationFn: () => rebuild(name),
    onSuccess: (progress) => cache.setQueryData(rebuildOf(name).queryKey, progress),
    onError: failure(t('rebuildOf', { name })),
  });
  const progress = asked.data;
  const running = progress?.state === 'running';
  const speed = progress?.eventsPerSecond ?? progress?.documentsPerSecond;
  return (
    <Stack gap={2} miw={150}>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-xs"
          variant="default"
          loading={begin.isPending}
          disabled={running}
          aria-label={t('rebuildOf', { name })}
          onClick={() => begin.mutate()}
        >
          {t('rebuild')}
        </Button>
        <Text size="xs" role="status">
          {progress?.state === 'done' && t('rebuilt')}
          {progress?.state === 'failed' && t('rebuildFailed', { failure: progress.failure })}
          {running &&
            t('running', {
              percent: (progress.percent / 100).toLocaleString(language, { style: 'percent' }),
              speed: speed ?? 0,
            })}
        </Text>
      </Group>
      {running && <Progress value={progress.percent} aria-label={t('rebuildOf', { name })} />}
      {running && progress.failure !== '' && <Text size="xs">{progress.failure}</Text>}
    </Stack>
  );
}
