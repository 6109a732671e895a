import { Alert, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDraft } from '../app/draft';
import { asProblem } from '../app/problem';
import { useTexts } from '../app/texts';
import { success } from '../app/told';
import { ArticleFields, type Audience, type Fields } from './ArticleFields';
import { messages } from './messages';
import { Preview } from './Preview';
import { edit, type Article } from './queries';

interface Typed extends Partial<Fields> {
  reason?: string;
  /** Of the article when the first change was typed: who saves over another's change is told. */
  version?: number;
}

const NOTHING: Typed = {};

/** What is typed is kept until it is saved as a revision of its own. */
export function Editor({ article }: { article: Article }) {
  const t = useTexts(messages);
  const cache = useQueryClient();
  const { content, key, write, discard } = useDraft<Typed>(`article.${article.id}`, NOTHING);
  const fields: Fields = {
    title: article.title,
    language: article.language,
    summary: article.summary,
    body: article.body,
    category: article.category ?? '',
    tags: article.tags,
    audience: (article.work?.audience as Audience | undefined) ?? 'agents',
    ...content,
  };
  const changed = content.version !== undefined;
  const put = (change: Typed) =>
    write({ ...change, version: content.version ?? article.version ?? 0 });
  const save = useMutation({
    mutationFn: () =>
      edit(
        article.id,
        {
          title: fields.title,
          language: fields.language,
          summary: fields.summary,
          body: fields.body,
          category: fields.category || undefined,
          tags: fields.tags,
          visibility: {
            audience: fields.audience,
            organisations:
              fields.audience === 'requesters' ? article.work?.organisations : undefined,
          },
          reason: content.reason || undefined,
        },
        content.version ?? article.version ?? 0,
        key,
      ),
    onSuccess: async ({ revision }) => {
      await cache.invalidateQueries({ queryKey: ['editing'] });
      discard();
      success(t('saved', { revision }));
    },
  });
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="sm">
          <ArticleFields fields={fields} write={put} />
          <TextInput
            label={t('reason')}
            placeholder={t('reasonHint')}
            maxLength={500}
            value={content.reason ?? ''}
            onChange={({ currentTarget: { value } }) => put({ reason: value })}
          />
          {save.isError && (
            <Alert color="red" role="alert" title={t('failed')}>
              {asProblem(save.error).message}
            </Alert>
          )}
          <Group gap="xs">
            <Button type="submit" loading={save.isPending} disabled={!changed}>
              {t('save')}
            </Button>
            {changed && (
              <Button variant="subtle" onClick={discard}>
                {t('discard')}
              </Button>
            )}
            <Text size="xs" role="status">
              {t(changed ? 'unsaved' : 'upToDate')}
            </Text>
          </Group>
        </Stack>
      </form>
      <Preview text={fields.body} language={fields.language} saved={article} />
    </SimpleGrid>
  );
}
