import { Anchor, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Asked } from '../app/api';
import { Failed } from '../app/States';
import { useTexts } from '../app/texts';
import { messages } from './messages';
import { similarTo } from './queries';
import { Status } from './Values';

export function Similar({ ticket }: { ticket: string }) {
  const found = useQuery(similarTo(ticket));
  return found.isError ? (
    <Failed error={found.error} reset={() => void found.refetch()} />
  ) : found.data ? (
    <SimilarLists answer={found.data} to="/tickets" />
  ) : (
    <Skeleton h={120} />
  );
}

interface SimilarListsProps {
  answer: Asked['SimilarAnswer'];
  /** Below which address a ticket is opened. */
  to: string;
}

export function SimilarLists({ answer, to }: SimilarListsProps) {
  const t = useTexts(messages);
  return (
    <>
      <Paper withBorder p="sm" component="section" aria-label={t('similar')}>
        <Title order={2} size="h5" mb="xs">
          {t('similar')}
        </Title>
        <Stack gap="xs">
          {answer.tickets.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('noSimilar')}
            </Text>
          )}
          {answer.tickets.map((one) => (
            <div key={one.id}>
              <Link to={`${to}/${one.number}`}>{one.subject}</Link>
              <Text size="xs" c="dimmed" component="div">
                {one.number} · {t('likeness', { percent: Math.round(one.likeness * 100) })}{' '}
                <Status is={one.status} />
              </Text>
            </div>
          ))}
        </Stack>
      </Paper>
      <Paper withBorder p="sm" component="section" aria-label={t('articles')}>
        <Title order={2} size="h5" mb="xs">
          {t('articles')}
        </Title>
        <Stack gap="xs">
          {answer.articles.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('noArticles')}
            </Text>
          )}
          {answer.articles.map((article) => (
            <div key={article.id} lang={article.language}>
              <Anchor
                href={`/kb/${article.organisation}/articles/${article.id}`}
                target="_blank"
                rel="noopener"
              >
                {article.title}
              </Anchor>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {article.summary}
              </Text>
            </div>
          ))}
        </Stack>
      </Paper>
    </>
  );
}
