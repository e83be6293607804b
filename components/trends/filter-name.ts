import type { Choices } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import { labelIn } from '../ui/format';
import { languageOf, type Locale } from '../ui/locale';
import { languageName } from '../ui/names';

/** What a filter is called by what is chosen in it; nothing where nothing is. Ids that nothing names stand for themselves. */
export function filterName(filter: FilterQuery, choices: Choices, locale: Locale, roleName: (role: string) => string): string {
  const named = (list: Choices['topics'], ids: readonly string[]) =>
    ids.map((id) => {
      const label = list.find((choice) => choice.id === id)?.label;
      return label ? labelIn(label, locale) : id;
    });
  const arabic = languageOf(locale) === 'ar';
  const or = arabic ? ' أو ' : ' or ';
  const parts = [
    named(choices.regions, filter.region), named(choices.topics, filter.topic), named(choices.publishers, filter.publisher ?? []),
    (filter.lang ?? []).map((code) => languageName(code, locale)), (filter.role ?? []).map(roleName), filter.q ? [arabic ? `«${filter.q}»` : `“${filter.q}”`] : [],
  ];
  return parts.filter((part) => part.length > 0).map((part) => part.join(or)).join(' · ');
}
