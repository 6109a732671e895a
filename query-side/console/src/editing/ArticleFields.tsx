import { Select, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../app/texts';
import { messages } from './messages';
import { categories } from './queries';
import { flat } from './stages';

export const audiences = ['public', 'requesters', 'agents'] as const;
export type Audience = (typeof audiences)[number];

export interface Fields {
  title: string;
  language: string;
  summary: string;
  body: string;
  category: string;
  tags: string[];
  audience: Audience;
}

interface ArticleFieldsProps {
  fields: Fields;
  write: (change: Partial<Fields>) => void;
}

/** What an article says, and to whom. */
export function ArticleFields({ fields, write }: ArticleFieldsProps) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const known = useQuery(categories(language));
  return (
    <Stack gap="xs">
      <TextInput
        required
        label={t('title')}
        lang={fields.language}
        maxLength={255}
        value={fields.title}
        onChange={({ currentTarget: { value } }) => write({ title: value })}
      />
      <TextInput
        label={t('summary')}
        lang={fields.language}
        maxLength={500}
        value={fields.summary}
        onChange={({ currentTarget: { value } }) => write({ summary: value })}
      />
      <Textarea
        required
        label={t('body')}
        lang={fields.language}
        autosize
        minRows={10}
        maxRows={26}
        styles={{ input: { fontFamily: 'monospace' } }}
        value={fields.body}
        onChange={({ currentTarget: { value } }) => write({ body: value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <TextInput
          required
          label={t('language')}
          placeholder={t('languageHint')}
          maxLength={20}
          value={fields.language}
          onChange={({ currentTarget: { value } }) => write({ language: value })}
        />
        <Select
          label={t('category')}
          placeholder={t('noCategory')}
          clearable
          data={flat(known.data ?? []).map(({ node, depth }) => ({
            value: node.id,
            label: `${'\u2003'.repeat(depth)}${node.name}`,
          }))}
          value={fields.category || null}
          onChange={(category) => write({ category: category ?? '' })}
        />
        <TagsInput label={t('tags')} value={fields.tags} onChange={(tags) => write({ tags })} />
        <Select
          label={t('audience')}
          allowDeselect={false}
          data={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
          value={fields.audience}
          onChange={(audience) => audience && write({ audience: audience as Audience })}
        />
      </SimpleGrid>
    </Stack>
  );
}
