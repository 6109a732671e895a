import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage, useTexts } from '../app/texts';
import type { Colours } from './Chart';
import { byWeekdayAndHour } from './measures';
import { messages } from './messages';
import { Panel, type Numbers } from './Panel';
import { Picture } from './Picture';
import { nameOf, type Period } from './period';
import { arrivals } from './queries';

/** A Monday; which one does not matter. */
const MONDAY = new Date(2024, 0, 1);

/** When tickets come. */
export function Arrivals({ period }: { period: Period }) {
  const t = useTexts(messages);
  const { language } = useLanguage();
  const asked = useQuery(arrivals(period));
  const counts = useMemo(() => byWeekdayAndHour(asked.data ?? []), [asked.data]);
  const most = Math.max(...counts.flat());
  const days = useMemo(
    () =>
      counts.map((_, day) =>
        new Date(+MONDAY + day * 86_400_000 + 43_200_000).toLocaleDateString(language, {
          weekday: 'short',
        }),
      ),
    [counts, language],
  );
  const option = useMemo(
    () => (colours: Colours) => ({
      animation: false,
      grid: { left: 8, right: 8, top: 8, bottom: 46, containLabel: true },
      tooltip: {
        renderMode: 'richText',
        confine: true,
        formatter: ({ value }: { value: [number, number, number] }) =>
          `${days[value[1]] ?? ''} ${value[0]}:00  ${value[2].toLocaleString(language)}`,
      },
      xAxis: {
        type: 'category',
        data: Array.from({ length: 24 }, (_, hour) => String(hour)),
        axisLabel: { color: colours.text, hideOverlap: true },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: days,
        axisLabel: { color: colours.text },
      },
      visualMap: {
        min: 0,
        max: Math.max(1, most),
        calculable: false,
        orient: 'horizontal',
        left: 'center',
        bottom: 0,
        itemHeight: 90,
        itemWidth: 12,
        text: [String(most), '0'],
        textStyle: { color: colours.text },
        inRange: { color: [...colours.heat] },
      },
      series: [
        {
          type: 'heatmap',
          data: counts.flatMap((row, day) => row.map((count, hour) => [hour, day, count])),
          itemStyle: { borderColor: colours.line, borderWidth: 0.5 },
        },
      ],
    }),
    [counts, days, most, language],
  );
  const numbers: Numbers = {
    head: [t('weekday'), ...Array.from({ length: 24 }, (_, hour) => `${hour}:00`)],
    rows: counts.map((row, day) => [
      { shown: days[day] ?? '' },
      ...row.map((count) => ({ shown: count.toLocaleString(language), raw: count })),
    ]),
  };
  return (
    <Panel
      title={t('heat')}
      hint={t('heatHint')}
      asked={asked}
      numbers={numbers}
      file={`arrivals-${nameOf(period.from)}`}
      empty={most === 0}
    >
      <Picture option={option} height={290} />
    </Panel>
  );
}
