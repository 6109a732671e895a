import {
  Alert,
  Button,
  Group,
  Progress,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '../app/problem';
import { Failed, Loading } from '../app/States';
import { useCaller } from '../app/session';
import { useLanguage, useTexts } from '../app/texts';
import { messages } from './messages';
import { mappings } from './queries';
import { NotUnpacked } from './reading';
import { Section } from './Section';
import { begin, useTransfer, type Transfer } from './transfers';

/** A file of another system, row by row. */
export function BringIn() {
  const t = useTexts(messages);
  const { person } = useCaller();
  const known = useQuery(mappings());
  const running = useTransfer();
  const [file, choose] = useState<File>();
  const [name, call] = useState<string | null>(null);
  const mapping = known.data?.find((one) => one.name === name);
  const mine = running?.person === person ? running : undefined;
  return (
    <Section title={t('bringIn')} hint={t('bringInHint')}>
      {known.isPending ? (
        <Loading />
      ) : known.isError ? (
        <Failed error={known.error} reset={() => void known.refetch()} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (file && mapping) {
              begin(file, mapping.mapping, person);
            }
          }}
        >
          <Stack gap="xs">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
              <TextInput
                required
                type="file"
                label={t('file')}
                description={t('fileHint')}
                accept=".csv,.jsonl,.ndjson,.gz"
                onChange={({ currentTarget: { files } }) => choose(files?.[0])}
              />
              <Select
                required
                label={t('mapping')}
                description={
                  mapping ? t('needs', { columns: mapping.columns.join(', ') }) : t('mappingHint')
                }
                data={known.data.map((one) => ({ value: one.name, label: one.mapping.source }))}
                value={name}
                onChange={call}
              />
            </SimpleGrid>
            <Button
              type="submit"
              size="xs"
              style={{ alignSelf: 'flex-start' }}
              disabled={!file || !mapping || mine?.state === 'running'}
            >
              {t('begin')}
            </Button>
          </Stack>
        </form>
      )}
      {mine && <Course {...mine} />}
    </Section>
  );
}

function Course({ name, step, state, failure, again, stop }: Transfer) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const rows = (count: number) => count.toLocaleString(language);
  const share =
    step.at === 'reading'
      ? step.share
      : step.progress.rows === 0
        ? 1
        : (step.progress.nextRow - 1) / step.progress.rows;
  return (
    <Stack gap="xs" mt="sm">
      {state === 'running' && (
        <Progress value={share * 100} aria-label={t('progressOf', { name })} />
      )}
      <Group gap="sm" role="status">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {name}:{' '}
          {step.at === 'reading'
            ? t('reading', { percent: Math.floor(share * 100) })
            : state === 'done'
              ? t('brought', {
                  imported: rows(step.progress.imported),
                  refused: rows(step.progress.refused),
                })
              : t('rows', {
                  done: rows(step.progress.nextRow - 1),
                  all: rows(step.progress.rows),
                })}
        </Text>
        {step.at === 'sending' && step.progress.refused > 0 && (
          <Link to="/operations" search={{ refused: step.progress.id }}>
            {t('refusedCount', { count: step.progress.refused })}
          </Link>
        )}
        {state === 'running' && (
          <Button size="compact-xs" variant="default" onClick={stop}>
            {t('stop')}
          </Button>
        )}
        {(state === 'failed' || state === 'stopped') && (
          <Button size="compact-xs" variant="default" onClick={again}>
            {t('goOn')}
          </Button>
        )}
      </Group>
      {state === 'failed' && (
        <Alert color="red" role="alert" title={t('interrupted')}>
          {failure instanceof NotUnpacked
            ? t('notUnpacked')
            : `${asProblem(failure).message} ${t('goOnHint')}`}
        </Alert>
      )}
    </Stack>
  );
}
