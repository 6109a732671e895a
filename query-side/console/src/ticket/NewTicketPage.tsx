import {
  Alert,
  Button,
  Grid,
  Group,
  Select,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDraft } from '../app/draft';
import { asProblem } from '../app/problem';
import { useTexts } from '../app/texts';
import { success } from '../app/told';
import { open, type Priority, type TicketType } from './commands';
import { FileDrop, type Uploaded } from './FileDrop';
import { messages } from './messages';
import { PersonSelect } from './PersonSelect';
import { changed, similarToDraft } from './queries';
import { SimilarLists } from './Similar';
import { priorities, types, useOptions } from './Values';

interface Fields {
  subject: string;
  description: string;
  requester: { id: string; name: string } | null;
  priority: Priority;
  type: TicketType;
  category: string;
  tags: string[];
  files: readonly Uploaded[];
}

const NOTHING: Fields = {
  subject: '',
  description: '',
  requester: null,
  priority: 'medium',
  type: 'request',
  category: '',
  tags: [],
  files: [],
};

const PAUSE = 500;

export const NewTicketPage = () => <NewTicket to="/tickets" asAgent />;

/** A form for agents, and a shorter one for those who ask for help. */
export function NewTicket({ to, asAgent }: { to: string; asAgent: boolean }) {
  const t = useTexts(messages);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const priority = useOptions('priority', priorities);
  const type = useOptions('type', types);
  const { content, key, write, discard } = useDraft<Fields>('new', NOTHING);
  const [words] = useDebouncedValue(`${content.subject}\n${content.description}`, PAUSE);
  const [subject = '', ...description] = words.split('\n');
  const similar = useQuery(similarToDraft(subject, description.join('\n')));
  const opening = useMutation({
    mutationFn: () =>
      open(
        {
          subject: content.subject,
          description: content.description,
          attachments: content.files.map((file) => file.id),
          type: content.type,
          ...(asAgent && {
            requester: content.requester?.id,
            priority: content.priority,
            category: content.category.trim() || undefined,
            tags: content.tags,
          }),
        },
        key,
      ),
    onSuccess: async (answer) => {
      discard();
      success(t('created', { number: answer.number }));
      void changed(cache);
      await navigate({ to: `${to}/${answer.number}` });
    },
  });
  return (
    <>
      <Title order={1} size="h3" mb="md">
        {t('newTicket')}
      </Title>
      <Grid gutter="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              opening.mutate();
            }}
          >
            <Stack>
              <TextInput
                label={t('subject')}
                required
                maxLength={255}
                value={content.subject}
                onChange={(event) => write({ subject: event.currentTarget.value })}
              />
              <FileDrop
                files={content.files}
                add={(file) => write(({ files }) => ({ files: [...files, file] }))}
                remove={(id) =>
                  write(({ files }) => ({ files: files.filter((file) => file.id !== id) }))
                }
              >
                <Textarea
                  label={t('description')}
                  autosize
                  minRows={6}
                  value={content.description}
                  onChange={(event) => write({ description: event.currentTarget.value })}
                />
              </FileDrop>
              <Select
                label={t('type')}
                data={type}
                allowDeselect={false}
                value={content.type}
                onChange={(value) => value !== null && write({ type: value as TicketType })}
              />
              {asAgent && (
                <>
                  <PersonSelect
                    label={t('forWhom')}
                    also={
                      content.requester
                        ? [{ value: content.requester.id, label: content.requester.name }]
                        : []
                    }
                    value={content.requester?.id ?? null}
                    onChange={(id, name) =>
                      write({ requester: id === null ? null : { id, name: name ?? '' } })
                    }
                  />
                  <Select
                    label={t('priority')}
                    data={priority}
                    allowDeselect={false}
                    value={content.priority}
                    onChange={(value) => value !== null && write({ priority: value as Priority })}
                  />
                  <TextInput
                    label={t('category')}
                    placeholder={t('categoryHint')}
                    value={content.category}
                    onChange={(event) => write({ category: event.currentTarget.value })}
                  />
                  <TagsInput
                    label={t('tags')}
                    placeholder={t('tagsHint')}
                    value={content.tags}
                    onChange={(tags) => write({ tags })}
                  />
                </>
              )}
              {opening.isError && (
                <Alert color="red" role="alert" title={t('unsent')}>
                  {asProblem(opening.error).message}
                </Alert>
              )}
              <Group justify="flex-end">
                <Button type="submit" loading={opening.isPending}>
                  {t('create')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack aria-live="polite">
            <Title order={2} size="h5">
              {t('suggestions')}
            </Title>
            {similar.data ? (
              <SimilarLists answer={similar.data} to={to} />
            ) : (
              <Text size="sm" c="dimmed">
                {t('suggestionsHint')}
              </Text>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
