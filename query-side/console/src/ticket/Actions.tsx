import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCaller } from '../app/session';
import { useTexts } from '../app/texts';
import { ActionForm, type Asked } from './ActionForm';
import { useWish, type Wish } from './commands';
import { messages } from './messages';
import type { TicketView } from './queries';

/** What may come next from where a ticket stands; the command side has the last word. */
const NEXT: Record<string, readonly (Asked | 'work' | 'resume')[]> = {
  new: ['resolve', 'work', 'hold', 'close', 'merge', 'link', 'split'],
  open: ['resolve', 'work', 'hold', 'close', 'merge', 'link', 'split'],
  in_progress: ['resolve', 'hold', 'close', 'merge', 'link', 'split'],
  pending: ['resume', 'resolve', 'close', 'merge', 'link', 'split'],
  resolved: ['reopen', 'close', 'link'],
  closed: ['reopen', 'link'],
  merged: [],
};

const LABELS = {
  resolve: 'resolve',
  work: 'startWork',
  hold: 'hold',
  resume: 'resume',
  close: 'close',
  reopen: 'reopen',
  merge: 'merge',
  link: 'linkTo',
  split: 'split',
} as const;

interface ActionsProps {
  address: string;
  ticket: TicketView;
  /** What is beside them. */
  children?: ReactNode;
}

export function Actions({ address, ticket, children }: ActionsProps) {
  const t = useTexts(messages);
  const caller = useCaller();
  const wish = useWish(address, ticket);
  const [asked, setAsked] = useState<Asked>();
  const next = NEXT[ticket.status] ?? [];
  const [first, ...others] = next;
  const begin = (what: Asked | 'work' | 'resume') =>
    what === 'work' || what === 'resume' ? wish.mutate({ kind: what }) : setAsked(what);
  const mine = ticket.assignment.agent?.id === caller.person;
  return (
    <Group gap="xs">
      {children}
      {!mine && first !== undefined && (
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            wish.mutate({
              kind: 'assign',
              agent: { id: caller.person, name: t('me') },
              team: ticket.assignment.team,
            })
          }
        >
          {t('assignToMe')}
        </Button>
      )}
      {first !== undefined && (
        <Button size="xs" onClick={() => begin(first)}>
          {t(LABELS[first])}
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {t('actions')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((what) => (
              <Menu.Item key={what} onClick={() => begin(what)}>
                {t(LABELS[what])}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {asked !== undefined && (
        <ActionForm
          asked={asked}
          ticket={ticket}
          close={() => setAsked(undefined)}
          send={(what: Wish) => wish.mutateAsync(what)}
        />
      )}
    </Group>
  );
}
