import { SegmentedControl } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTexts, useLanguage } from '../app/texts';
import { UNRESOLVED } from '../ticket/filters';
import type { Colours } from './Chart';
import { valueOf, type Point } from './measures';
import { messages } from './messages';
import { Panel, type Numbers } from './Panel';
import { Picture } from './Picture';
import { nameOf, type Period } from './period';
import { load, namesOf, type Grouped } from './queries';

interface LoadProps {
  period: Period;
  by: Grouped;
  group: (by: Grouped) => void;
}

/** Who has how many open tickets. */
export function Load({ period, by, group }: LoadProps) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [end, begin] = useQueries({ queries: [load(period.to, by), load(period.from, by)] });
  const ids = useMemo(
    () => (end.data ?? []).map((point) => point.group).filter((id) => id !== ''),
    [end.data],
  );
  const names = useQuery({ ...namesOf(ids), enabled: by === 'agent' && ids.length > 0 });
  const rows = useMemo(() => {
    const open = (points: readonly Point[] | undefined, id: string) =>
      valueOf(
        points?.find((point) => point.group === id),
        'open',
      ) ?? 0;
    return (end.data ?? [])
      .map(({ group: id }) => ({
        id,
        name: id === '' ? t('nobody') : (names.data?.get(id) ?? `${t('unknown')} ${id.slice(-6)}`),
        now: open(end.data, id),
        before: open(begin.data, id),
      }))
      .filter((row) => row.now > 0 || row.before > 0)
      .sort((a, b) => b.now - a.now || a.name.localeCompare(b.name, language));
  }, [end.data, begin.data, names.data, language, t]);
  const option = useMemo(
    () => (colours: Colours) => ({
      animation: false,
      grid: { left: 8, right: 24, top: 34, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemHeight: 10, textStyle: { color: colours.text } },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
      xAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: colours.text },
        splitLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ name }) => name),
        axisLabel: { color: colours.text, width: 110, overflow: 'truncate' },
        axisLine: { lineStyle: { color: colours.line } },
      },
      series: (['now', 'before'] as const).map((when) => ({
        id: when,
        name: t(when === 'now' ? 'atEnd' : 'atBegin'),
        type: 'bar',
        data: rows.map((row) => row[when]),
        color: colours.series[when === 'now' ? 0 : 2],
        barMaxWidth: 16,
      })),
    }),
    [rows, t],
  );
  const numbers: Numbers = {
    head: [t(by), t('atEnd'), t('atBegin')],
    rows: rows.map((row) => [
      { shown: row.name },
      {
        shown: row.now.toLocaleString(language),
        raw: row.now,
        tickets: ticketsOf(row.id, by),
      },
      { shown: row.before.toLocaleString(language), raw: row.before },
    ]),
  };
  return (
    <Panel
      title={t('load')}
      hint={t('loadHint')}
      asked={end.isError ? end : begin}
      numbers={numbers}
      file={`load-${by}-${nameOf(period.from)}`}
      empty={rows.length === 0}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={t('by')}
          value={by}
          onChange={(value) => group(value as Grouped)}
          data={(['agent', 'team'] as const).map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      <Picture
        option={option}
        height={70 + rows.length * 34}
        onChoose={(_, place) => {
          const row = rows[place];
          const search = row && ticketsOf(row.id, by);
          if (search) {
            void navigate({ to: '/tickets', search });
          }
        }}
      />
    </Panel>
  );
}

/** The list can ask for whoever has no agent, and not for what has no team. */
const ticketsOf = (id: string, by: Grouped): Record<string, string> | undefined =>
  by === 'agent'
    ? { assignee: id === '' ? 'none' : id, status: UNRESOLVED }
    : id === ''
      ? undefined
      : { team: id, status: UNRESOLVED };
