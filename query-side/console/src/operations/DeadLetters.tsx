import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Answered } from '../app/Answered';
import { Sheet } from '../app/Sheet';
import { Empty } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { Time } from '../app/time';
import { failure, success } from '../app/told';
import { messages } from './messages';
import { deadLetters, evict, retry, type DeadLetter } from './queries';
import { Section } from './Section';

/** What a view could not apply, and what may be done about it. */
export function DeadLetters({ name }: { name: string }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const cache = useQueryClient();
  const asked = useQuery(deadLetters(name));
  const [givenUp, giveUp] = useState<DeadLetter>();
  const settled = () => cache.invalidateQueries({ queryKey: ['operations'] });
  const again = useMutation({
    mutationFn: (letter: DeadLetter) => retry(name, letter.position),
    onSuccess: (applied) => success(t('applied', { count: applied })),
    onError: failure(t('retry')),
    onSettled: settled,
  });
  const away = useMutation({
    mutationFn: (letter: DeadLetter) => evict(name, letter.position),
    onSuccess: () => giveUp(undefined),
    onError: failure(t('evict')),
    onSettled: settled,
  });
  return (
    <Section
      title={t('lettersIn', { name })}
      hint={t('lettersHint')}
      beside={
        <Link to="/operations" search={{}}>
          {t('close')}
        </Link>
      }
    >
      <Answered asked={asked} none={asked.data?.length === 0 && <Empty title={t('noLetters')} />}>
        {(letters) => (
          <Sheet
            label={t('lettersIn', { name })}
            heads={(['position', 'what', 'cause', 'parked', 'actions'] as const).map((head) =>
              t(head),
            )}
            minWidth={640}
          >
            {letters.map((letter) => (
              <Table.Tr key={`${letter.position} ${letter.stream}`}>
                <Table.Td>{letter.position.toLocaleString(language)}</Table.Td>
                <Table.Td>
                  {letter.type}
                  <Text size="xs" ff="monospace">
                    {letter.stream}
                  </Text>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{letter.cause}</Table.Td>
                <Table.Td>
                  <Time at={letter.parkedAt} />
                </Table.Td>
                <Table.Td>
                  <Group gap={4} wrap="nowrap">
                    <Button
                      size="compact-xs"
                      variant="default"
                      loading={again.isPending && again.variables === letter}
                      onClick={() => again.mutate(letter)}
                    >
                      {t('retry')}
                    </Button>
                    <Button size="compact-xs" variant="default" onClick={() => giveUp(letter)}>
                      {t('evict')}
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Sheet>
        )}
      </Answered>
      <Modal
        opened={givenUp !== undefined}
        onClose={() => giveUp(undefined)}
        title={t('evictSure')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          <Text size="sm">{t('evictHint', { position: givenUp?.position ?? 0, name })}</Text>
          <Button
            color="red"
            loading={away.isPending}
            onClick={() => givenUp && away.mutate(givenUp)}
          >
            {t('evict')}
          </Button>
        </Stack>
      </Modal>
    </Section>
  );
}
