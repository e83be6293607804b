'use client';

import dynamic from 'next/dynamic';
import { memo } from 'react';
import type { Panel } from '@/lib/dashboard';
import { untilThere } from '../ui/until-there';
import { useAtMostEvery } from '../ui/use-at-most-every';
import { useIdle } from '../ui/use-idle';

/** The chart's library weighs as much as all the rest: it comes once the page is live. */
const MentionsChart = dynamic(() => untilThere(() => import('./mentions-chart')).then((module) => module.MentionsChart), { ssr: false, loading: ChartSpace });

/** As high as the chart, so that nothing moves when it comes. */
function ChartSpace() {
  return <div className="h-44" />;
}

/** A bar that grows by one is not worth the work of drawing all of them each second. */
const DRAWN_EVERY_MS = 4_000;

interface Props {
  panel: Panel;
  /** what filter the panel is of: another one is drawn at once */
  of: string;
  /** something more urgent is still on its way */
  waits: boolean;
}

/** Drawn anew only for other numbers: it is the most that there is to draw. */
export const LazyChart = memo(function LazyChart({ panel, of, waits }: Props) {
  // the first articles at once: no total may stand beside a chart that says there are none
  const drawn = useAtMostEvery(panel, `${of} ${panel.window} ${panel.total === 0}`, DRAWN_EVERY_MS);
  const idle = useIdle(!waits);
  return (
    <div data-testid="chart" className="min-h-44">
      {idle ? <MentionsChart panel={drawn} /> : <ChartSpace />}
    </div>
  );
});
