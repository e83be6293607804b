'use client';

import { useEffect, useRef, useState } from 'react';
import type { Choices } from '@/lib/dashboard';

const ASK_AGAIN_MS = 60_000;
/** While there is nothing to choose from, the first articles may bring it any moment. */
const ASK_SOON_MS = 5_000;
const NONE: readonly string[] = [];

/**
 * What the filters offer grows with the articles: asked for again now and then while the page is looked at, and at once where a place is chosen
 * that nothing here names. @param places ids of chosen places
 */
export function useChoices(first: Choices, places: readonly string[] = NONE): Choices {
  const [choices, setChoices] = useState(first);
  const wanted = useRef(places);
  useEffect(() => {
    wanted.current = places;
  }, [places]);
  const wait = choices.regions.length + choices.topics.length === 0 ? ASK_SOON_MS : ASK_AGAIN_MS;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void fetchChoices(wanted.current).then((found) => found && setChoices(found));
    }, wait);
    return () => clearInterval(timer);
  }, [wait]);
  const unnamed = places.filter((id) => !choices.regions.some((region) => region.id === id)).sort().join(' ');
  useEffect(() => {
    if (unnamed !== '') void fetchChoices(wanted.current).then((found) => found && setChoices(found));
  }, [unnamed]);
  return choices;
}

/** @returns null where the server can't be reached or can't say: the old choices stay, and the badge tells of the break */
export async function fetchChoices(places: readonly string[]): Promise<Choices | null> {
  try {
    const response = await fetch(`/api/choices?${new URLSearchParams(places.map((id) => ['region', id])).toString()}`);
    return response.ok ? ((await response.json()) as Choices) : null;
  } catch (error) {
    console.warn('the choices of the filters could not be refreshed', error);
    return null;
  }
}
