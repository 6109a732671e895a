import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Failed, Loading } from '../app/States';
import { useTexts } from '../app/texts';
import { Time } from '../app/time';
import classes from './Conversation.module.css';
import { Files } from './Files';
import { messages } from './messages';
import { conversation, type Message } from './queries';
import { useName } from './Values';

export function Conversation({ ticket }: { ticket: string }) {
  const t = useTexts(messages);
  const talk = useInfiniteQuery(conversation(ticket));
  return (
    <section aria-label={t('conversation')}>
      <Title order={2} size="h5" mb="xs">
        {t('conversation')}
      </Title>
      {talk.isPending ? (
        <Loading />
      ) : talk.isError ? (
        <Failed error={talk.error} reset={() => void talk.refetch()} />
      ) : (
        <Messages messages={talk.data.pages.flatMap((page) => page.items)} />
      )}
      {talk.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="xs"
          loading={talk.isFetchingNextPage}
          onClick={() => void talk.fetchNextPage()}
        >
          {t('olderMessages')}
        </Button>
      )}
    </section>
  );
}

function Messages({ messages: said }: { messages: readonly Message[] }) {
  const t = useTexts(messages);
  return said.length === 0 ? (
    <Text size="sm" c="dimmed">
      {t('noMessages')}
    </Text>
  ) : (
    <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
      {said.map((message) => (
        <Said key={message.id} message={message} />
      ))}
    </Stack>
  );
}

function Said({ message }: { message: Message }) {
  const t = useTexts(messages);
  const name = useName();
  const note = message.kind === 'note';
  return (
    <li
      className={classes.message}
      data-note={note || undefined}
      data-agent={message.byAgent || undefined}
    >
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {name(message.author)}
        </Text>
        {note ? (
          <Badge size="xs" variant="dot" color="yellow" tt="none">
            {t('note')}
          </Badge>
        ) : (
          message.byAgent && (
            <Badge size="xs" variant="dot" color="blue" tt="none">
              {t('agent')}
            </Badge>
          )
        )}
        <Time at={message.writtenAt} />
      </Group>
      {message.redaction ? (
        <Text size="sm" fs="italic">
          {t('redacted', { reason: message.redaction })}
        </Text>
      ) : (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {message.body}
        </Text>
      )}
      <Files files={message.attachments} />
    </li>
  );
}
