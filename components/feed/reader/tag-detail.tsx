'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ArticleDetail } from '@/lib/correction';
import type { PlaceTag } from '@/lib/place';
import type { TopicTag } from '@/lib/topic';
import { formatNumber, formatShare, labelIn } from '../../ui/format';
import { countryName } from '../../ui/names';
import { useUiLocale } from '../../ui/use-locale';
import { placeKey, topicKey } from './marks';
import { cuesOf, phrasesOf, rulesOf, type Counted } from './why';

/** Why the tag is there: its words, the rule that fired, what else it may have meant. */
export function TagDetail({ article, tag, children }: { article: ArticleDetail; tag: string; children?: ReactNode }) {
  const place = article.places.find((one) => placeKey(one.place.id) === tag);
  const topic = article.topics.find((one) => topicKey(one.topic.id) === tag);
  return (
    <section data-testid="tag-detail" data-tag={tag} className="flex flex-col gap-2 rounded-lg border border-line bg-sunken px-3 py-2.5 text-sm">
      {place ? <PlaceWhy tag={place} /> : null}
      {topic ? <TopicWhy tag={topic} /> : null}
      {children}
    </section>
  );
}

function PlaceWhy({ tag: { place, role, score, mentions, alternatives } }: { tag: PlaceTag }) {
  const t = useTranslations();
  const locale = useUiLocale();
  const where = [t(`kind.${place.kind}`), ...(place.country && place.kind !== 'country' ? [countryName(place.country, locale)] : [])];
  return (
    <>
      <Head name={labelIn(place.name, locale)} note={where.join(' · ')} score={score} />
      <Fact name={t('reader.role')}>{t(`role.${role}`)}</Fact>
      <Fact name={t('reader.named')}>
        <Phrases all={phrasesOf(mentions)} />
      </Fact>
      {cuesOf(mentions).map((cue) => (
        <Fact key={cue.phrase + cue.role} name={t(`role.${cue.role}`)}>
          <span title={cue.rule}>{t('reader.because', { words: cue.phrase })}</span>
        </Fact>
      ))}
      {alternatives.length > 0 ? (
        <Fact name={t('reader.alternatives')}>
          {alternatives.map((other) => (
            <span key={other.id} className="me-2 inline-block">
              <bdi>{labelIn(other.name, locale)}</bdi>
              {other.country ? <span className="text-faint"> ({countryName(other.country, locale)})</span> : null}{' '}
              <span className="text-faint">{formatShare(other.score, locale)}</span>
            </span>
          ))}
        </Fact>
      ) : null}
    </>
  );
}

function TopicWhy({ tag: { topic, score, evidence } }: { tag: TopicTag }) {
  const t = useTranslations('reader');
  const locale = useUiLocale();
  return (
    <>
      <Head name={labelIn(topic.label, locale)} note={topic.own ? t('ownTopic') : t('topic')} score={score} />
      <Fact name={t('rules')}>
        <Phrases all={rulesOf(evidence)} />
      </Fact>
    </>
  );
}

function Head({ name, note, score }: { name: string; note: string; score: number }) {
  const t = useTranslations('reader');
  const locale = useUiLocale();
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <strong className="font-semibold">{name}</strong>
      <span className="text-faint">{note}</span>
      <span className="ms-auto text-soft" title={t('scoreHint')}>
        {t('score', { share: formatShare(score, locale) })}
      </span>
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p className="leading-6">
      {/* a box of its own: Arabic letters would join those of what follows */}
      <span className="me-2 inline-block text-xs text-faint">{name}</span>
      {children}
    </p>
  );
}

const SHOWN = 12;

function Phrases({ all }: { all: readonly Counted[] }) {
  const locale = useUiLocale();
  return all.slice(0, SHOWN).map(({ text, times }) => (
    <span key={text} className="me-2 inline-block">
      <bdi>«{text}»</bdi>
      {times > 1 ? <span className="text-faint"> ×{formatNumber(times, locale)}</span> : null}
    </span>
  ));
}
