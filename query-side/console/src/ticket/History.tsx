import { Button, Paper, Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed, Loading } from '../app/States';
import { useTexts } from '../app/texts';
import { Time } from '../app/time';
import { messages } from './messages';
import { history } from './queries';

/** What happened, as the log says it; for those who may read the log. */
export function History({ ticket }: { ticket: string }) {
  const t = useTexts(messages);
  const [asked, setAsked] = useState(false);
  const events = useQuery({ ...history(ticket), enabled: asked });
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('history')}>
      <Title order={2} size="h5" mb="xs">
        {t('history')}
      </Title>
      {!asked ? (
        <Button size="xs" variant="default" onClick={() => setAsked(true)}>
          {t('showHistory')}
        </Button>
      ) : events.isPending ? (
        <Loading />
      ) : events.isError ? (
        <Failed error={events.error} reset={() => void events.refetch()} />
      ) : (
        <Timeline bulletSize={10} lineWidth={2}>
          {events.data.items.map((event) => (
            <Timeline.Item key={event.position} title={<Text size="sm">{spoken(event.type)}</Text>}>
              <Time at={event.occurredAt} />
            </Timeline.Item>
          ))}
        </Timeline>
      )}
    </Paper>
  );
}

/** The log's own names, with spaces: they are its language and are not translated. */
export const spoken = (type: string): string =>
  type.replace(
    /([a-z])([A-Z])/g,
    (_, end: string, begin: string) => `${end} ${begin.toLowerCase()}`,
  );
