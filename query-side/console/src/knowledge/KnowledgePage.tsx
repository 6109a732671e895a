import { Anchor, Button, Stack, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Answered } from '../app/Answered';
import { More } from '../app/More';
import { Empty } from '../app/States';
import { useTexts } from '../app/texts';
import { messages } from './messages';
import { articlesFound, articlesThere } from './queries';

const PAUSE = 250;

/** The articles that this person may read; each has a page of its own outside the console. */
export function KnowledgePage() {
  const t = useTexts(messages);
  const { q = '' } = useSearch({ strict: false }) as { q?: string };
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const ask = (words: string) =>
    void navigate({ to: '/knowledge', search: words ? { q: words } : {}, replace: true });
  const later = useDebouncedCallback((words: string) => ask(words.trim()), PAUSE);
  const found = useInfiniteQuery(articlesFound(q));
  const there = useInfiniteQuery({ ...articlesThere(), enabled: q === '' });
  const shown = q === '' ? there : found;
  const articles = shown.data?.pages.flatMap((page): readonly Shown[] => page.items) ?? [];
  const total = found.data?.pages[0]?.total.count;
  const meant = q === '' ? undefined : found.data?.pages[0]?.didYouMean;
  return (
    <Stack maw={760}>
      <Title order={1} size="h3">
        {t('knowledge')}
      </Title>
      <TextInput
        type="search"
        label={t('search')}
        description={t('start')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        maxLength={500}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          later(value);
        }}
      />
      <Text size="xs" c="dimmed" role="status">
        {q !== '' && total !== undefined && t('found', { count: total })}
      </Text>
      {meant && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            setTyped(meant);
            ask(meant);
          }}
        >
          {t('meant', { words: meant })}
        </Button>
      )}
      <Answered<unknown>
        asked={shown}
        none={
          articles.length === 0 && (
            <Empty title={t('none')}>
              <Text size="sm">{t('noneHint')}</Text>
            </Empty>
          )
        }
      >
        {() =>
          articles.map((article) => (
            <article key={article.id} lang={article.language}>
              <Anchor
                href={`/kb/${article.organisation}/articles/${article.id}`}
                target="_blank"
                rel="noopener"
                fw={600}
              >
                {article.title}
                <VisuallyHidden> ({t('newWindow')})</VisuallyHidden>
              </Anchor>
              <Text size="sm">{article.summary}</Text>
            </article>
          ))
        }
      </Answered>
      <More list={shown} />
    </Stack>
  );
}

interface Shown {
  id: string;
  organisation: string;
  language: string;
  title: string;
  summary: string;
}
