'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import type { ArticleDetail } from '@/lib/correction';
import { useGate } from '../../sources/write-gate';
import { Button } from '../../ui/button';
import { labelIn } from '../../ui/format';
import { useUiLocale } from '../../ui/use-locale';
import { Corrections } from './corrections';
import { MarkedText } from './marked-text';
import { marksOf, placeKey, topicKey } from './marks';
import { TagChips, type Pointing } from './tag-chips';
import { TagDetail } from './tag-detail';
import type { ReadArticle } from './use-article';

type Props = Pick<ReadArticle, 'refused' | 'busy' | 'correct' | 'undo'> & { article: ArticleDetail };

/** The text and, beside it, its tags: each leads to the words that it rests on, and these lead to it. */
export function ReaderBody({ article, ...writing }: Props) {
  const text = useRef<HTMLDivElement>(null);
  const pointing = usePointing(text);
  return (
    <div className="reader">
      <div className="reader-tags flex flex-col gap-4">
        <TagChips article={article} {...pointing} />
        <Picked article={article} tag={pointing.lit ?? null} {...writing} />
        <Focus article={article} />
        <Corrections corrections={article.corrections} busy={writing.busy} onUndo={useGate().open ? (id) => void writing.undo(id) : null} />
      </div>
      <div ref={text} className="min-w-0">
        <ArticleText article={article} {...pointing} />
      </div>
    </div>
  );
}

function usePointing(text: RefObject<HTMLDivElement | null>): Pointing {
  const [pointed, onPoint] = useState<string | null>(null);
  const [picked, pick] = useState<string | null>(null);
  const onPick = useCallback(
    (tag: string) => {
      pick((before) => (before === tag ? null : tag));
      text.current?.querySelector(`[data-tag="${CSS.escape(tag)}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    [text],
  );
  return { lit: pointed ?? picked, picked, onPoint, onPick };
}

/** Why the lit tag is there, and the way to say that it should not be. */
function Picked({ article, tag, refused, busy, correct }: { article: ArticleDetail; tag: string | null } & Omit<Props, 'article' | 'undo'>) {
  const t = useTranslations('reader');
  const { open } = useGate();
  const tags = [...article.places.map(({ place }) => placeKey(place.id)), ...article.topics.map(({ topic }) => topicKey(topic.id))];
  if (tag === null || !tags.includes(tag)) return <p className="text-sm text-faint">{tags.length > 0 ? t('hint') : null}</p>;
  const kind = tag.startsWith('place:') ? 'place' : 'topic';
  return (
    <TagDetail article={article} tag={tag}>
      {open ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button tone="bad" disabled={busy} title={t('correctHint')} onClick={() => void correct({ kind, targetId: tag.slice(kind.length + 1) })} className="h-7! px-2!">
            {t(kind === 'place' ? 'notPlace' : 'notTopic')}
          </Button>
          {refused !== null ? (
            <span role="alert" className="text-bad">
              {t('refused', { reason: refused })}
            </span>
          ) : null}
        </div>
      ) : null}
    </TagDetail>
  );
}

function Focus({ article: { focusCountries } }: { article: ArticleDetail }) {
  const t = useTranslations('reader');
  const locale = useUiLocale();
  if (focusCountries.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-xs text-faint" title={t('focusHint')}>
        {t('focus')}
      </h3>
      <p className="text-sm">{focusCountries.map(({ label }) => labelIn(label, locale)).join(locale === 'ar' ? '، ' : ', ')}</p>
    </section>
  );
}

function ArticleText({ article, lit, onPoint, onPick }: { article: ArticleDetail } & Pointing) {
  const t = useTranslations('reader');
  const marks = useMemo(() => marksOf(article), [article]);
  const inTitle = useMemo(() => marks.filter(({ field }) => field === 'title'), [marks]);
  const inText = useMemo(() => marks.filter(({ field }) => field === 'text'), [marks]);
  const how = { lit, onPoint, onPick };
  return (
    <article dir={article.dir} lang={article.lang ?? undefined} data-testid="reader-text" className="flex flex-col gap-3">
      <h3 className="text-xl leading-8 font-semibold text-pretty">
        <MarkedText text={article.title} marks={inTitle} {...how} />
      </h3>
      {article.text === '' ? (
        <p className="text-faint">{t('noText')}</p>
      ) : (
        <div className="text-base leading-7 whitespace-pre-line">
          <MarkedText text={article.text} marks={inText} {...how} />
        </div>
      )}
    </article>
  );
}
