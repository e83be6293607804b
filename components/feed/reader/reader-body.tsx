'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ArticleDetail, CorrectionInput } from '@/lib/correction';
import { LazyArticleMap } from '../../map/lazy-map';
import { useGate } from '../../sources/write-gate';
import { Button } from '../../ui/button';
import { useTimeZone } from '../../ui/clock';
import { formatExact, labelIn } from '../../ui/format';
import { ChevronIcon } from '../../ui/icons';
import { languageOf } from '../../ui/locale';
import { useUiLocale } from '../../ui/use-locale';
import { Versions } from '../versions/versions';
import { Corrections } from './corrections';
import { MarkedText } from './marked-text';
import { marksOf, placeKey, topicKey } from './marks';
import { Note } from './note';
import { Sightings } from './sightings';
import { TagChips, type Pointing } from './tag-chips';
import { TagDetail } from './tag-detail';
import type { ReadArticle } from './use-article';

type Props = Pick<ReadArticle, 'refused' | 'busy' | 'correct' | 'undo'> & { article: ArticleDetail };
type BodyProps = Props & { note: string | null; onNote(note: string | null): void };

/** The text below its tags: each leads to the words that it rests on, and these lead to it. Why a tag is there stands at the foot, where it moves nothing. */
export function ReaderBody({ article, note, onNote, ...writing }: BodyProps) {
  const body = useRef<HTMLDivElement>(null);
  const pointing = usePointing(body);
  const { told, onPoint, onDismiss, ...chips } = pointing;
  useFocusKept(body, article);
  const { open } = useGate();
  return (
    <>
      <div ref={body} data-testid="reader-scroller" className="reader-scroller">
        <div className="reader">
          <div className="reader-tags">
            <TagChips article={article} onPoint={onPoint} {...chips} />
            <Focus article={article} />
            <Corrections corrections={article.corrections} busy={writing.busy} onUndo={open ? (id) => void writing.undo(id) : null} />
          </div>
          <ArticleText article={article} onPoint={onPoint} {...chips} />
          <div className="reader-more">
            <PlacesMap article={article} />
            <Note note={note} onNote={onNote} />
            <Changes article={article} />
            <Sightings seenIn={article.seenIn} />
          </div>
        </div>
      </div>
      <div aria-live="polite" className="reader-why" onMouseEnter={() => onPoint(told)} onMouseLeave={() => onPoint(null)} onFocus={() => onPoint(told)} onBlur={() => onPoint(null)}>
        <Picked article={article} tag={told} onDismiss={onDismiss} {...writing} />
      </div>
    </>
  );
}

interface Told extends Pointing {
  told: string | null;
  onDismiss(): void;
}

/**
 * `told`: the tag that is explained: the one that was picked, else the last that was pointed at, so that the way to its button leads
 * nowhere else.
 */
function usePointing(body: RefObject<HTMLDivElement | null>): Told {
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
      body.current?.querySelector(`[data-tag="${CSS.escape(tag)}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    [body],
  );
  const onDismiss = useCallback(() => {
    point(null);
    keep(null);
    pick(null);
  }, []);
  return { lit: pointed ?? picked, told: picked ?? pointed ?? last, picked, onPoint, onPick, onDismiss };
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
function Picked({ article, tag, refused, busy, correct, onDismiss }: { article: ArticleDetail; tag: string | null; onDismiss(): void } & Omit<Props, 'article' | 'undo'>) {
  const t = useTranslations();
  const { open } = useGate();
  const tags = [...article.places.map(({ place }) => placeKey(place.id)), ...article.topics.map(({ topic }) => topicKey(topic.id))];
  if (tag === null || !tags.includes(tag)) return tags.length > 0 ? <p className="px-5 py-1.5 text-xs text-faint">{t('reader.hint')}</p> : null;
  const kind = tag.startsWith('place:') ? 'place' : 'topic';
  return (
    <TagDetail article={article} tag={tag}>
      <div className="flex flex-wrap items-center gap-2">
        {open ? (
          <Button tone="bad" disabled={busy} title={t('reader.correctHint')} onClick={() => void correct({ kind, targetId: tag.slice(kind.length + 1) })} className="h-7! px-2!">
            {t(kind === 'place' ? 'reader.notPlace' : 'reader.notTopic')}
          </Button>
        ) : null}
        {refused !== null ? (
          <span role="alert" className="text-bad">
            {t('reader.refused', { reason: refused })}
          </span>
        ) : null}
        <Button tone="quiet" onClick={onDismiss} className="ms-auto h-7! px-2!">
          {t('article.dismiss')}
        </Button>
      </div>
    </TagDetail>
  );
}

/** Where its places lie, surest roles first; the chips above name them. */
function PlacesMap({ article: { places } }: { article: ArticleDetail }) {
  const shown = useMemo(() => places.map(({ place, role }) => ({ id: place.id, label: place.name, kind: place.kind, role, lat: place.lat, lon: place.lon })), [places]);
  return shown.length === 0 ? null : <LazyArticleMap places={shown} />;
}

/** What its publisher changed, where anything was: asked for when the reader wants to see it. */
function Changes({ article: { id, version, lang, editedAt } }: { article: ArticleDetail }) {
  const t = useTranslations();
  const [open, show] = useState(false);
  if (version === 1) return null;
  return (
    <section data-testid="changes">
      <button type="button" aria-expanded={open} onClick={() => show(!open)} className="reader-fold">
        <ChevronIcon className={open ? 'rotate-90' : 'rtl:rotate-180'} />
        {editedAt === null ? t('article.versions', { count: version }) : t('versions.open')}
      </button>
      {open ? <Versions id={id} lang={lang} /> : null}
    </section>
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

function ArticleText({ article, lit, onPoint, onPick }: { article: ArticleDetail } & Omit<Pointing, 'picked'>) {
  const t = useTranslations('reader');
  const marks = useMemo(() => marksOf(article), [article]);
  const inTitle = useMemo(() => marks.filter(({ field }) => field === 'title'), [marks]);
  const inText = useMemo(() => marks.filter(({ field }) => field === 'text'), [marks]);
  const how = { lit, onPoint, onPick };
  return (
    <article className="reader-article">
      <div dir={article.dir} lang={article.lang ?? undefined} data-testid="reader-text" className="reader-text">
        <h2>
          <MarkedText text={article.title} marks={inTitle} {...how} />
        </h2>
        <Byline article={article} />
        {article.text === '' ? (
          <p className="text-faint">{t('noText')}</p>
        ) : (
          <div className="reader-prose">
            <MarkedText text={article.text} marks={inText} {...how} />
          </div>
        )}
      </div>
    </article>
  );
}

/** Who wrote it, and when, to the second. In the interface's language, but at the side where the text begins. */
function Byline({ article: { author, publishedAt, sortAt, textSource } }: { article: ArticleDetail }) {
  const t = useTranslations();
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const time = formatExact(sortAt, locale, timeZone);
  const parts = [
    author === null || author === '' ? null : <bdi key="author">{author}</bdi>,
    <time key="time" dateTime={sortAt}>{publishedAt === null ? t('feed.firstSeen', { time }) : time}</time>,
    textSource === 'page' ? <span key="page">{t('versions.fromPage')}</span> : null,
  ];
  return (
    <p lang={languageOf(locale)} className="reader-byline">
      {parts.map((part, n) => (part === null ? null : <bdi key={n} dir="auto">{part}</bdi>))}
    </p>
  );
}
