'use client';

import { useTranslations } from 'next-intl';
import { ColourDot } from '../ui/colour-dot';
import { labelIn } from '../ui/format';
import { PinIcon, SearchIcon } from '../ui/icons';
import { useKindName } from '../ui/kind-name';
import { languageOf } from '../ui/locale';
import { countryName } from '../ui/names';
import { useUiLocale } from '../ui/use-locale';
import type { Suggestion } from './suggestions';

interface Props {
  id: string;
  text: string;
  suggestions: readonly Suggestion[];
  /** the one that the arrows have come to; -1: none */
  at: number;
  onTake(suggestion: Suggestion): void;
}

export function SuggestionList({ id, text, suggestions, at, onTake }: Props) {
  const t = useTranslations('filters');
  return (
    <ul id={id} role="listbox" aria-label={t('suggestions')} hidden={suggestions.length === 0}>
      {suggestions.map((suggestion, n) => (
        <li
          key={suggestion.key}
          id={`${id}-${n}`}
          role="option"
          data-suggestion={suggestion.key}
          aria-selected={n === at}
          onClick={() => onTake(suggestion)}
          className="flex min-h-9 cursor-pointer items-center gap-2 rounded px-2.5 py-1 text-sm hover:bg-accent-soft aria-selected:bg-accent-soft"
        >
          <SuggestionRow suggestion={suggestion} text={text} />
        </li>
      ))}
    </ul>
  );
}

function SuggestionRow({ suggestion, text }: { suggestion: Suggestion; text: string }) {
  const t = useTranslations('filters');
  const kind = useKindName();
  const locale = useUiLocale();
  switch (suggestion.kind) {
    case 'text':
      return (
        <>
          <SearchIcon className="shrink-0 text-faint" />
          <bdi className="min-w-0 flex-1 truncate">{t('suggestText', { text })}</bdi>
        </>
      );
    case 'place': {
      const { label, kind: what, country, articles } = suggestion.place;
      const where = [kind(what, country), country && what !== 'country' ? countryName(country, locale) : null].filter(Boolean).join(languageOf(locale) === 'ar' ? '، ' : ', ');
      return (
        <>
          <PinIcon className="shrink-0 text-accent" />
          <bdi className="truncate font-medium">{labelIn(label, locale)}</bdi>
          <span className="min-w-0 flex-1 truncate text-xs text-faint">{where}</span>
          <span className="shrink-0 text-xs text-soft tabular-nums">{t('suggestCount', { count: articles })}</span>
        </>
      );
    }
    case 'about':
      return (
        <>
          <PinIcon className="shrink-0 text-accent" />
          <bdi className="min-w-0 flex-1 truncate">{t('suggestAbout', { name: labelIn(suggestion.place.label, locale) })}</bdi>
        </>
      );
    case 'topic':
    case 'publisher':
      return (
        <>
          <ColourDot colour={suggestion.choice.colour ?? (suggestion.kind === 'topic' ? 'var(--topic)' : 'var(--line-strong)')} className="mx-0.5" />
          <bdi className="min-w-0 flex-1 truncate">{labelIn(suggestion.choice.label, locale)}</bdi>
          <span className="shrink-0 text-xs text-faint">{t(suggestion.kind === 'topic' ? 'suggestTopic' : 'suggestPublisher')}</span>
        </>
      );
  }
}
