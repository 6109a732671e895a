import { Badge, Button, Checkbox, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Answered } from '../app/Answered';
import { More } from '../app/More';
import { Empty } from '../app/States';
import { useTexts } from '../app/texts';
import { Time } from '../app/time';
import { messages } from './messages';
import { articles } from './queries';
import { stages, type Stage } from './stages';

interface ArticlesAsked {
  state?: string;
  stale?: string;
}

/** All articles with how far they have come: which ones is in the address. */
export function ArticlesPage() {
  const t = useTexts(messages);
  const asked = useSearch({ strict: false }) as ArticlesAsked;
  const navigate = useNavigate();
  const found = useInfiniteQuery(articles(asked.state, asked.stale !== undefined));
  const shown = found.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (change: ArticlesAsked) =>
    void navigate({ to: '/editing', search: { ...asked, ...change }, replace: true });
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('editing')}
        </Title>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            renderRoot={(props) => <Link to="/editing/words" {...props} />}
          >
            {t('words')}
          </Button>
          <Button size="xs" renderRoot={(props) => <Link to="/editing/new" {...props} />}>
            {t('newArticle')}
          </Button>
        </Group>
      </Group>
      <Group gap="sm" align="flex-end">
        <Select
          size="xs"
          label={t('state')}
          placeholder={t('all')}
          clearable
          data={stages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
          value={asked.state ?? null}
          onChange={(state) => show({ state: state ?? undefined })}
        />
        <Checkbox
          size="sm"
          label={t('stale')}
          checked={asked.stale !== undefined}
          onChange={({ currentTarget }) =>
            show({ stale: currentTarget.checked ? 'true' : undefined })
          }
        />
      </Group>
      <Answered
        asked={found}
        none={
          shown.length === 0 && (
            <Empty title={t('none')}>
              <Text size="sm">{t('noneHint')}</Text>
            </Empty>
          )
        }
      >
        {() => (
          <Table aria-label={t('editing')} fz="sm">
            <Table.Tbody>
              {shown.map((article) => (
                <Table.Tr key={article.id}>
                  <Table.Th scope="row" fw={500}>
                    <Link to="/editing/articles/$article" params={{ article: article.id }}>
                      <span lang={article.language}>{article.title}</span>
                    </Link>
                    <Text size="xs" c="dimmed" lang={article.language} lineClamp={1}>
                      {article.summary}
                    </Text>
                  </Table.Th>
                  <Table.Td>
                    <Badge variant="default" tt="none">
                      {article.state && t(`stage.${article.state as Stage}`)}
                    </Badge>
                  </Table.Td>
                  <Table.Td visibleFrom="sm">
                    <Time at={article.updatedAt} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Answered>
      <More list={found} />
    </Stack>
  );
}
