'use client';

import { useTranslations } from 'next-intl';
import { memo, type MouseEvent, type Ref } from 'react';
import type { ArticleItem } from '@/lib/article';
import { NO_MARK, type Mark } from '@/lib/reader';
import { ArticleChips, type ChipActions } from './article-chips';
import { ArticleMarks } from './article-marks';
import { CardActions, type MarkActions } from './card-actions';
import { CardTime } from './card-time';
import { LitText } from './lit-text';
import { SourceLink } from './source-link';
import type { LitWords } from './use-lit-words';

/** What all cards have in common: the same object for as long as nothing of it changes. */
export interface CardContext extends ChipActions, MarkActions {
  lit: LitWords | null;
  onOpen(id: string): void;
}

interface Props {
  item: ArticleItem;
  mark: Mark | undefined;
  fresh: boolean;
  /** where the keys are */
  current: boolean;
  /** stands beside the list */
  open: boolean;
  index: number;
  total: number;
  context: CardContext;
  measure: Ref<HTMLElement>;
}

/** One article of the feed. What arrives above it changes its number, not what stands in it. */
export const ArticleCard = memo(function ArticleCard({ item, mark = NO_MARK, fresh, current, open, index, total, context, measure }: Props) {
  return (
    <article
      ref={measure}
      data-index={index}
      data-id={item.id}
      data-version={item.version}
      data-read={mark.read ? '' : undefined}
      data-current={current ? '' : undefined}
      data-open={open ? '' : undefined}
      aria-labelledby={titleIdOf(item)}
      aria-posinset={index + 1}
      aria-setsize={total}
      tabIndex={-1}
      onClick={(event) => opensBy(event) && context.onOpen(item.id)}
      className={`feed-item ${fresh ? 'is-fresh' : ''}`}
    >
      <CardContent item={item} mark={mark} context={context} />
    </article>
  );
});

const titleIdOf = ({ id }: ArticleItem) => `title-${id}`;

/** Its texts in their own language and direction. Drawn anew only when they, or what the reader marked, change. */
const CardContent = memo(function CardContent({ item, mark, context }: { item: ArticleItem; mark: Mark; context: CardContext }) {
  const t = useTranslations('feed');
  const titleId = titleIdOf(item);
  const own = { dir: item.dir, lang: item.lang ?? undefined };
  return (
    <>
      <CardTime item={item} />
      <div className="card-body">
        <p className="card-meta">
          <SourceLink url={item.url} name={item.publisher.name} />
          <ArticleMarks item={item} />
          {mark.read ? <span className="sr-only">{t('isRead')}</span> : null}
          <CardActions id={item.id} mark={mark} titleId={titleId} actions={context} />
        </p>
        <h3 id={titleId} {...own} className="card-title">
          <Title item={item} context={context} />
        </h3>
        {item.lead ? (
          <p {...own} className="card-lead">
            <LitText text={item.lead} lit={context.lit} />
          </p>
        ) : null}
        <ArticleChips item={item} chosen={context.chosen} onRegion={context.onRegion} onTopic={context.onTopic} />
      </div>
    </>
  );
});

/** A click anywhere on the card opens it, but not one on what is there to be clicked, nor the end of choosing words to copy. */
function opensBy({ target, currentTarget }: MouseEvent<HTMLElement>): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest('a, button')) return false;
  return document.getSelection()?.isCollapsed ?? true;
}

/** A link, so that it can be opened in a tab of its own and copied; a plain click shows the article beside the list. */
function Title({ item, context }: { item: ArticleItem; context: CardContext }) {
  return (
    <a
      href={`/?article=${item.id}`}
      data-testid="read"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        context.onOpen(item.id);
      }}
    >
      <LitText text={item.title} lit={context.lit} />
    </a>
  );
}
