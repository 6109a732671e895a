import { Anchor, Badge, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Failed, Loading } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { useRoom } from '../live/room';
import { Editor } from './Editor';
import { messages } from './messages';
import { oneArticle, type Article } from './queries';
import type { Stage } from './stages';
import { Steps } from './Steps';
import { Versions } from './Versions';

/** One article at its newest revision: its text, its way to readers, its versions. */
export function ArticlePage() {
  const { article } = useParams({ strict: false }) as { article: string };
  useRoom(`article:${article}`);
  const asked = useQuery(oneArticle(article));
  return asked.isPending ? (
    <Loading />
  ) : asked.isError ? (
    <Failed error={asked.error} reset={() => void asked.refetch()} />
  ) : (
    <Shown key={article} article={asked.data} />
  );
}

function Shown({ article }: { article: Article }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const { work } = article;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <Title order={1} size="h3" lang={article.language} style={{ overflowWrap: 'anywhere' }}>
          {article.title}
        </Title>
        <Group gap="md">
          {work?.published !== undefined && (
            <Anchor
              href={`/kb/${article.organisation}/articles/${article.id}`}
              target="_blank"
              rel="noopener"
            >
              {t('read')}
              <VisuallyHidden> ({t('newWindow')})</VisuallyHidden>
            </Anchor>
          )}
          <Link to="/editing">{t('toList')}</Link>
        </Group>
      </Group>
      <Group gap="sm">
        {work && (
          <Badge variant="default" tt="none">
            {t(`stage.${work.state as Stage}`)}
          </Badge>
        )}
        <Text size="sm">
          {t('revision', { revision: article.revision })}.{' '}
          {work?.published === undefined
            ? t('unpublished')
            : t('publishedIs', { revision: work.published })}
          {work?.scheduledAt !== undefined &&
            `. ${t('scheduledFor', {
              revision: work.scheduledRevision ?? article.revision,
              at: new Date(work.scheduledAt).toLocaleString(language),
            })}`}
          {work?.reviewReason && `. ${t('reviewReason', { reason: work.reviewReason })}`}
        </Text>
      </Group>
      <Steps article={article} />
      <Editor article={article} />
      <Versions article={article} />
    </Stack>
  );
}
