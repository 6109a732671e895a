import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage, useTexts } from '../app/texts';
import type { Colours } from './Chart';
import { compared, duration, valueOf, type Point } from './measures';
import { messages } from './messages';
import { Panel, type Cell, type Numbers } from './Panel';
import { Picture } from './Picture';
import { endOf, nameOf, type Period } from './period';
import { measured, type Measure } from './queries';

interface Series {
  /** Of the values of a point. */
  name: string;
  label: keyof typeof messages.en;
  kind: 'bar' | 'line';
  /** Of the period before. */
  before?: boolean;
}

type Unit = 'count' | 'seconds' | 'share';

const SHAPES: Record<Measure, { unit: Unit; series: readonly Series[]; counted?: string }> = {
  volume: {
    unit: 'count',
    series: [
      { name: 'opened', label: 'opened', kind: 'bar' },
      { name: 'resolved', label: 'resolved', kind: 'bar' },
      { name: 'opened', label: 'openedBefore', kind: 'line', before: true },
    ],
  },
  backlog: { unit: 'count', series: course('open', 'open') },
  firstResponse: { unit: 'seconds', series: course('meanSeconds', 'mean'), counted: 'count' },
  resolution: { unit: 'seconds', series: course('meanSeconds', 'mean'), counted: 'count' },
  reopenRate: { unit: 'share', series: course('rate', 'reopenRate'), counted: 'resolved' },
};

function course(name: string, label: Series['label']): readonly Series[] {
  return [
    { name, label, kind: 'line' },
    { name, label: 'before', kind: 'line', before: true },
  ];
}

/** How a measure went, beside how it went in the period before. */
export function Course({ measure, period }: { measure: Measure; period: Period }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const asked = useQuery(measured(measure, period));
  const { unit, series, counted } = SHAPES[measure];
  const { now, before } = useMemo(
    () => compared(asked.data ?? [], period.from),
    [asked.data, period.from],
  );
  const days = useMemo(
    () => now.map((point) => dayTold(new Date(point.from), period, language)),
    [now, period, language],
  );
  const option = useMemo(() => {
    const of = ({ before: past }: Series) => (past ? before : now);
    // Hours make round numbers on an axis.
    const scale = unit === 'seconds' ? 3_600 : 1;
    const drawn = (value: number | null) => (value === null ? null : value / scale);
    const measuredAs = (value: unknown) => (typeof value === 'number' ? value * scale : null);
    return (colours: Colours) => ({
      animation: false,
      grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemHeight: 10, textStyle: { color: colours.text } },
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        confine: true,
        valueFormatter: (value: unknown) => told(measuredAs(value), unit, language),
      },
      xAxis: {
        type: 'category',
        data: days,
        axisLabel: { color: colours.text, hideOverlap: true },
        axisLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: 'value',
        minInterval: unit === 'count' ? 1 : 0,
        axisLabel: {
          color: colours.text,
          formatter: (value: number) => onAxis(value, unit, language),
        },
        splitLine: { lineStyle: { color: colours.line } },
      },
      series: series.map((one, at) => ({
        id: `${one.name}${one.before ? 'Before' : ''}`,
        name: t(one.label),
        type: one.kind,
        data: days.map((_, place) => drawn(valueOf(of(one)[place], one.name))),
        color: colours.series[one.before ? 2 : at],
        lineStyle: { type: one.before ? 'dashed' : 'solid', width: 2 },
        symbol: one.before ? 'none' : 'circle',
        symbolSize: 5,
        connectNulls: true,
        barMaxWidth: 22,
        cursor: one.name === 'opened' && !one.before ? 'pointer' : 'default',
      })),
    });
  }, [now, before, days, series, unit, language, t]);
  const numbers = useMemo<Numbers>(
    () => ({
      head: [
        t('time'),
        ...series.map(({ label }) => t(label)),
        ...(counted === undefined ? [] : [t(counted === 'count' ? 'tickets' : 'resolved')]),
      ],
      rows: now.map((point, place) => [
        { shown: days[place] ?? '', raw: nameOf(new Date(point.from)) },
        ...series.map((one): Cell => {
          const value = valueOf((one.before ? before : now)[place], one.name);
          const opened = one.name === 'opened' && !one.before;
          return {
            shown: told(value, unit, language),
            raw: value,
            tickets: opened ? openedIn(point, period) : undefined,
          };
        }),
        ...(counted === undefined ? [] : [counting(point, counted, language)]),
      ]),
    }),
    [now, before, days, series, counted, unit, period, language, t],
  );
  return (
    <Panel
      title={t(measure)}
      hint={t(`${measure}Hint`)}
      asked={asked}
      numbers={numbers}
      file={`${measure}-${nameOf(period.from)}`}
      empty={[...now, ...before].every((point) =>
        series.every(({ name }) => !valueOf(point, name)),
      )}
    >
      <Picture
        option={option}
        onChoose={(name, place) => {
          const point = now[place];
          if (name === 'opened' && point !== undefined) {
            void navigate({ to: '/tickets', search: openedIn(point, period) });
          }
        }}
      />
    </Panel>
  );
}

const counting = (point: Point, name: string, language: string): Cell => {
  const value = valueOf(point, name);
  return { shown: told(value, 'count', language), raw: value };
};

const openedIn = (point: Point, period: Period): Record<string, string> => ({
  createdFrom: new Date(point.from).toISOString(),
  createdTo: endOf(new Date(point.from), period).toISOString(),
});

const dayTold = (day: Date, { interval }: Period, language: string): string =>
  day.toLocaleDateString(
    language,
    interval === 'day' ? { day: 'numeric', month: 'short' } : { month: 'short', year: 'numeric' },
  );

function told(value: number | null | undefined, unit: Unit, language: string): string {
  if (value === null || value === undefined) {
    return '–';
  }
  return unit === 'seconds'
    ? duration(value, language)
    : value.toLocaleString(
        language,
        unit === 'share' ? { style: 'percent', maximumFractionDigits: 1 } : {},
      );
}

const onAxis = (value: number, unit: Unit, language: string): string =>
  unit === 'seconds'
    ? value.toLocaleString(language, { style: 'unit', unit: 'hour', unitDisplay: 'short' })
    : told(value, unit, language);
