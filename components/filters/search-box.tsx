'use client';

import { useTranslations } from 'next-intl';
import { memo, useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { Choices } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import { CloseIcon, SearchIcon } from '../ui/icons';
import { SearchHelp } from './search-help';
import { SuggestionList } from './suggestion-list';
import { suggestionsFor, type Suggestion } from './suggestions';
import { useKnownPlaces } from './use-known-places';
import { useTypedText } from './use-typed-text';

interface Props {
  query: FilterQuery;
  choices: Choices;
  onChoose(query: FilterQuery): void;
}

/** What the server takes at most (lib/filter-query.ts). */
const MAX_LENGTH = 200;

/** Words to look for; what is typed is also looked up among places, topics and publishers, which become filters. */
export const SearchBox = memo(function SearchBox({ query, choices, onChoose }: Props) {
  const t = useTranslations('filters');
  const list = useId();
  const { typed, type, apply } = useTypedText(query.q, (q) => onChoose({ ...query, q }));
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const places = useKnownPlaces(open ? typed : '');
  const found = useMemo(() => (open ? suggestionsFor(typed, query, choices, places) : []), [open, typed, query, choices, places]);
  const active = found[at];

  function write(text: string) {
    type(text);
    setOpen(true);
    setAt(-1);
  }

  function close() {
    setOpen(false);
    setAt(-1);
  }

  function take(suggestion: Suggestion) {
    close();
    if (suggestion.kind === 'text') return apply(typed);
    type(suggestion.next.q, true);
    onChoose(suggestion.next);
  }

  function go(step: number) {
    setOpen(true);
    if (found.length > 0) setAt((now) => (now < 0 && step < 0 ? found.length - 1 : (now + step + found.length) % found.length));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowUp') go(-1);
    else if (event.key === 'Enter' && active) take(active);
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        close();
        apply(typed);
      }}
      className="relative"
    >
      <SearchIcon className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-faint" />
      <input
        type="search"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${list}-${at}` : undefined}
        data-testid="filter-text"
        value={typed}
        onChange={(event) => write(event.target.value)}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
        maxLength={MAX_LENGTH}
        aria-label={t('text')}
        placeholder={t('textPlaceholder')}
        dir={typed ? 'auto' : undefined}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        className="h-9 w-full rounded-md border border-line bg-sunken px-8 text-sm placeholder:text-faint focus:border-accent focus:bg-surface"
      />
      {typed ? (
        <button type="button" onClick={() => (type(''), apply(''))} aria-label={t('clearText')} className="absolute inset-y-0 end-1.5 my-auto grid size-6 place-items-center rounded text-faint hover:text-ink">
          <CloseIcon />
        </button>
      ) : null}
      <div hidden={!open} onMouseDown={(event) => event.preventDefault()} data-testid="search-popup" className="search-popup">
        <SuggestionList id={list} text={typed.trim()} suggestions={found} at={at} onTake={take} />
        {typed.trim() === '' ? <SearchHelp onTry={write} /> : null}
      </div>
      <span aria-live="polite" className="sr-only">
        {open && found.length > 1 ? t('suggested', { count: found.length }) : ''}
      </span>
    </form>
  );
});
