'use client';

import { useTranslations } from 'next-intl';
import { memo, useCallback, useMemo, useRef } from 'react';
import type { Choice, Choices } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import type { LastName } from '@/lib/last';
import { PLACE_ROLES } from '@/lib/place';
import { toggle, type ListName } from '../live/address';
import { useNow } from '../ui/clock';
import { languageOf } from '../ui/locale';
import { languageName } from '../ui/names';
import { useUiLocale } from '../ui/use-locale';
import { ChoiceSection } from './choice-section';
import { CountsLine } from './counts-line';
import { PlaceSection } from './place-section';
import { useRemembered } from './remembered';
import { TimeSection } from './time-section';
import { useFacets } from './use-facets';
import { useVisible } from './use-visible';

interface Props {
  query: FilterQuery;
  choices: Choices;
  onChoose(query: FilterQuery): void;
  /** the list beside it shows starred articles alone: the numbers say that they count all */
  starred?: boolean;
  /** how the time is chosen: here, with what the page shows where none is chosen; `elsewhere` on the page, and so not here */
  time?: LastName | 'elsewhere';
  /** another value whenever there may be other numbers: articles came, say. Without one they are asked for once a minute */
  changed?: string | number;
}

/** All that can be filtered by, each choice with what it would find. Every combination can be chosen. */
export const FilterColumn = memo(function FilterColumn({ query, choices, onChoose, starred = false, time, changed = '' }: Props) {
  const t = useTranslations('filters');
  const column = useRef<HTMLDivElement>(null);
  const minute = Math.floor(useNow() / 60_000);
  const counts = useFacets(query, `${changed} ${minute}`, useVisible(column));
  const [sorted, keepSort] = useRemembered('filters.sort', 'count');
  const sort = sorted === 'name' ? 'name' : 'count';
  const lists = useLists(choices);
  const onToggle = useToggles(query, onChoose);
  const common = { sort } as const;
  return (
    <div ref={column} className="flex flex-col px-3 py-2">
      <CountsLine counts={counts} starred={starred} sort={sort} onSort={keepSort} />
      {time === 'elsewhere' ? null : <TimeSection query={query} usual={time} onChoose={onChoose} />}
      <PlaceSection {...common} choices={choices.regions} chosen={query.region} counts={counts?.region ?? null} onToggle={onToggle.region} />
      <ChoiceSection {...common} testId="filter-role" title={t('role')} hint={t('roleHint')} choices={lists.roles} keepOrder chosen={query.role ?? NONE} counts={counts?.role ?? null} first={5} onToggle={onToggle.role} />
      {lists.own.length > 0 ? (
        <ChoiceSection {...common} testId="filter-own-topic" title={t('ownTopic')} choices={lists.own} chosen={query.topic} counts={counts?.topic ?? null} first={8} onToggle={onToggle.topic} />
      ) : null}
      <ChoiceSection {...common} testId="filter-topic" title={t('topic')} searchLabel={t('topicSearch')} choices={lists.builtIn} chosen={query.topic} counts={counts?.topic ?? null} first={7} onToggle={onToggle.topic} />
      <ChoiceSection {...common} testId="filter-publisher" title={t('publisher')} searchLabel={choices.publishers.length > 8 ? t('publisherSearch') : undefined} choices={choices.publishers} chosen={query.publisher ?? NONE} counts={counts?.publisher ?? null} first={6} onToggle={onToggle.publisher} />
      <ChoiceSection {...common} testId="filter-lang" title={t('lang')} choices={lists.langs} chosen={query.lang ?? NONE} counts={counts?.lang ?? null} first={6} onToggle={onToggle.lang} />
    </div>
  );
});

const NONE: readonly string[] = [];

/** What is no list of its own on the server: topics in two parts, languages by their names, roles by what they mean. */
function useLists({ topics, langs }: Choices) {
  const locale = useUiLocale();
  const role = useTranslations('role');
  const built = useMemo(() => ({ own: topics.filter((topic) => topic.own), builtIn: topics.filter((topic) => !topic.own) }), [topics]);
  const languages = useMemo(() => langs.map((id): Choice => ({ id, parent: null, label: { en: languageName(id, 'en'), ar: languageName(id, 'ar') } })), [langs]);
  const roles = useMemo(() => PLACE_ROLES.map((id): Choice => ({ id, parent: null, label: languageOf(locale) === 'ar' ? { en: id, ar: role(id) } : { en: role(id), ar: null } })), [role, locale]);
  return { ...built, langs: languages, roles };
}

/** One function a list, each the same as long as the filter is. */
function useToggles(query: FilterQuery, onChoose: (query: FilterQuery) => void): Record<ListName, (id: string) => void> {
  const choose = useCallback((list: ListName) => (id: string) => onChoose(toggle(query, list, id)), [query, onChoose]);
  return useMemo(() => ({ region: choose('region'), topic: choose('topic'), publisher: choose('publisher'), lang: choose('lang'), role: choose('role') }), [choose]);
}
