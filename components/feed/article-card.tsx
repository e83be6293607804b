'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { ArticleItem } from '@/lib/article';
import { RelativeTime } from '../ui/relative-time';
import { ArticleChips, type ChipActions } from './article-chips';
import { ArticleMarks } from './article-marks';
import { ReadButton } from './read-button';
import { webUrl } from './web-url';

interface Props extends ChipActions {
  item: ArticleItem;
  fresh: boolean;
}

/** One article of the feed, its texts in their own language and direction. Drawn anew only when it changes. */
export const ArticleCard = memo(function ArticleCard({ item, fresh, chosen, onRegion, onTopic }: Props) {
  const t = useTranslations('feed');
  const hint = (time: string) => (item.publishedAt === null ? t('firstSeen', { time }) : t('published', { time }));
  const titleId = `title-${item.id}`;
  return (
    <article
      data-id={item.id}
      data-version={item.version}
      aria-labelledby={titleId}
      className={`feed-item border-b border-line px-4 py-3 ${fresh ? 'is-fresh' : ''}`}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-[0.8125rem] leading-5.5 text-faint">
        <bdi className="font-medium text-soft">{item.publisher.name}</bdi>
        <span aria-hidden="true">·</span>
        <RelativeTime iso={item.sortAt} hint={hint} />
        <ArticleMarks item={item} />
        <span className="ms-auto">
          <ReadButton item={item} titleId={titleId} />
        </span>
      </p>
      <h3
        id={titleId}
        dir={item.dir}
        lang={item.lang ?? undefined}
        className="mt-0.5 text-[1.0625rem] leading-6 font-semibold text-pretty text-ink"
      >
        <Title item={item} />
      </h3>
      {item.lead ? (
        <p dir={item.dir} lang={item.lang ?? undefined} className="mt-1 line-clamp-2 text-sm text-soft">
          {item.lead}
        </p>
      ) : null}
      <ArticleChips item={item} chosen={chosen} onRegion={onRegion} onTopic={onTopic} />
    </article>
  );
});

function Title({ item }: { item: ArticleItem }) {
  const t = useTranslations('feed');
  const url = webUrl(item.url);
  if (!url) return item.title;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={t('opensSource')}
      className="hover:text-accent hover:underline hover:decoration-1 hover:underline-offset-4"
    >
      {item.title}
    </a>
  );
}
