import { Checkbox, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../app/texts';
import { Time } from '../app/time';
import { messages } from './messages';
import type { TicketItem } from './queries';
import classes from './TicketRows.module.css';
import { Priority, Status, useName } from './Values';

interface Rows {
  tickets: readonly TicketItem[];
  /** They stay so when a change takes them out of the list. */
  selected: ReadonlyMap<string, TicketItem>;
  select: (tickets: ReadonlyMap<string, TicketItem>) => void;
  selectable: boolean;
  /** Asks for the next page; null when there is none, or it is on its way. */
  more: (() => void) | null;
}

const ROW = 62;
/** So many rows before the end the next page is asked for. */
const AHEAD = 15;

/** A list of any length, of which only what is seen is in the page. */
export function TicketRows({ tickets, selected, select, selectable, more }: Rows) {
  const t = useTexts(messages);
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(-1);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: tickets.length,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => tickets[index]?.id ?? index,
  });
  const seen = rows.getVirtualItems();
  const last = seen[seen.length - 1]?.index ?? 0;
  useEffect(() => {
    if (more !== null && last >= tickets.length - AHEAD) {
      more();
    }
  }, [last, tickets.length, more]);

  const toggle = (ticket: TicketItem) => {
    const next = new Map(selected);
    if (!next.delete(ticket.id)) {
      next.set(ticket.id, ticket);
    }
    select(next);
  };
  const move = (by: number) => {
    const next = Math.max(0, Math.min(tickets.length - 1, active + by));
    setActive(next);
    rows.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-row="${next}"] a`)?.focus({
        preventScroll: true,
      }),
    );
  };
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
    [
      'Enter',
      () => {
        const ticket = tickets[active];
        // A link that has the focus opens by itself.
        if (ticket !== undefined && document.activeElement === document.body) {
          void navigate({ to: `/tickets/${ticket.number}` });
        }
      },
      { preventDefault: false },
    ],
    [
      'x',
      () => {
        const ticket = tickets[active];
        if (selectable && ticket !== undefined) {
          toggle(ticket);
        }
      },
    ],
  ]);

  return (
    <ul ref={list} className={classes.list} style={{ height: rows.getTotalSize() }}>
      {seen.map((row) => {
        const ticket = tickets[row.index];
        return (
          ticket && (
            <li
              key={row.key}
              data-row={row.index}
              data-index={row.index}
              ref={rows.measureElement}
              aria-setsize={more === null ? tickets.length : -1}
              aria-posinset={row.index + 1}
              className={classes.row}
              data-active={row.index === active || undefined}
              style={{ transform: `translateY(${row.start - top}px)` }}
              onFocus={() => setActive(row.index)}
            >
              {selectable && (
                <Checkbox
                  size="xs"
                  aria-label={t('select', { number: ticket.number })}
                  checked={selected.has(ticket.id)}
                  onChange={() => toggle(ticket)}
                />
              )}
              <Row ticket={ticket} />
            </li>
          )
        );
      })}
    </ul>
  );
}

function Row({ ticket }: { ticket: TicketItem }) {
  const t = useTexts(messages);
  const name = useName();
  return (
    <div className={classes.cells}>
      <div className={classes.about}>
        <Link to={`/tickets/${ticket.number}`} className={classes.link}>
          {ticket.subject}
        </Link>
        <Text size="xs" c="dimmed" truncate component="div">
          {ticket.number} · {name(ticket.requester)}
          {ticket.category && ` · ${ticket.category}`}
          {ticket.tags.map((tag) => ` #${tag}`)}
        </Text>
      </div>
      <Group gap="md" wrap="nowrap" className={classes.facts}>
        <Status is={ticket.status} />
        <span className={classes.priority}>
          <Priority is={ticket.priority} />
        </span>
        <Text size="xs" className={classes.agent} truncate>
          {ticket.assignment.agent ? name(ticket.assignment.agent) : t('nobody')}
        </Text>
        <span className={classes.time}>
          <Time at={ticket.updatedAt} />
        </span>
      </Group>
    </div>
  );
}
