'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { BucketWidth, ArticlePage } from '@/lib/trends';
import { webUrl } from '../feed/web-url';
import { formatMoment } from '../ui/format';
import { CloseIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import type { PlotSeries } from './plot-series';
import { articlesPath, feedAddress } from './questions';
import type { Row } from './rows';
import { Swatch } from './swatch';
import { bucketText } from './texts';
import { useAsked } from './use-asked';
import type { TrendsView } from './view';

interface Props {
  view: TrendsView;
  row: Row;
  series: readonly PlotSeries[];
  bucket: BucketWidth;
  tz: string;
  onSeries(key: string): void;
  onClose(): void;
}

const SHOWN = 12;
const AGAIN_MS = 20_000;

/** The articles of a bucket that was clicked: of one series at a time. */
export function BucketArticles({ view, row, series, bucket, tz, onSeries, onClose }: Props) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = series.find(({ key }) => key === view.of) ?? series[0];
  const name = chosen && chosen.key !== 'all' ? chosen.key : null;
  const times = { from: row.start, to: row.end };
  const { value, current, failure } = useAsked<ArticlePage>(articlesPath(view.filter, name, times, SHOWN), AGAIN_MS);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [row.start]);
  const items = current ? (value?.items ?? []) : [];
  return (
    <section data-testid="trends-articles" aria-labelledby="trends-articles-title" className="mt-4 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 id="trends-articles-title" ref={heading} tabIndex={-1} className="text-sm font-semibold">
          {t('articlesOf', { time: bucketText(row.start, row.end, bucket, locale, tz) })}
        </h3>
        {series.length > 1 ? series.map((one) => (
          <button key={one.key} type="button" aria-pressed={one.key === chosen?.key} onClick={() => onSeries(one.key)} className="flex min-h-6 items-center gap-1.5 rounded-full border border-line px-2 text-xs text-soft hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent">
            <Swatch slot={one.slot} />
            <bdi>{one.name}</bdi>
          </button>
        )) : null}
        <a href={feedAddress(view.filter, name, times)} data-testid="trends-to-feed" className="ms-auto text-sm text-accent underline underline-offset-4">
          {t('inFeed')}
        </a>
        <button type="button" onClick={onClose} aria-label={t('closeArticles')} className="grid size-7 place-items-center rounded text-faint hover:text-ink">
          <CloseIcon />
        </button>
      </div>
      {failure ? <p className="py-2 text-sm text-bad">{t('failed', { reason: failure })}</p> : null}
      {current && items.length === 0 ? <p className="py-2 text-sm text-soft">{t('noArticles')}</p> : null}
      <ul className="mt-2 grid gap-x-6 lg:grid-cols-2">
        {items.map((item) => {
          const url = webUrl(item.url);
          return (
            <li key={item.id} data-id={item.id} className="flex min-w-0 flex-col border-t border-line py-1.5">
              <span dir={item.dir} lang={item.lang ?? undefined} className="line-clamp-2 font-medium">
                {url ? (
                  <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="hover:text-accent hover:underline hover:underline-offset-4">
                    {item.title}
                  </a>
                ) : item.title}
              </span>
              <span className="text-xs text-faint">
                <bdi>{item.publisher.name}</bdi> · {formatMoment(item.sortAt, locale, tz)}
              </span>
            </li>
          );
        })}
      </ul>
      {value?.next && current ? <p className="pt-1 text-xs text-faint">{t('moreInFeed')}</p> : null}
    </section>
  );
}
