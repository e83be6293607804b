'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import type { ArticleItem } from '@/lib/article';
import { PinIcon } from '../ui/icons';
import { useKindName } from '../ui/kind-name';
import { distinctNames } from '../ui/place-names';
import { RelativeTime } from '../ui/relative-time';
import { useUiLocale } from '../ui/use-locale';

/** More than are read before something new comes. */
const SHOWN = 40;
const PLACES = 4;

interface Props {
  items: readonly ArticleItem[];
  fresh: ReadonlySet<string>;
  scroller: RefObject<HTMLDivElement | null>;
}

/** The newest articles in large type; nothing in it to click. */
export function WallList({ items, fresh, scroller }: Props) {
  const t = useTranslations('wall');
  return (
    <div ref={scroller} tabIndex={0} role="region" aria-label={t('newest')} data-testid="wall-list" className="wall-list h-full overflow-y-auto focus-visible:-outline-offset-2">
      {items.length === 0 ? <p className="p-10 text-2xl text-faint">{t('empty')}</p> : null}
      {items.slice(0, SHOWN).map((item) => (
        <WallItem key={item.id} item={item} fresh={fresh.has(item.id)} />
      ))}
    </div>
  );
}

function WallItem({ item, fresh }: { item: ArticleItem; fresh: boolean }) {
  const t = useTranslations('feed');
  const kind = useKindName();
  const locale = useUiLocale();
  const language = item.lang ?? undefined;
  const places = item.places.filter(({ role }) => role === 'about' || role === 'venue').slice(0, PLACES);
  const names = distinctNames(places, locale, kind);
  return (
    <article data-id={item.id} aria-label={item.title} className={`border-b border-line px-8 py-5 ${fresh ? 'is-fresh' : ''}`}>
      <p className="flex items-center gap-x-2 text-base text-faint">
        <bdi className="font-medium text-soft">{item.publisher.name}</bdi>
        <span aria-hidden="true">·</span>
        <RelativeTime iso={item.sortAt} hint={(exact) => exact} />
        {item.sample ? <span className="rounded-sm border border-warn px-1.5 text-sm text-warn">{t('sample')}</span> : null}
      </p>
      <h2 dir={item.dir} lang={language} className="mt-1 text-[1.75rem] leading-[1.35] font-semibold text-pretty">
        {item.title}
      </h2>
      {item.lead ? (
        <p dir={item.dir} lang={language} className="mt-1 line-clamp-2 text-lg text-soft">
          {item.lead}
        </p>
      ) : null}
      {places.length > 0 ? (
        <p className="mt-2 flex flex-wrap gap-x-5 text-base text-accent">
          {places.map((place) => (
            <span key={place.id} className="flex items-center gap-1">
              <PinIcon />
              <bdi>{names.get(place.id)}</bdi>
            </span>
          ))}
        </p>
      ) : null}
    </article>
  );
}
