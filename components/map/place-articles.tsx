'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { ArticleItem } from '@/lib/article';
import type { FilterQuery } from '@/lib/events';
import { toSearchParams } from '@/lib/filter-address';
import type { ArticlePage } from '@/lib/trends';
import { webUrl } from '../feed/web-url';
import { ask } from '../ui/ask';
import { Button, buttonClass } from '../ui/button';
import { CloseIcon } from '../ui/icons';
import { RelativeTime } from '../ui/relative-time';
import { apiParams } from './use-map-counts';

const SHOWN = 20;

interface Props {
  /** the filter, narrowed to the place and the hour that are looked at */
  query: FilterQuery;
  name: string;
  /** whether the place is in the filter already */
  chosen: boolean;
  onFilter(): void;
  onClose(): void;
}

/** The newest articles of what was clicked on the map, without leaving it. */
export function PlaceArticles({ query, name, chosen, onFilter, onClose }: Props) {
  const t = useTranslations('map');
  const { items, failure } = useArticles(query);
  const heading = useRef<HTMLHeadingElement>(null);
  // it stands above the list, which may be scrolled far down
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, [name]);
  return (
    <section data-testid="map-articles" aria-label={t('articlesOf', { name })} className="flex flex-col gap-2 border-b border-line p-4">
      <div className="flex items-start justify-between gap-2">
        <h2 ref={heading} tabIndex={-1} className="text-base font-semibold">
          <bdi>{name}</bdi>
        </h2>
        <button type="button" onClick={onClose} aria-label={t('close')} className="grid size-7 shrink-0 place-items-center rounded text-soft hover:bg-sunken hover:text-ink">
          <CloseIcon />
        </button>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onFilter}>{chosen ? t('removeFilter') : t('addFilter')}</Button>
        <a href={`/?${toSearchParams(query).toString()}`} className={buttonClass('quiet')}>
          {t('openFeed')}
        </a>
      </div>
      {failure ? <p className="text-sm text-bad">{t('articlesFailed', { reason: failure })}</p> : null}
      {items?.length === 0 ? <p className="text-sm text-soft">{t('noArticles')}</p> : null}
      <ol className="flex flex-col" aria-live="polite" aria-busy={items === null}>
        {(items ?? []).map((item) => (
          <ArticleLine key={item.id} item={item} />
        ))}
      </ol>
    </section>
  );
}

function ArticleLine({ item }: { item: ArticleItem }) {
  const t = useTranslations('feed');
  const url = webUrl(item.url);
  return (
    <li data-article={item.id} className="border-b border-line/60 py-1.5 last:border-0">
      <p className="flex flex-wrap gap-x-1.5 text-xs text-faint">
        <bdi className="font-medium text-soft">{item.publisher.name}</bdi>
        <span aria-hidden="true">·</span>
        <RelativeTime iso={item.sortAt} hint={(time) => t('published', { time })} />
      </p>
      <p dir={item.dir} lang={item.lang ?? undefined} className="text-sm font-medium text-pretty">
        {url ? (
          <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={t('opensSource')} className="hover:text-accent hover:underline hover:underline-offset-4">
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </p>
    </li>
  );
}

interface Found {
  address: string;
  items: ArticleItem[] | null;
  failure: string | null;
}

function useArticles(query: FilterQuery): Omit<Found, 'address'> {
  const address = `/api/v1/articles?${apiParams(query, { limit: String(SHOWN) }).toString()}`;
  const [found, setFound] = useState<Found>({ address: '', items: null, failure: null });
  useEffect(() => {
    let ended = false;
    void ask<ArticlePage>(address).then((answer) => {
      if (ended) return;
      setFound({ address, items: answer.outcome === 'done' ? answer.value.items : null, failure: answer.outcome === 'failed' ? answer.reason : null });
    });
    return () => {
      ended = true;
    };
  }, [address]);
  return found.address === address ? found : { items: null, failure: null };
}
