import { Box } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ChartProps } from './Chart';

const Chart = lazy(() => import('./Chart').then((module) => ({ default: module.Chart })));

/** A chart, for whose library the numbers beside it do not wait. */
export function Picture(props: ChartProps) {
  return (
    <Suspense fallback={<Box h={props.height ?? 240} />}>
      <Chart {...props} />
    </Suspense>
  );
}
