import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../app/api';
import { useCaller } from '../app/session';
import { useTexts } from '../app/texts';
import { failure } from '../app/told';
import { messages } from './messages';
import { take, type Article } from './queries';
import { demands, stepsFrom, type Step, type StepKind } from './stages';

/** How an article goes on from where it is. */
export function Steps({ article }: { article: Article }) {
  const t = useTexts(messages);
  const cache = useQueryClient();
  const { roles } = useCaller();
  const [asking, ask] = useState<StepKind>();
  const [said, say] = useState('');
  const step = useMutation({
    mutationFn: (wish: Step) => take(article.id, wish, newKey()),
    onSuccess: () => {
      ask(undefined);
      say('');
      return cache.invalidateQueries({ queryKey: ['editing'] });
    },
    onError: failure(t('failed')),
  });
  const decides = roles.includes('lead') || roles.includes('admin');
  const { work } = article;
  const next = work ? stepsFrom(work.state, work.published !== undefined, decides) : [];
  const begin = (kind: StepKind) =>
    demands(kind) === undefined ? step.mutate({ kind } as Step) : ask(kind);
  return (
    <Group gap="xs" role="group" aria-label={t('steps')}>
      {next.map((kind, place) => (
        <Button
          key={kind}
          size="xs"
          variant={place === 0 ? 'filled' : 'default'}
          loading={step.isPending && step.variables.kind === kind}
          disabled={step.isPending && step.variables.kind !== kind}
          onClick={() => begin(kind)}
        >
          {t(`step.${kind}`)}
        </Button>
      ))}
      <Modal
        opened={asking !== undefined}
        onClose={() => ask(undefined)}
        title={asking && t(`step.${asking}`)}
        closeButtonProps={{ 'aria-label': t('cancelStep') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (asking !== undefined) {
              step.mutate(
                (demands(asking) === 'time'
                  ? { kind: asking, at: new Date(said).toISOString() }
                  : { kind: asking, reason: said }) as Step,
              );
            }
          }}
        >
          <Stack>
            {asking !== undefined && demands(asking) === 'time' ? (
              <TextInput
                required
                data-autofocus
                type="datetime-local"
                label={t('at')}
                value={said}
                onChange={({ currentTarget: { value } }) => say(value)}
              />
            ) : (
              <Textarea
                required
                data-autofocus
                autosize
                minRows={2}
                maxLength={500}
                label={t('reason')}
                value={said}
                onChange={({ currentTarget: { value } }) => say(value)}
              />
            )}
            <Button type="submit" loading={step.isPending}>
              {t('go')}
            </Button>
          </Stack>
        </form>
      </Modal>
    </Group>
  );
}
