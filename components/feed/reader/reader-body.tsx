'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ArticleDetail, CorrectionInput } from '@/lib/correction';
import { useGate } from '../../sources/write-gate';
import { Button } from '../../ui/button';
import { labelIn } from '../../ui/format';
import { languageOf } from '../../ui/locale';
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
  const tags = useRef<HTMLDivElement>(null);
  const pointing = usePointing(text);
  const { told, onPoint } = pointing;
  useFocusKept(tags, article);
  return (
    <div className="reader">
      <div ref={tags} className="reader-tags flex flex-col gap-4">
        <TagChips article={article} {...pointing} />
        <div aria-live="polite" onMouseEnter={() => onPoint(told)} onMouseLeave={() => onPoint(null)} onFocus={() => onPoint(told)} onBlur={() => onPoint(null)}>
          <Picked article={article} tag={told} {...writing} />
        </div>
        <Focus article={article} />
        <Corrections corrections={article.corrections} busy={writing.busy} onUndo={useGate().open ? (id) => void writing.undo(id) : null} />
      </div>
      <div ref={text} className="min-w-0">
        <ArticleText article={article} {...pointing} />
      </div>
    </div>
  );
}

/** `told`: the tag that is explained. It stays the last one that was pointed at, so that the way to its button leads nowhere else. */
function usePointing(text: RefObject<HTMLDivElement | null>): Pointing & { told: string | null } {
  const [pointed, point] = useState<string | null>(null);
  const [last, keep] = useState<string | null>(null);
  const [picked, pick] = useState<string | null>(null);
  const onPoint = useCallback((tag: string | null) => {
    point(tag);
    if (tag !== null) keep(tag);
  }, []);
  const onPick = useCallback(
    (tag: string) => {
      pick((before) => (before === tag ? null : tag));
      text.current?.querySelector(`[data-tag="${CSS.escape(tag)}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    [text],
  );
  return { lit: pointed ?? picked, told: pointed ?? picked ?? last, picked, onPoint, onPick };
}

/** A tag taken off, or put back, leaves with the button that was pressed: the focus goes to what came in its place. */
function useFocusKept(tags: RefObject<HTMLDivElement | null>, { corrections }: ArticleDetail) {
  const before = useRef(corrections);
  useEffect(() => {
    const added = corrections.find((one) => !before.current.some(({ id }) => id === one.id));
    const gone = before.current.find((one) => !corrections.some(({ id }) => id === one.id));
    before.current = corrections;
    if (document.activeElement !== document.body && document.activeElement?.tagName !== 'DIALOG') return;
    const place = added ? `[data-correction="${CSS.escape(keyOf(added))}"] button` : `[data-tag-chip="${CSS.escape(gone ? keyOf(gone) : '')}"]`;
    if (added ?? gone) tags.current?.querySelector<HTMLElement>(place)?.focus();
  }, [tags, corrections]);
}

const keyOf = ({ kind, targetId }: CorrectionInput) => (kind === 'place' ? placeKey : topicKey)(targetId);

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
      <p className="text-sm">{focusCountries.map(({ label }) => labelIn(label, locale)).join(languageOf(locale) === 'ar' ? '، ' : ', ')}</p>
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
