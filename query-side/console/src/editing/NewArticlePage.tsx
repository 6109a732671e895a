import { Alert, Button, SimpleGrid, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDraft } from '../app/draft';
import { asProblem } from '../app/problem';
import { useLanguage, useTexts } from '../app/texts';
import { ArticleFields, type Fields } from './ArticleFields';
import { messages } from './messages';
import { Preview } from './Preview';
import { draft } from './queries';

const NOTHING = { body: '', html: '' };

/** An article that nobody has written yet; what is typed is kept until it is saved. */
export function NewArticlePage() {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { content, key, write, discard } = useDraft<Fields>('article.new', {
    title: '',
    language,
    summary: '',
    body: '',
    category: '',
    tags: [],
    audience: 'public',
  });
  const save = useMutation({
    mutationFn: () => {
      const { audience, category, ...rest } = content;
      return draft({ ...rest, category: category || undefined, visibility: { audience } }, key);
    },
    onSuccess: async ({ id }) => {
      discard();
      void cache.invalidateQueries({ queryKey: ['editing'] });
      await navigate({ to: '/editing/articles/$article', params: { article: id } });
    },
  });
  return (
    <Stack gap="sm">
      <Title order={1} size="h3">
        {t('newArticle')}
      </Title>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <Stack gap="sm">
            <ArticleFields fields={content} write={write} />
            {save.isError && (
              <Alert color="red" role="alert" title={t('failed')}>
                {asProblem(save.error).message}
              </Alert>
            )}
            <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
              {t('create')}
            </Button>
          </Stack>
        </form>
        <Preview text={content.body} language={content.language} saved={NOTHING} />
      </SimpleGrid>
    </Stack>
  );
}
