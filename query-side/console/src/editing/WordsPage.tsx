import {
  ActionIcon,
  Button,
  Group,
  Paper,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { newKey } from '../app/api';
import { useCaller } from '../app/session';
import { Answered } from '../app/Answered';
import { Sheet } from '../app/Sheet';
import { Empty } from '../app/States';
import { useLanguage, useTexts } from '../app/texts';
import { failure } from '../app/told';
import { audiences, type Audience } from './ArticleFields';
import { messages } from './messages';
import {
  addCategory,
  addSynonyms,
  categories,
  removeCategory,
  removeSynonyms,
  synonyms,
  unanswered,
} from './queries';
import { flat, wordsOf } from './stages';

/** What articles are found by: their categories, words alike, and what nobody found. */
export function WordsPage() {
  const t = useTexts(messages);
  return (
    <Stack gap="sm" maw={900}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('words')}
        </Title>
        <Link to="/editing">{t('toList')}</Link>
      </Group>
      <Categories />
      <Synonyms />
      <Unanswered />
    </Stack>
  );
}

const useDecides = (): boolean => {
  const { roles } = useCaller();
  return roles.includes('lead') || roles.includes('admin');
};

function useChange<T>(change: (wish: T) => Promise<unknown>, done?: () => void) {
  const t = useTexts(messages);
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      done?.();
      return cache.invalidateQueries({ queryKey: ['editing'] });
    },
    onError: failure(t('failed')),
  });
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
      {children}
    </Paper>
  );
}

interface RowProps {
  name: string;
  note?: string;
  depth?: number;
  remove?: () => void;
}

function Row({ name, note, depth = 0, remove }: RowProps) {
  const t = useTexts(messages);
  return (
    <Group component="li" justify="space-between" wrap="nowrap" py={2} pl={depth * 20}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {name}{' '}
        <Text component="span" size="xs" c="dimmed">
          {note}
        </Text>
      </Text>
      {remove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('removeOf', { name })}
          onClick={remove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

interface AddingProps {
  adding: boolean;
  enough?: boolean;
  add: () => void;
  children: ReactNode;
}

function Adding({ adding, enough = true, add, children }: AddingProps) {
  const t = useTexts(messages);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Group gap="xs" align="flex-end">
        {children}
        <Button size="xs" type="submit" disabled={!enough} loading={adding}>
          {t('add')}
        </Button>
      </Group>
    </form>
  );
}

const LIST = { listStyle: 'none', padding: 0, margin: '8px 0' } as const;
const UNNAMED = { en: '', de: '', parent: '', audience: 'public' as Audience };

function Categories() {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const decides = useDecides();
  const asked = useQuery(categories(language));
  const [wanted, want] = useState(UNNAMED);
  const add = useChange(
    () =>
      addCategory(
        {
          names: Object.fromEntries(
            (['en', 'de'] as const)
              .map((one) => [one, wanted[one].trim()])
              .filter(([, name]) => name !== ''),
          ),
          parent: wanted.parent || undefined,
          visibility: { audience: wanted.audience },
        },
        newKey(),
      ),
    () => want(UNNAMED),
  );
  const remove = useChange(removeCategory);
  const nodes = flat(asked.data ?? []);
  return (
    <Part title={t('categories')}>
      <Answered asked={asked} none={nodes.length === 0 && <Empty title={t('noCategories')} />}>
        {() => (
          <ul style={LIST}>
            {nodes.map(({ node, depth }) => (
              <Row
                key={node.id}
                name={node.name}
                depth={depth}
                note={t('articles', { count: node.articles })}
                remove={decides ? () => remove.mutate(node.id) : undefined}
              />
            ))}
          </ul>
        )}
      </Answered>
      {decides && (
        <Adding adding={add.isPending} add={() => add.mutate(undefined)}>
          <TextInput
            size="xs"
            required
            label={t('nameIn')}
            value={wanted.en}
            onChange={({ currentTarget: { value } }) => want({ ...wanted, en: value })}
          />
          <TextInput
            size="xs"
            label={t('nameDe')}
            value={wanted.de}
            onChange={({ currentTarget: { value } }) => want({ ...wanted, de: value })}
          />
          <Select
            size="xs"
            label={t('below')}
            placeholder={t('top')}
            clearable
            data={nodes.map(({ node }) => ({ value: node.id, label: node.name }))}
            value={wanted.parent || null}
            onChange={(parent) => want({ ...wanted, parent: parent ?? '' })}
          />
          <Select
            size="xs"
            label={t('audience')}
            allowDeselect={false}
            data={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
            value={wanted.audience}
            onChange={(value) => value && want({ ...wanted, audience: value as Audience })}
          />
        </Adding>
      )}
    </Part>
  );
}

function Synonyms() {
  const t = useTexts(messages);
  const decides = useDecides();
  const asked = useQuery(synonyms());
  const [typed, type] = useState('');
  const words = wordsOf(typed);
  const add = useChange(
    () => addSynonyms(words, newKey()),
    () => type(''),
  );
  const remove = useChange(removeSynonyms);
  return (
    <Part title={t('synonyms')} hint={t('synonymsHint')}>
      <Answered asked={asked} none={asked.data?.length === 0 && <Empty title={t('noSynonyms')} />}>
        {(all) => (
          <ul style={LIST}>
            {all.map((alike) => (
              <Row
                key={alike.id}
                name={alike.words.join(', ')}
                remove={decides ? () => remove.mutate(alike.id) : undefined}
              />
            ))}
          </ul>
        )}
      </Answered>
      {decides && (
        <Adding adding={add.isPending} enough={words.length > 1} add={() => add.mutate(undefined)}>
          <TextInput
            size="xs"
            flex={1}
            label={t('sought')}
            value={typed}
            onChange={({ currentTarget: { value } }) => type(value)}
          />
        </Adding>
      )}
    </Part>
  );
}

function Unanswered() {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const asked = useQuery(unanswered());
  return (
    <Part title={t('unanswered')} hint={t('unansweredHint')}>
      <Answered
        asked={asked}
        none={asked.data?.length === 0 && <Empty title={t('noUnanswered')} />}
      >
        {(searches) => (
          <Sheet label={t('unanswered')} heads={[t('sought'), t('searched')]}>
            {searches.map(({ words, unanswered: count }) => (
              <Table.Tr key={words}>
                <Table.Th scope="row" fw={400}>
                  {words}
                </Table.Th>
                <Table.Td>{count.toLocaleString(language)}</Table.Td>
              </Table.Tr>
            ))}
          </Sheet>
        )}
      </Answered>
    </Part>
  );
}
