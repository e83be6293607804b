'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { toSearchParams } from '@/lib/filter-address';
import type { FilterQuery } from '@/lib/events';
import type { View } from '@/lib/reader';
import type { Choices } from '@/lib/dashboard';
import { fetchChoices } from '../filters/use-choices';
import { useKnownPlaces } from '../filters/use-known-places';
import { useInPlace } from '../header/use-in-place';
import { toggle, withoutFilters } from '../live/address';
import { ask } from '../ui/ask';
import { keepChoice } from '../ui/cookie';
import { languageOf, LOCALE_COOKIE } from '../ui/locale';
import { THEME_COOKIE, THEMES, type Theme } from '../ui/theme';
import { useUiLocale } from '../ui/use-locale';
import type { Command, PaletteActions } from './commands';

const PAGES = { feed: '/', trends: '/trends', map: '/map', spikes: '/spikes', topics: '/topics', sources: '/sources', settings: '/settings', wall: '/wall' } as const;

const NO_CHOICES: Choices = { regions: [], topics: [], publishers: [], langs: [] };
/** Towns too, which the filters' choices leave out. */
const MOST_PLACES = 20;

const same = (text: string) => ({ en: text, ar: text });

/** All that can be chosen: what the page has, and the places that the server knows under what is typed. */
export function useCommands({ query, choices: offered, choose }: PaletteActions, search: string): Command[] {
  const choices = useOffered(offered);
  const pages = usePageCommands(query, choose);
  const places = useKnownPlaces(search, MOST_PLACES);
  const views = useViews();
  return useMemo(() => {
    const known = new Map([...choices.regions, ...places].map(({ id, label }) => [id, label]));
    const filters = (group: 'place' | 'topic', list: 'region' | 'topic', all: Iterable<[string, Command['label']]>): Command[] =>
      [...all].map(([id, label]) => ({ id: `${group} ${id}`, group, label, on: query[list].includes(id), run: () => choose(toggle(query, list, id)) }));
    return [
      ...pages,
      ...filters('place', 'region', known),
      ...filters('topic', 'topic', choices.topics.map(({ id, label }) => [id, label])),
      ...choices.publishers.map(({ id, label }): Command => ({ id: `publisher ${id}`, group: 'publisher', label, on: query.publisher?.includes(id) ?? false, run: () => choose(togglePublisher(query, id)) })),
      ...views.map(({ id, name, query: saved }): Command => ({ id: `view ${id}`, group: 'view', label: same(name), run: () => choose(saved) })),
    ];
  }, [pages, places, views, choices, query, choose]);
}

function togglePublisher(query: FilterQuery, id: string): FilterQuery {
  const before = query.publisher ?? [];
  return { ...query, publisher: before.includes(id) ? before.filter((other) => other !== id) : [...before, id] };
}

function usePageCommands(query: FilterQuery, choose: PaletteActions['choose']): Command[] {
  const t = useTranslations('palette');
  const { change } = useInPlace(LOCALE_COOKIE);
  const locale = useUiLocale();
  return useMemo(() => {
    const go = (Object.keys(PAGES) as (keyof typeof PAGES)[]).map((name): Command => ({ id: `page ${name}`, group: 'page', label: same(t(`page.${name}`)), run: () => window.location.assign(addressOf(PAGES[name], query)) }));
    const themes = THEMES.map((theme): Command => ({ id: `theme ${theme}`, group: 'do', label: same(t(theme)), run: () => wear(theme) }));
    const language: Command = {
      id: 'language', group: 'do', label: same(t('language')),
      run: () => {
        change(languageOf(locale) === 'ar' ? 'en' : 'ar');
      },
    };
    const clear: Command = { id: 'clear', group: 'do', label: same(t('clear')), run: () => choose(withoutFilters(query)) };
    return [...go, clear, language, ...themes];
  }, [t, change, locale, query, choose]);
}

/** Pages that show articles or counts take the filter along. */
function addressOf(page: string, query: FilterQuery): string {
  const params = ['/trends', '/map'].includes(page) ? toSearchParams(query).toString() : '';
  return params ? `${page}?${params}` : page;
}

function wear(theme: Theme) {
  keepChoice(THEME_COOKIE, theme);
  document.documentElement.dataset.theme = theme;
}

/** What the page offers, or what the server does where the page has no filter. */
function useOffered(choices: Choices | null): Choices {
  const [asked, keep] = useState<Choices | null>(null);
  const missing = choices === null;
  useEffect(() => {
    let stale = false;
    if (missing) void fetchChoices([]).then((found) => found && !stale && keep(found));
    return () => {
      stale = true;
    };
  }, [missing]);
  return choices ?? asked ?? NO_CHOICES;
}

function useViews(): readonly View[] {
  const [views, keep] = useState<readonly View[]>([]);
  useEffect(() => {
    let stale = false;
    void ask<{ views: View[] }>('/api/reader/views').then((answer) => {
      if (!stale && answer.outcome === 'done') keep(answer.value.views);
    });
    return () => {
      stale = true;
    };
  }, []);
  return views;
}
