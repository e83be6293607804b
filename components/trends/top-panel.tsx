'use client';

import { useTranslations } from 'next-intl';
import type { BucketWidth, Mover, SeriesAnswer, SeriesBy, TopAnswer, TopOrder } from '@/lib/trends';
import { formatNumber } from '../ui/format';
import { useKindName } from '../ui/kind-name';
import { distinctNames } from '../ui/place-names';
import { useUiLocale } from '../ui/use-locale';
import { MiniLine } from './mini-line';
import { seriesPath, topPath, type Times } from './questions';
import { seriesName } from './texts';
import { useAsked } from './use-asked';
import { MOST_SERIES, type TrendsView } from './view';

interface Props {
  by: Exclude<SeriesBy, 'region'>;
  view: TrendsView;
  times: Times;
  bucket: BucketWidth;
  tz: string;
  onToggle(key: string): void;
  /** in place of what is compared */
  onCompare(keys: readonly string[]): void;
}

const AGAIN_MS = 30_000;
const ROWS = 8;
const SIDE_BY_SIDE = 4;

/** A place that is compared counts what lies within it, as the filter does. */
export const comparedKey = ({ key }: Pick<Mover, 'key'>): string => key.replace(/^place:/u, 'region:');

/** The most mentioned, or those that gained or lost most: each with its course, and a click away from the chart. */
export function TopPanel({ by, view, times, bucket, tz, onToggle, onCompare }: Props) {
  const t = useTranslations('trends');
  const kindName = useKindName();
  const locale = useUiLocale();
  const { value, failure } = useAsked<TopAnswer>(topPath(view.filter, times, by, view.order, ROWS), AGAIN_MS);
  const items = value?.items ?? [];
  const keys = items.map(({ key }) => key);
  const lines = useAsked<SeriesAnswer>(keys.length === 0 ? null : seriesPath({ filter: view.filter, series: keys }, times, bucket, tz), AGAIN_MS);
  const bucketsOf = new Map(lines.value?.series.map(({ key, buckets }) => [key, buckets]));
  const placeNames = distinctNames(items.map((item) => ({ ...item, kind: item.kind ?? 'city' })), locale, kindName);
  const nameOf = (item: Mover) => (by === 'place' ? (placeNames.get(item.id) ?? item.id) : seriesName(item.key, item.label, locale, ''));
  const highest = Math.max(1, ...items.map(({ count, before }) => (view.order === 'lost' ? before : count)));
  const nothingBefore = items.every(({ before }) => before === 0);
  return (
    <section className="trends-card" aria-label={t(`tops.${by}`)} data-testid={`trends-top-${by}`}>
      <div className="mb-2 flex items-baseline justify-between gap-2">
        <h3 className="text-sm font-semibold">{t(`tops.${by}`)}</h3>
        {items.length > 1 ? (
          <button type="button" onClick={() => onCompare(keys.slice(0, SIDE_BY_SIDE))} className="min-h-6 rounded px-1.5 text-xs text-accent hover:underline hover:underline-offset-4">
            {t('compareTop', { count: Math.min(SIDE_BY_SIDE, items.length) })}
          </button>
        ) : null}
      </div>
      {failure ? <p className="text-sm text-bad">{t('failed', { reason: failure })}</p> : null}
      {value && items.length === 0 ? <p className="text-sm text-soft">{t(`topEmpty.${view.order}`)}</p> : null}
      <ol className="flex flex-col text-sm">
        {items.map((item) => (
          <TopRow
            key={item.key}
            item={item}
            name={nameOf(item)}
            percent={((view.order === 'lost' ? item.before : item.count) / highest) * 100}
            nothingBefore={nothingBefore}
            compared={view.series.includes(comparedKey(item))}
            full={view.series.length >= MOST_SERIES}
            order={view.order}
            line={<MiniLine buckets={bucketsOf.get(item.key) ?? []} />}
            onToggle={() => onToggle(comparedKey(item))}
          />
        ))}
      </ol>
      {items.length > 0 && nothingBefore ? <p className="pt-2 text-xs text-faint">{t('nothingBefore')}</p> : null}
    </section>
  );
}

interface RowProps {
  item: Mover;
  name: string;
  percent: number;
  nothingBefore: boolean;
  compared: boolean;
  full: boolean;
  order: TopOrder;
  line: React.ReactNode;
  onToggle(): void;
}

function TopRow({ item, name, percent, nothingBefore, compared, full, order, line, onToggle }: RowProps) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  return (
    <li data-key={item.key} data-count={item.count} data-before={item.before}>
      <button
        type="button"
        aria-pressed={compared}
        disabled={full && !compared}
        onClick={onToggle}
        title={compared ? t('uncompare', { name }) : t('compare', { name })}
        className="group grid w-full grid-cols-[minmax(0,1fr)_3.25rem_4rem] sm:grid-cols-[minmax(0,1fr)_auto_3.25rem_4rem] items-center gap-x-3 rounded px-1.5 py-1 text-start hover:bg-sunken aria-pressed:bg-accent-soft"
      >
        <span className="min-w-0">
          <bdi className="block truncate group-hover:underline group-hover:underline-offset-4 group-aria-pressed:font-semibold">{name}</bdi>
          <span aria-hidden="true" className="mt-0.5 block h-0.5 rounded bg-line">
            <span className="block h-full rounded bg-accent" style={{ inlineSize: `${percent}%` }} />
          </span>
        </span>
        <span className="max-sm:hidden">{line}</span>
        <span className="text-end tabular-nums">{formatNumber(item.count, locale)}</span>
        <Change item={item} silent={nothingBefore && order === 'count'} />
      </button>
    </li>
  );
}

/** Against the equally long time before: how many more or fewer. */
function Change({ item: { count, before }, silent }: { item: Mover; silent: boolean }) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  const change = count - before;
  if (silent) return <span />;
  const number = formatNumber(Math.abs(change), locale);
  const said = change === 0 ? t('asBefore') : change > 0 ? t('more', { number, before }) : t('fewer', { number, before });
  const tone = change > 0 ? 'text-live' : change < 0 ? 'text-bad' : 'text-faint';
  return (
    <span title={said} className={`text-end text-xs tabular-nums ${tone}`}>
      <span aria-hidden="true" dir="ltr">
        {change > 0 ? '▲ ' : change < 0 ? '▼ ' : '= '}
        {change === 0 ? '' : number}
      </span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
