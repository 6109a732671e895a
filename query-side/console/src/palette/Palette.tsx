import { Button, Group, Modal, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { areas } from '../app/areas';
import { asProblem } from '../app/problem';
import { seesAll, useCaller } from '../app/session';
import { useLanguage, useTexts } from '../app/texts';
import { messages } from './messages';
import classes from './Palette.module.css';
import { completed, completions, foundArticles, foundTickets } from './queries';

interface Entry {
  key: string;
  group: string;
  label: string;
  detail?: string;
  lang?: string;
  pick: () => void;
  /** What Tab takes; the others are opened. */
  completes?: boolean;
}

const PAUSE = 180;

/** Search over everything, and the way to every page, from every page. */
export function Palette({ close }: { close: () => void }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const caller = useCaller();
  const navigate = useNavigate();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ q: '', at: 0 });
  const [active, setActive] = useState(0);
  const [asked] = useDebouncedValue(typed, PAUSE);
  const q = asked.q.trim();
  const tickets = useQuery(foundTickets(q));
  const articles = useQuery(foundArticles(q));
  const offered = useQuery(completions(asked.q, asked.at));

  const put = (next: { q: string; at: number }) => {
    setTyped(next);
    setActive(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.at, next.at);
    });
  };
  const go = (to: string, search: Record<string, string> = {}) => {
    close();
    void navigate({ to, search });
  };
  const below = seesAll(caller) ? '/tickets' : '/portal';
  const words = typed.q.trim().toLowerCase();
  const fresh = offered.data !== undefined && asked.q === typed.q;
  const entries: Entry[] = [
    ...(q !== '' && !tickets.isError ? (tickets.data?.items ?? []) : []).map((ticket) => ({
      key: ticket.id,
      group: t('tickets'),
      label: ticket.subject,
      detail: ticket.number,
      pick: () => go(`${below}/${ticket.number}`),
    })),
    ...(q !== '' && !articles.isError ? (articles.data?.items ?? []) : []).map((article) => ({
      key: article.id,
      group: t('articles'),
      label: article.title,
      detail: article.summary,
      lang: article.language,
      pick: () => {
        close();
        window.open(`/kb/${article.organisation}/articles/${article.id}`, '_blank', 'noopener');
      },
    })),
    ...(fresh ? offered.data.items : []).map((item) => ({
      key: `completion ${item.label}`,
      group: t('completions'),
      label: item.label,
      completes: true,
      pick: () => put(completed(typed.q, item)),
    })),
    ...areas
      .flatMap((area) => area.places ?? [])
      .filter((place) => place.shown(caller))
      .filter((place) => place.label[language].toLowerCase().includes(words))
      .map((place) => ({
        key: place.to,
        group: t('places'),
        label: place.label[language],
        pick: () => go(place.to, place.search),
      })),
  ];
  const chosen = Math.min(active, entries.length - 1);

  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && entries.length > 0) {
      event.preventDefault();
      setActive((chosen + by + entries.length) % entries.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      entries[chosen]?.pick();
    } else if (event.key === 'Tab' && !event.shiftKey) {
      const first = entries.find((entry) => entry.completes);
      if (first !== undefined) {
        event.preventDefault();
        first.pick();
      }
    }
  };

  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      size="lg"
      padding="sm"
      yOffset="10vh"
      aria-label={t('search')}
    >
      <TextInput
        ref={field}
        data-autofocus
        aria-label={t('search')}
        placeholder={t('placeholder')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={500}
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={entries.length > 0 ? `${list}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed.q}
        onChange={({ currentTarget: { value, selectionStart } }) => {
          setTyped({ q: value, at: selectionStart ?? value.length });
          setActive(0);
        }}
        onKeyDown={keys}
      />
      {tickets.isError && q !== '' && (
        <Fault q={q} error={tickets.error} put={(text) => put({ q: text, at: text.length })} />
      )}
      <div id={list} role="listbox" aria-label={t('search')} className={classes.list}>
        {entries.map((entry, place) => (
          <div key={entry.key} role="presentation">
            {entry.group !== entries[place - 1]?.group && (
              <Text size="xs" c="dimmed" mt="xs" px={8} aria-hidden>
                {entry.group}
              </Text>
            )}
            <div
              id={`${list}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === chosen}
              className={classes.option}
              lang={entry.lang}
              ref={(element) => {
                if (place === chosen) {
                  element?.scrollIntoView({ block: 'nearest' });
                }
              }}
              onMouseMove={() => setActive(place)}
              onClick={entry.pick}
              onKeyDown={keys}
            >
              <VisuallyHidden>{entry.group}: </VisuallyHidden>
              <Text component="span" size="sm" truncate>
                {entry.label}
              </Text>
              {entry.detail && (
                <Text component="span" size="xs" c="dimmed" truncate className={classes.detail}>
                  {entry.detail}
                </Text>
              )}
            </div>
          </div>
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="xs" role="status">
        {q === ''
          ? t('hint')
          : entries.length === 0 && tickets.isSuccess && articles.isSuccess
            ? t('nothing')
            : t('moved')}
      </Text>
    </Modal>
  );
}

interface FaultProps {
  q: string;
  error: unknown;
  put: (q: string) => void;
}

/** What is wrong with a query, where, and what may have been meant. */
function Fault({ q, error, put }: FaultProps) {
  const t = useTexts(messages);
  const problem = asProblem(error);
  const from = problem.number('from');
  const to = problem.number('to');
  const meant = problem.text('didYouMean');
  if (from === undefined || to === undefined) {
    return (
      <Text size="sm" c="red" role="alert" mt="xs">
        {problem.message}
      </Text>
    );
  }
  return (
    <div role="alert" className={classes.fault}>
      <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }} aria-hidden>
        {q.slice(0, from)}
        <mark className={classes.mark}>{q.slice(from, to) || ' '}</mark>
        {q.slice(to)}
      </Text>
      <Group gap="xs">
        <Text size="sm">{t('fault', { part: q.slice(from, to), detail: problem.message })}</Text>
        {meant !== undefined && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => put(completed(q, { from, to, text: meant }).q)}
          >
            {t('put', { text: meant })}
          </Button>
        )}
      </Group>
    </div>
  );
}
