'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react';
import type { Choices } from '@/lib/dashboard';
import type { KnownPlace } from '@/lib/trends';
import { PlusIcon } from '../ui/icons';
import { useKindName } from '../ui/kind-name';
import { useUiLocale } from '../ui/use-locale';
import { offersOf, stillFit, type Offer } from './offers';
import { useAsked } from './use-asked';
import { MOST_SERIES } from './view';

interface Props {
  choices: Choices;
  chosen: readonly string[];
  onAdd(key: string, name: string): void;
}

/** A pause in typing this long asks the server for places, in milliseconds. */
const PAUSE_MS = 150;
const PLACES_ARE_KNOWN_MS = 600_000;

/** Places that the server finds by what is typed; until they are here, those known already that fit it. `known`: all of them are here. */
function usePlaces(typed: string, open: boolean): { places: readonly KnownPlace[]; known: boolean } {
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { value, current, failure } = useAsked<{ places: KnownPlace[] }>(open ? `/api/v1/places?${new URLSearchParams({ q: wanted, limit: '14' }).toString()}` : null, PLACES_ARE_KNOWN_MS);
  const known = wanted === typed.trim() && (current || failure !== null);
  const found = value?.places ?? [];
  return { known, places: known ? found : stillFit(found, typed) };
}

/** Adds a place, topic, publisher or language to what is compared: typed in either script, chosen by pointer or keys. */
export function SeriesPicker({ choices, chosen, onAdd }: Props) {
  const t = useTranslations('trends');
  const kindName = useKindName();
  const locale = useUiLocale();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const { places, known } = usePlaces(typed, open);
  // places come first: without them a topic would stand where one is about to
  const offers = open && (known || places.length > 0) ? offersOf(choices, places, typed, chosen, locale, kindName) : [];
  const active = Math.min(at, offers.length - 1);
  const full = chosen.length >= MOST_SERIES;

  function add(offer: Offer | undefined) {
    if (!offer) return;
    onAdd(offer.key, offer.name);
    setTyped('');
    setAt(0);
    // it lies over the chart, which is what is looked at now
    setOpen(false);
  }

  // Enter before the places are here means the first of them
  const addFirst = useEffectEvent(() => {
    setEntered(false);
    add(offers[0]);
  });
  useEffect(() => {
    if (entered && known) addFirst();
  }, [entered, known]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (open && offers.length > 0) setAt((active + step + offers.length) % offers.length);
      setOpen(true);
    } else if (event.key === 'Enter' && !known && at === 0) setEntered(open && typed !== '');
    else if (event.key === 'Enter') add(offers[active]);
    else if (event.key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative w-full sm:w-72">
      <PlusIcon className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-accent" />
      <input
        type="text"
        role="combobox"
        data-testid="trends-add"
        aria-expanded={open && offers.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && offers[active] ? `${listId}-${active}` : undefined}
        aria-label={t('add')}
        placeholder={full ? t('full', { count: MOST_SERIES }) : t('addPlaceholder')}
        disabled={full}
        value={typed}
        dir={typed ? 'auto' : undefined}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setEntered(false);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        className="h-9 w-full rounded-md border border-accent bg-surface ps-8 pe-3 text-sm placeholder:text-soft disabled:border-line disabled:opacity-70"
      />
      <ul id={listId} role="listbox" aria-label={t('add')} hidden={!open || offers.length === 0} className="absolute inset-x-0 top-full z-10 mt-1 max-h-80 overflow-y-auto rounded-md border border-line-strong bg-raised py-1 text-sm shadow-lg">
        {offers.map((offer, n) => (
          <OfferRow key={offer.key} id={`${listId}-${n}`} offer={offer} heading={offers[n - 1]?.kind === offer.kind ? null : t(`kinds.${offer.kind}`)} active={n === active} onChoose={() => add(offer)} />
        ))}
      </ul>
      {open && offers.length === 0 && typed !== '' ? <p role="status" className="absolute inset-x-0 top-full z-10 mt-1 rounded-md border border-line-strong bg-raised px-3 py-2 text-sm text-soft">{known ? t('noneFound') : t('looking')}</p> : null}
    </div>
  );
}

interface RowProps {
  id: string;
  offer: Offer;
  heading: string | null;
  active: boolean;
  onChoose(): void;
}

function OfferRow({ id, offer, heading, active, onChoose }: RowProps) {
  return (
    <>
      {heading === null ? null : (
        <li role="presentation" className="px-3 pt-2 pb-0.5 text-xs text-faint">
          {heading}
        </li>
      )}
      <li
        id={id}
        role="option"
        aria-selected={active}
        data-offer={offer.key}
        // before the field loses the focus, and the list with it
        onMouseDown={(event) => {
          event.preventDefault();
          onChoose();
        }}
        className="flex cursor-pointer items-baseline justify-between gap-3 px-3 py-1 hover:bg-accent-soft aria-selected:bg-accent-soft"
      >
        <bdi className="truncate">{offer.name}</bdi>
        <bdi className="shrink-0 text-xs text-faint">{offer.aside}</bdi>
      </li>
    </>
  );
}
