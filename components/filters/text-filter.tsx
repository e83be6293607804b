'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { CloseIcon, SearchIcon } from '../ui/icons';

/** A pause in typing this long asks the server, in milliseconds. */
const PAUSE_MS = 350;
/** What the server takes at most (lib/filter-query.ts). */
const MAX_LENGTH = 200;

/** Words to look for. Follows the filter when it changes from elsewhere, but never under the reader's fingers. */
export function TextFilter({ text, onText }: { text: string; onText(text: string): void }) {
  const t = useTranslations('filters');
  const [typed, setTyped] = useState(text);
  const asked = useRef(text);
  useEffect(() => {
    if (text === asked.current) return;
    asked.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    const timer = setTimeout(() => apply(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  });

  function apply(value: string) {
    const words = value.trim();
    if (words === asked.current) return;
    asked.current = words;
    onText(words);
  }

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        apply(typed);
      }}
      className="relative"
    >
      <SearchIcon className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-faint" />
      <input
        type="search"
        data-testid="filter-text"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
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
        <button
          type="button"
          onClick={() => {
            setTyped('');
            apply('');
          }}
          aria-label={t('clearText')}
          className="absolute inset-y-0 end-1.5 my-auto grid size-6 place-items-center rounded text-faint hover:text-ink"
        >
          <CloseIcon />
        </button>
      ) : null}
    </form>
  );
}
