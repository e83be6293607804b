'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ArticleDetail } from '@/lib/correction';
import { PLACE_ROLES, type PlaceTag } from '@/lib/place';
import type { TopicTag } from '@/lib/topic';
import { labelIn } from '../../ui/format';
import { PinIcon } from '../../ui/icons';
import { useKindName } from '../../ui/kind-name';
import { distinctNames } from '../../ui/place-names';
import { useUiLocale } from '../../ui/use-locale';
import { placeKey, topicKey } from './marks';

export interface Pointing {
  /** the tag that is lit up: the one that is pointed at, else the one that was picked */
  lit: string | null;
  picked: string | null;
  onPoint(tag: string | null): void;
  onPick(tag: string): void;
}

const byMentions = (a: PlaceTag, b: PlaceTag) => b.mentions.length - a.mentions.length;

/** The tags of an article: pointing at one lights up its words, a click keeps them lit and tells why it is there. */
export function TagChips({ article: { places, topics }, ...pointing }: Pointing & { article: ArticleDetail }) {
  const t = useTranslations();
  const locale = useUiLocale();
  const names = distinctNames(places.map(({ place: { id, name, kind, country } }) => ({ id, label: name, kind, country })), locale, useKindName());
  return (
    <div className="flex flex-col gap-3">
      {PLACE_ROLES.map((role) => {
        const those = places.filter((tag) => tag.role === role).sort(byMentions);
        return those.length === 0 ? null : (
          <Group key={role} title={t(`role.${role}`)}>
            <PlaceChips places={those} names={names} pointing={pointing} />
          </Group>
        );
      })}
      {places.length === 0 ? <Group title={t('reader.places')}>{t('reader.noPlaces')}</Group> : null}
      <Group title={t('reader.topics')}>{topics.length === 0 ? t('reader.noTopics') : <TopicChips topics={topics} pointing={pointing} />}</Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-xs text-faint">{title}</h3>
      <div className="flex flex-wrap gap-1.5 text-[0.8125rem] text-faint">{children}</div>
    </section>
  );
}

function PlaceChips({ places, names, pointing }: { places: readonly PlaceTag[]; names: ReadonlyMap<string, string>; pointing: Pointing }) {
  return places.map(({ place, role }) => (
    <TagChip key={place.id} tag={placeKey(place.id)} pointing={pointing} tone={role === 'about' ? 'border-transparent bg-accent-soft text-accent' : 'border-line text-soft'}>
      <PinIcon className="shrink-0 opacity-70" />
      <bdi>{names.get(place.id)}</bdi>
    </TagChip>
  ));
}

function TopicChips({ topics, pointing }: { topics: readonly TopicTag[]; pointing: Pointing }) {
  const locale = useUiLocale();
  return topics.map(({ topic }) => (
    <TagChip key={topic.id} tag={topicKey(topic.id)} pointing={pointing} tone="border-transparent bg-topic-soft text-topic">
      {topic.colour ? <span aria-hidden="true" className="size-2 rounded-full" style={{ background: topic.colour }} /> : null}
      <bdi>{labelIn(topic.label, locale)}</bdi>
    </TagChip>
  ));
}

function TagChip({ tag, tone, pointing, children }: { tag: string; tone: string; pointing: Pointing; children: ReactNode }) {
  const { lit, picked, onPoint, onPick } = pointing;
  return (
    <button
      type="button"
      data-tag-chip={tag}
      data-lit={lit === tag ? '' : undefined}
      aria-pressed={picked === tag}
      onMouseEnter={() => onPoint(tag)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(tag)}
      onBlur={() => onPoint(null)}
      onClick={() => onPick(tag)}
      className={`tag-chip ${tone}`}
    >
      {children}
    </button>
  );
}
