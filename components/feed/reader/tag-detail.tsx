'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ArticleDetail } from '@/lib/correction';
import { PLACE_ROLES, type Place, type PlaceTag } from '@/lib/place';
import type { TopicTag } from '@/lib/topic';
import { formatNumber, formatShare, labelIn } from '../../ui/format';
import { useKindName } from '../../ui/kind-name';
import { countryName } from '../../ui/names';
import { useUiLocale } from '../../ui/use-locale';
import { placeKey, topicKey } from './marks';
import { cuesOf, phrasesOf, rulesOf, type Counted, type Cue } from './why';

/** Why the tag is there: its words, the rule that fired, what else it may have meant. */
export function TagDetail({ article, tag, children }: { article: ArticleDetail; tag: string; children?: ReactNode }) {
  const place = article.places.find((one) => placeKey(one.place.id) === tag);
  const topic = article.topics.find((one) => topicKey(one.topic.id) === tag);
  return (
    <section data-testid="tag-detail" data-tag={tag} className="flex flex-col gap-1.5 px-5 py-3 text-sm">
      {place ? <PlaceWhy tag={place} /> : null}
      {topic ? <TopicWhy tag={topic} /> : null}
      {children}
    </section>
  );
}

function PlaceWhy({ tag: { place, role, score, mentions, alternatives } }: { tag: PlaceTag }) {
  const t = useTranslations();
  const kindName = useKindName();
  const locale = useUiLocale();
  const cues = cuesOf(mentions);
  const whereOf = ({ kind, country }: Pick<Place, 'kind' | 'country'>) => [kindName(kind, country), ...(country && kind !== 'country' ? [countryName(country, locale)] : [])];
  return (
    <>
      <Head name={labelIn(place.name, locale)} note={whereOf(place).join(' · ')} score={score} />
      <Fact name={t('reader.role')}>
        {t(`role.${role}`)} <Because cues={cues.filter((cue) => cue.role === role)} />
      </Fact>
      <Fact name={t('reader.named')}>
        <Phrases all={phrasesOf(mentions)} />
      </Fact>
      {PLACE_ROLES.filter((other) => other !== role && cues.some((cue) => cue.role === other)).map((other) => (
        <Fact key={other} name={t('reader.elsewhere')}>
          {t(`role.${other}`)} <Because cues={cues.filter((cue) => cue.role === other)} />
        </Fact>
      ))}
      {alternatives.length > 0 ? (
        <Fact name={t('reader.alternatives')}>
          {alternatives.map((other) => (
            <span key={other.id} className="me-2 inline-block">
              <bdi>{labelIn(other.name, locale)}</bdi>
              <span className="text-faint"> ({whereOf(other).join(' · ')})</span>{' '}
              <span className="text-faint">{formatShare(other.score, locale)}</span>
            </span>
          ))}
        </Fact>
      ) : null}
    </>
  );
}

/** The words that give the role, which rule on pointing at them. */
function Because({ cues }: { cues: readonly Cue[] }) {
  const t = useTranslations('reader');
  return cues.map(({ phrase, rule }) => (
    <span key={phrase} title={rule} className="me-1 text-soft">
      {t('because', { words: phrase })}
    </span>
  ));
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
      <span className="me-1.5 inline-block text-xs text-faint">{name}:</span>{' '}
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
