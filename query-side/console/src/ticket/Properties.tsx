import {
  Button,
  Group,
  Paper,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useCaller } from '../app/session';
import { useTexts } from '../app/texts';
import { useWish, type Priority, type TicketType } from './commands';
import { Links } from './Links';
import { messages } from './messages';
import { PersonSelect } from './PersonSelect';
import type { TicketView } from './queries';
import { priorities, types, useName, useOptions } from './Values';

interface PropertiesProps {
  address: string;
  ticket: TicketView;
  readOnly: boolean;
}

/** What a ticket is filed under; each change is a command of its own. */
export function Properties({ address, ticket, readOnly }: PropertiesProps) {
  const t = useTexts(messages);
  const name = useName();
  const caller = useCaller();
  const wish = useWish(address, ticket);
  const priority = useOptions('priority', priorities);
  const type = useOptions('type', types);
  const [category, setCategory] = useState(ticket.category ?? '');
  const { agent, team } = ticket.assignment;
  const classify = (
    change: Partial<{ type: TicketType; category: string | undefined; tags: string[] }>,
  ) =>
    wish.mutate({
      kind: 'classify',
      type: ticket.type as TicketType,
      category: ticket.category ?? undefined,
      tags: ticket.tags,
      version: ticket.version,
      ...change,
    });
  const watching = ticket.watchers.includes(caller.person);
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('details')}>
      <Title order={2} size="h5" mb="xs">
        {t('details')}
      </Title>
      <Stack gap="xs">
        <PersonSelect
          label={t('assignee')}
          size="xs"
          agents
          readOnly={readOnly}
          also={agent ? [{ value: agent.id, label: name(agent) }] : []}
          value={agent?.id ?? null}
          placeholder={t('nobody')}
          onChange={(id, label) =>
            id !== (agent?.id ?? null) &&
            wish.mutate({ kind: 'assign', agent: id === null ? null : { id, name: label }, team })
          }
        />
        <Select
          label={t('priority')}
          size="xs"
          readOnly={readOnly}
          data={priority}
          allowDeselect={false}
          value={ticket.priority}
          onChange={(value) =>
            value !== null && wish.mutate({ kind: 'prioritise', priority: value as Priority })
          }
        />
        <Select
          label={t('type')}
          size="xs"
          readOnly={readOnly}
          data={type}
          allowDeselect={false}
          value={ticket.type}
          onChange={(value) => value !== null && classify({ type: value as TicketType })}
        />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            classify({ category: category.trim() || undefined });
          }}
        >
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              label={t('category')}
              placeholder={t('categoryHint')}
              size="xs"
              flex={1}
              readOnly={readOnly}
              value={category}
              onChange={(event) => setCategory(event.currentTarget.value)}
            />
            {category.trim() !== (ticket.category ?? '') && (
              <Button size="xs" type="submit" loading={wish.isPending}>
                {t('save')}
              </Button>
            )}
          </Group>
        </form>
        <TagsInput
          label={t('tags')}
          placeholder={readOnly ? undefined : t('tagsHint')}
          size="xs"
          readOnly={readOnly}
          value={ticket.tags}
          onChange={(tags) => classify({ tags })}
        />
        <Links address={address} ticket={ticket} readOnly={readOnly} />
        <Group justify="space-between">
          <Text size="xs">{t('watchers', { count: ticket.watchers.length })}</Text>
          {!readOnly && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() =>
                wish.mutate({ kind: watching ? 'unwatch' : 'watch', person: caller.person })
              }
            >
              {watching ? t('unwatch') : t('watch')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
