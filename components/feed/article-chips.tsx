'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ArticleItem, PlaceChip } from '@/lib/article';
import type { Label } from '@/lib/label';
import { PLACE_ROLES, type PlaceRole } from '@/lib/place';
import { ColourDot } from '../ui/colour-dot';
import { labelIn } from '../ui/format';
import { PinIcon } from '../ui/icons';
import { useKindName } from '../ui/kind-name';
import { languageOf, type Locale } from '../ui/locale';
import { distinctNames } from '../ui/place-names';
import { useUiLocale } from '../ui/use-locale';

export interface ChipActions {
  /** ids of the filter, regions and topics alike */
  chosen: ReadonlySet<string>;
  onRegion(id: string): void;
  onTopic(id: string): void;
}

const FIRST_PLACES = 4;
const FIRST_TOPICS = 3;

/** Places, then topics; a click filters by one. The rest of a long list is a click away. */
export function ArticleChips({ item, chosen, onRegion, onTopic }: ChipActions & { item: ArticleItem }) {
  const t = useTranslations('feed');
  const locale = useUiLocale();
  const names = distinctNames(item.places, locale, useKindName());
  const [all, setAll] = useState(false);
  const ranked = byRole(item.places);
  const places = all ? ranked : ranked.slice(0, FIRST_PLACES);
  const ownFirst = [...item.topics].sort((a, b) => Number(b.own ?? false) - Number(a.own ?? false));
  const topics = all ? ownFirst : ownFirst.slice(0, FIRST_TOPICS);
  const rest = item.places.length + item.topics.length - places.length - topics.length;
  if (item.places.length + item.topics.length === 0) return null;
  return (
    <p className="card-chips">
      {places.map((place) => (
        <PlaceButton key={place.id} place={place} name={names.get(place.id) ?? place.id} pressed={chosen.has(place.id)} onClick={onRegion} />
      ))}
      {topics.map((topic) => (
        <Chip
          key={topic.id}
          id={topic.id}
          kind="topic"
          name={labelIn(topic.label, locale)}
          hint={otherName(topic.label, locale)}
          pressed={chosen.has(topic.id)}
          onClick={onTopic}
          colour={topic.colour}
          tone="border-transparent bg-topic-soft text-topic"
        />
      ))}
      {rest > 0 ? (
        <button
          type="button"
          onClick={() => setAll(true)}
          title={t('moreHint', { count: rest })}
          aria-label={t('moreHint', { count: rest })}
          className="min-w-6 rounded-full px-1.5 leading-6 text-faint hover:text-ink"
        >
          <span dir="ltr">{t('more', { count: rest })}</span>
        </button>
      ) : null}
    </p>
  );
}

/** What it is about first: the others of a long list may be folded away. */
function byRole(places: readonly PlaceChip[]): PlaceChip[] {
  return [...places].sort((a, b) => PLACE_ROLES.indexOf(a.role) - PLACE_ROLES.indexOf(b.role));
}

/** The name in the other script, for who knows the place by that one; null where it says the same. */
function otherName({ en, ar }: Label, locale: Locale): string | null {
  const other = languageOf(locale) === 'ar' ? en : ar;
  return other === labelIn({ en, ar }, locale) ? null : other;
}

/** Roles that a word on the chip names. What it is about is filled, what is merely mentioned has a plain outline: both are too many for words. */
const NAMED_ROLES: ReadonlySet<PlaceRole> = new Set(['venue', 'actor', 'dateline']);

function PlaceButton({ place, name, pressed, onClick }: { place: PlaceChip; name: string; pressed: boolean; onClick(id: string): void }) {
  const t = useTranslations();
  const kindName = useKindName();
  const locale = useUiLocale();
  const hint = [otherName(place.label, locale), t(`role.${place.role}`), kindName(place.kind, place.country)].filter((part) => part !== null).join(' · ');
  const tone = place.role === 'about' ? 'border-transparent bg-accent-soft text-accent' : 'border-line text-soft';
  const role = NAMED_ROLES.has(place.role) ? t(`feed.roleWord.${place.role as 'venue'}`) : null;
  return <Chip id={place.id} kind="place" role={place.role} roleWord={role} name={name} hint={hint} pressed={pressed} onClick={onClick} tone={tone} />;
}

interface ChipProps {
  id: string;
  kind: 'place' | 'topic';
  role?: string;
  roleWord?: string | null;
  name: string;
  hint?: string | null;
  /** of a topic of one's own */
  colour?: string | null;
  pressed: boolean;
  tone: string;
  onClick(id: string): void;
}

function Chip({ id, kind, role, roleWord, name, hint, colour, pressed, tone, onClick }: ChipProps) {
  const t = useTranslations('feed');
  const action = pressed ? t('unfilter', { name }) : t('filterBy', { name });
  return (
    <button
      type="button"
      data-chip={kind}
      data-chip-id={id}
      data-role={role}
      aria-pressed={pressed}
      onClick={() => onClick(id)}
      title={hint ? `${hint} — ${action}` : action}
      className={`flex max-w-full items-center gap-1 rounded-full border px-2 leading-5.5 hover:border-current aria-pressed:border-current aria-pressed:font-semibold ${tone}`}
    >
      {role === 'about' ? <PinIcon className="shrink-0 opacity-70" /> : null}
      {roleWord ? <span className="text-[0.92em] font-normal text-faint">{roleWord}</span> : null}
      {colour ? <ColourDot colour={colour} /> : null}
      <bdi className="truncate">{name}</bdi>
    </button>
  );
}
