import { useComputedColorScheme } from '@mantine/core';
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use as include, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

include([
  BarChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

export interface Colours {
  text: string;
  line: string;
  /** Of series, apart from one another for those who see few colours, too. */
  series: readonly string[];
  /** From few to many. */
  heat: readonly string[];
}

const COLOURS: Record<'light' | 'dark', Colours> = {
  light: {
    text: '#343a40',
    line: '#dee2e6',
    series: ['#1864ab', '#d9480f', '#868e96'],
    heat: ['#f1f3f5', '#74c0fc', '#1864ab'],
  },
  dark: {
    text: '#ced4da',
    line: '#424242',
    series: ['#4dabf7', '#ffa94d', '#909296'],
    heat: ['#2e2e2e', '#1971c2', '#a5d8ff'],
  },
};

export interface ChartProps {
  option: (colours: Colours) => EChartsCoreOption;
  height?: number;
  /** A bar or a point was chosen: of which series, at which place. */
  onChoose?: (series: string, place: number) => void;
}

/**
 * A picture of numbers that stand in a table beside it: hidden from those who listen to the page,
 * who have the table.
 */
export function Chart({ option, height = 240, onChoose }: ChartProps) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  }, [onChoose]);
  useEffect(() => {
    const element = place.current as HTMLDivElement;
    const made = init(element, undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', (event) =>
      choose.current?.(String(event.seriesId ?? event.seriesName), event.dataIndex),
    );
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option(COLOURS[scheme]), { notMerge: true });
  }, [option, scheme]);
  return <div ref={place} aria-hidden style={{ height, width: '100%' }} />;
}
