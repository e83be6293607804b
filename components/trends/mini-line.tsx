import type { SeriesBucket } from '@/lib/trends';

const BOX = { width: 72, height: 22 };

/** The path of what is known whole, broken where it isn't; nothing where there is too little to draw. */
export function miniPath(buckets: readonly Pick<SeriesBucket, 'count' | 'state'>[], { width, height } = BOX): string {
  const highest = Math.max(1, ...buckets.map(({ count }) => count ?? 0));
  let pen = 'M';
  return buckets.map(({ count, state }, n) => {
    if (count === null || state !== 'complete') {
      pen = 'M';
      return '';
    }
    const x = ((n + 0.5) / buckets.length) * width;
    const y = height - 1.5 - (count / highest) * (height - 3);
    const step = `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = 'L';
    return step;
  }).join('');
}

/** A series in a row of a list: its course, without numbers. Time runs to the right in both languages. */
export function MiniLine({ buckets }: { buckets: readonly SeriesBucket[] }) {
  return (
    <svg direction="ltr" width={BOX.width} height={BOX.height} viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-hidden="true" className="shrink-0">
      <path d={miniPath(buckets)} fill="none" stroke="var(--accent)" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
