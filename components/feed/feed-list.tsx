'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { ArticleItem } from '@/lib/article';
import { ArticleCard } from './article-card';
import type { ChipActions } from './article-chips';
import { usePaintMeasure } from './use-paint-measure';

interface Props extends ChipActions {
  items: readonly ArticleItem[];
  fresh: ReadonlySet<string>;
  busy: boolean;
}

export const FeedList = memo(function FeedList({ items, fresh, busy, ...actions }: Props) {
  const t = useTranslations('feed');
  usePaintMeasure(items);
  return (
    <div
      role="feed"
      data-testid="feed"
      aria-label={t('title')}
      aria-busy={busy}
      className={`transition-opacity ${busy ? 'opacity-50' : ''}`}
    >
      {items.map((item) => (
        <ArticleCard key={item.id} item={item} fresh={fresh.has(item.id)} {...actions} />
      ))}
    </div>
  );
});
