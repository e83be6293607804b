'use client';

import dynamic from 'next/dynamic';
import type { Panel } from '@/lib/dashboard';

/** The chart's library weighs as much as all the rest: it comes once the page is live. */
const MentionsChart = dynamic(() => import('./mentions-chart').then((module) => module.MentionsChart), { ssr: false, loading: ChartSpace });

/** As high as the chart, so that nothing moves when it comes. */
function ChartSpace() {
  return <div className="h-44" />;
}

interface Props {
  panel: Panel;
  /** something more urgent is still on its way */
  waits: boolean;
}

export function LazyChart({ panel, waits }: Props) {
  return (
    <div data-testid="chart" className="min-h-44">
      {waits ? <ChartSpace /> : <MentionsChart panel={panel} />}
    </div>
  );
}
