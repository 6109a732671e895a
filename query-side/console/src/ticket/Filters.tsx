import {
  Button,
  Collapse,
  Group,
  MultiSelect,
  Select,
  SimpleGrid,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../app/texts';
import { joined, listOf, type Filter } from './filters';
import { messages } from './messages';
import { PersonSelect } from './PersonSelect';
import { priorities, statuses, useOptions } from './Values';

const PAUSE = 300;
const sorts = ['-updatedAt', '-openedAt', 'openedAt', '-priority'] as const;

export function Filters({ filter, show }: { filter: Filter; show: (next: Filter) => void }) {
  const t = useTexts(messages);
  const [open, { toggle }] = useDisclosure(false);
  const status = useOptions('status', statuses);
  const priority = useOptions('priority', priorities);
  const sort = useOptions('sort', sorts);
  const set = (change: Filter) => show({ ...filter, ...change });
  return (
    <div>
      <Group align="flex-end" gap="xs">
        <Typed
          key={filter.subject ?? ''}
          label={t('subjectHas')}
          value={filter.subject}
          set={(subject) => set({ subject })}
        />
        <Select
          label={t('sort')}
          size="xs"
          w={150}
          data={sort}
          allowDeselect={false}
          value={filter.sort ?? '-updatedAt'}
          onChange={(value) =>
            set({ sort: value === '-updatedAt' ? undefined : (value ?? undefined) })
          }
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={15} aria-hidden />}
          aria-expanded={open}
          onClick={toggle}
        >
          {t('filters')}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => show({})}>
          {t('clear')}
        </Button>
      </Group>
      <Collapse in={open}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
          <MultiSelect
            label={t('status')}
            size="xs"
            data={status}
            value={listOf(filter.status)}
            onChange={(values) => set({ status: joined(values) })}
          />
          <MultiSelect
            label={t('priority')}
            size="xs"
            data={priority}
            value={listOf(filter.priority)}
            onChange={(values) => set({ priority: joined(values) })}
          />
          <PersonSelect
            label={t('assignee')}
            size="xs"
            also={[
              { value: 'me', label: t('me') },
              { value: 'none', label: t('nobody') },
            ]}
            value={filter.assignee ?? null}
            onChange={(assignee) => set({ assignee: assignee ?? undefined })}
            placeholder={t('anybody')}
          />
          <PersonSelect
            label={t('requester')}
            size="xs"
            also={[{ value: 'me', label: t('me') }]}
            value={filter.requester ?? null}
            onChange={(requester) => set({ requester: requester ?? undefined })}
            placeholder={t('anybody')}
          />
          <Typed
            key={`category ${filter.category ?? ''}`}
            label={t('category')}
            placeholder={t('categoryHint')}
            value={filter.category}
            set={(category) => set({ category })}
          />
          <TagsInput
            label={t('tags')}
            size="xs"
            value={listOf(filter.tags)}
            onChange={(values) => set({ tags: joined(values) })}
          />
        </SimpleGrid>
      </Collapse>
    </div>
  );
}

interface TypedProps {
  label: string;
  placeholder?: string;
  value: string | undefined;
  set: (value: string | undefined) => void;
}

/** Follows what is typed after a pause, and at once on Enter. */
function Typed({ label, placeholder, value, set }: TypedProps) {
  const [text, setText] = useState(value ?? '');
  const later = useDebouncedCallback((next: string) => set(next.trim() || undefined), PAUSE);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      size="xs"
      maxLength={255}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}
