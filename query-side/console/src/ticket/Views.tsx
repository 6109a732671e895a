import { Button, Text, VisuallyHidden } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { seesAll, useCaller } from '../app/session';
import { Failed } from '../app/States';
import { useTexts } from '../app/texts';
import { useNews } from '../live/room';
import { isSame, viewOf, views, type Filter, type View } from './filters';
import { messages } from './messages';
import { ticketCount } from './queries';
import { ViewMenu } from './ViewMenu';
import { ViewName } from './ViewName';
import classes from './Views.module.css';
import { savedAs, savedViews } from './savedViews';

const NAMES = Object.keys(views) as View[];

/** Counts are asked for again this often at most, in milliseconds: half a second for each view. */
const SHORTEST_PAUSE = 5_000;
const PAUSE_A_VIEW = 500;

interface ViewsProps {
  filter: Filter;
  /** Where what happens to tickets is told. */
  room: string;
  /** Whether to count: what is in the list comes first. */
  counted: boolean;
}

/** Where work is found: the views that everybody has and one's own, each with what is in it. */
export function Views({ filter, room, counted }: ViewsProps) {
  const t = useTexts(messages);
  const cache = useQueryClient();
  const [saving, setSaving] = useState(false);
  const mayOwn = seesAll(useCaller());
  const asked = useQuery({ ...savedViews(), enabled: mayOwn });
  const own = asked.data?.views ?? [];
  const pause = Math.max(SHORTEST_PAUSE, PAUSE_A_VIEW * (NAMES.length + own.length));
  useNews(room, pause, () => void cache.invalidateQueries({ queryKey: ['counts'] }));
  const saved = savedAs(own, filter);
  const usual = saved === undefined ? viewOf(filter) : undefined;
  const isNew = saved === undefined && !NAMES.some((name) => isSame(views[name], filter));
  return (
    <nav aria-label={t('views')} className={classes.views}>
      <ul className={classes.list}>
        {NAMES.map((name) => (
          <Entry
            key={name}
            name={t(name)}
            filter={{ ...views[name], sort: usual && filter.sort }}
            here={name === usual}
            counted={counted}
          />
        ))}
        {own.map((view, place) => (
          <Entry
            key={view.id}
            name={view.name}
            filter={view.filter}
            here={view === saved}
            counted={counted}
          >
            <ViewMenu view={view} place={place} last={own.length - 1} present={filter} />
          </Entry>
        ))}
      </ul>
      {asked.isError && <Failed error={asked.error} reset={() => void asked.refetch()} />}
      {/* Before one's own are known, what is shown may be one of them. */}
      {mayOwn && asked.isSuccess && isNew && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          leftSection={<IconDeviceFloppy size={15} aria-hidden />}
          onClick={() => setSaving(true)}
        >
          {t('saveView')}
        </Button>
      )}
      {saving && <ViewName filter={filter} close={() => setSaving(false)} />}
    </nav>
  );
}

interface EntryProps {
  name: string;
  filter: Filter;
  here: boolean;
  counted: boolean;
  children?: ReactNode;
}

function Entry({ name, filter, here, counted, children }: EntryProps) {
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (here) {
      entry.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [here]);
  return (
    <li ref={entry} className={classes.view} data-here={here || undefined}>
      <Link
        to="/tickets"
        search={filter as Record<string, string>}
        className={classes.link}
        title={name}
        aria-current={here ? 'page' : undefined}
      >
        <span className={classes.name}>{name}</span>
        {counted && <Count filter={filter} />}
      </Link>
      {children}
    </li>
  );
}

function Count({ filter }: { filter: Filter }) {
  const t = useTexts(messages);
  const { data } = useQuery(ticketCount(filter));
  return (
    data !== undefined && (
      <>
        <Text component="span" size="xs" c="dimmed" fw={400} aria-hidden>
          {t(data.more ? 'manyMore' : 'number', { count: data.count })}
        </Text>
        <VisuallyHidden>
          {t(data.more ? 'moreTickets' : 'countOf', { count: data.count })}
        </VisuallyHidden>
      </>
    )
  );
}
