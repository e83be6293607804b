'use client';

import dynamic from 'next/dynamic';
import { untilThere } from '../ui/until-there';
import type { PlotProps } from './trends-plot';

/** Recharts comes once the page is on the screen, as in lazy-chart. */
const TrendsPlot = dynamic(() => untilThere(() => import('./trends-plot')).then((module) => module.TrendsPlot), { ssr: false, loading: () => null });

/** As high as it will be from the beginning, so that nothing moves when it comes. */
export function LazyTrendsPlot(props: PlotProps) {
  return (
    <div style={{ blockSize: props.frame.height }} data-testid="trends-plot">
      <TrendsPlot {...props} />
    </div>
  );
}
