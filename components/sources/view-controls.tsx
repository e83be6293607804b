'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState, type ReactNode } from 'react';
import type { Source } from '@/lib/source';
import { ChevronIcon, CloseIcon, FilterIcon, SearchIcon } from '../ui/icons';
import { countryName, languageName } from '../ui/names';
import { useUiLocale } from '../ui/use-locale';
import { foldersOf, NONE, optionsOf, SORTS, type SourcesView } from './view';

interface Props {
  sources: readonly Source[];
  view: SourcesView;
  onView(view: SourcesView): void;
}

/** Search, filters and order. On a narrow screen the filters are folded away behind a button. */
export function ViewControls({ sources, view, onView }: Props) {
  const t = useTranslations('sources');
  const locale = useUiLocale();
  const [open, setOpen] = useState(false);
  const languages = useMemo(() => optionsOf(sources, (source) => source.language), [sources]);
  const countries = useMemo(() => optionsOf(sources, (source) => source.country), [sources]);
  const folders = useMemo(() => foldersOf(sources), [sources]);
  const named = (name: (code: string) => string, none: string) => (value: string) => (value === NONE ? none : name(value));
  const languageOf = named((code) => languageName(code, locale), t('noLanguage'));
  const countryOf = named((code) => countryName(code, locale), t('noCountry'));
  const filters = [view.language, view.country, view.folder].filter(Boolean).length;
  return (
    <div className="flex flex-wrap items-center gap-2" data-open={open || undefined}>
      <Search text={view.q} onText={(q) => onView({ ...view, q })} />
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="fold-button" data-testid="fold-filters">
        <FilterIcon />
        {t('filters')}
        {filters > 0 ? <span className="rounded-full bg-accent px-1.5 text-xs text-accent-ink tabular-nums">{filters}</span> : null}
      </button>
      <div className="view-selects">
        <Select name="language" label={t('language')} value={view.language} any={t('anyLanguage')} onValue={(language) => onView({ ...view, language })}>
          {languages.map(({ value, count }) => (
            <Choice key={value} value={value} text={`${languageOf(value)} (${count})`} />
          ))}
        </Select>
        <Select name="country" label={t('country')} value={view.country} any={t('anyCountry')} onValue={(country) => onView({ ...view, country })}>
          {countries.map(({ value, count }) => (
            <Choice key={value} value={value} text={`${countryOf(value)} (${count})`} />
          ))}
        </Select>
        {folders.length > 0 || view.folder ? (
          <Select name="folder" label={t('folder')} value={view.folder} any={t('anyFolder')} onValue={(folder) => onView({ ...view, folder })}>
            {folders.map((folder) => (
              <Choice key={folder} value={folder} text={folder.replaceAll('/', ' / ')} />
            ))}
            <Choice value={NONE} text={t('noFolder')} />
          </Select>
        ) : null}
        <Select name="sort" label={t('sort')} value={view.sort} onValue={(value) => onView({ ...view, sort: SORTS.find((one) => one === value) ?? 'trouble' })}>
          {SORTS.map((sort) => (
            <Choice key={sort} value={sort} text={t(`sortBy.${sort}`)} />
          ))}
        </Select>
      </div>
    </div>
  );
}

function Search({ text, onText }: { text: string; onText(text: string): void }) {
  const t = useTranslations('sources');
  return (
    <div className="relative min-w-0 flex-1 md:max-w-80 md:min-w-52">
      <SearchIcon className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-faint" />
      <input
        type="search"
        value={text}
        onChange={(event) => onText(event.target.value)}
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        dir={text ? 'auto' : undefined}
        autoComplete="off"
        data-testid="source-search"
        className="h-8 w-full rounded-md border border-line-strong bg-surface ps-8 pe-8 text-sm placeholder:text-faint focus:border-accent"
      />
      {text ? (
        <button
          type="button"
          onClick={() => onText('')}
          aria-label={t('clearSearch')}
          className="absolute inset-y-0 end-0 grid w-8 place-items-center text-faint hover:text-ink"
        >
          <CloseIcon />
        </button>
      ) : null}
    </div>
  );
}

interface SelectProps {
  name: string;
  label: string;
  value: string;
  /** the choice of no value; left out where there is always one */
  any?: string;
  onValue(value: string): void;
  children: ReactNode;
}

function Select({ name, label, value, any, onValue, children }: SelectProps) {
  return (
    <span className="field-select" data-chosen={(any !== undefined && value !== '') || undefined}>
      <select aria-label={label} title={label} data-filter={name} value={value} onChange={(event) => onValue(event.target.value)}>
        {any === undefined ? null : <option value="">{any}</option>}
        {children}
      </select>
      <ChevronIcon className="rotate-90" />
    </span>
  );
}

function Choice({ value, text }: { value: string; text: string }) {
  return (
    <option value={value} dir="auto" suppressHydrationWarning>
      {text}
    </option>
  );
}
