'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { Panel } from '@/lib/dashboard';

/** The chart's library weighs as much as all the rest: it comes once the feed is on the screen. */
const MentionsChart = dynamic(() => import('./mentions-chart').then((module) => module.MentionsChart), { ssr: false, loading: ChartSpace });

/** As high as the chart, so that nothing moves when it comes. */
function ChartSpace() {
  return <div className="h-44" />;
}

export function LazyChart({ panel }: { panel: Panel }) {
  const painted = useFeedPainted();
  return (
    <div data-testid="chart" className="min-h-44">
      {painted ? <MentionsChart panel={panel} /> : <ChartSpace />}
    </div>
  );
}

function useFeedPainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => setPainted(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return painted;
}
