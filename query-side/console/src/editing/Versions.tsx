import { Button, Group, Paper, Select, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, type Asked } from '../app/api';
import { Answered } from '../app/Answered';
import { Failed } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { failure } from '../app/told';
import { messages } from './messages';
import { difference, revisions, take, type Article } from './queries';

/** Two revisions side by side, word by word, and a way back to the earlier one. */
export function Versions({ article }: { article: Article }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const cache = useQueryClient();
  const all = useQuery(revisions(article.id));
  const [chosen, choose] = useState<{ from?: string; to?: string }>({});
  const newest = article.revision;
  const from = Number(chosen.from ?? Math.max(1, newest - 1));
  const to = Number(chosen.to ?? newest);
  const changes = useQuery({ ...difference(article.id, from, to), enabled: from !== to });
  const restore = useMutation({
    mutationFn: () => take(article.id, { kind: 'restore', revision: from }, newKey()),
    onSuccess: () => {
      choose({});
      return cache.invalidateQueries({ queryKey: ['editing'] });
    },
    onError: failure(t('failed')),
  });
  const options = (all.data ?? []).map(({ revision, writtenAt, author, reason }) => ({
    value: String(revision),
    label: [
      t('revision', { revision }),
      author?.name,
      new Date(writtenAt).toLocaleDateString(language),
      reason,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('versions')}>
      <Title order={2} size="h5" mb="xs">
        {t('versions')}
      </Title>
      <Answered asked={all} none={newest === 1 && <Text size="sm">{t('oneVersion')}</Text>}>
        {() => (
          <>
            <Group gap="xs" align="flex-end" mb="sm">
              {(['from', 'to'] as const).map((end) => (
                <Select
                  key={end}
                  size="xs"
                  w={260}
                  maw="100%"
                  label={t(end)}
                  allowDeselect={false}
                  data={options}
                  value={String(end === 'from' ? from : to)}
                  onChange={(value) => value && choose({ ...chosen, [end]: value })}
                />
              ))}
              {from < newest && (
                <Button
                  size="xs"
                  variant="default"
                  loading={restore.isPending}
                  onClick={() => restore.mutate()}
                >
                  {t('restore', { revision: from })}
                </Button>
              )}
            </Group>
            {changes.isError ? (
              <Failed error={changes.error} reset={() => void changes.refetch()} />
            ) : changes.data ? (
              <section aria-label={t('difference', { from, to })} lang={article.language}>
                {(['title', 'summary', 'body'] as const).map((part) => (
                  <Text
                    key={part}
                    size="sm"
                    fw={part === 'title' ? 600 : 400}
                    mb="xs"
                    style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
                  >
                    {changes.data[part].map((piece, place) => (
                      <Piece key={place} {...piece} />
                    ))}
                  </Text>
                ))}
              </section>
            ) : null}
          </>
        )}
      </Answered>
    </Paper>
  );
}

/** Struck out or underlined as well as coloured, for those who do not see the colour. */
const Piece = ({ kind, text }: Asked['DifferencePiece']) =>
  kind === 'removed' ? (
    <del style={{ background: 'var(--docket-fault)' }}>{text}</del>
  ) : kind === 'added' ? (
    <ins style={{ background: 'var(--docket-agent)' }}>{text}</ins>
  ) : (
    text
  );
