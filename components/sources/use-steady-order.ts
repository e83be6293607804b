'use client';

import { useState } from 'react';
import type { Source } from '@/lib/source';
import { sourcesOf, steadyOrder, type SourcesView } from './view';

/** Less than this from the top still is the top, in pixels. */
const TOP = 8;

/**
 * The sources of a view in its order. While somebody is in the list (further down, over it with the pointer, in it with the
 * keyboard), what changes keeps its place: no row slips away from under a reader's hand.
 */
export function useSteadyOrder(sources: readonly Source[], view: SourcesView, locale: string): readonly Source[] {
  const [shown, show] = useState(() => ({ sources, view, locale, list: sourcesOf(sources, view, locale) }));
  if (shown.sources === sources && shown.view === view && shown.locale === locale) return shown.list;
  const sorted = sourcesOf(sources, view, locale);
  const sameView = shown.view === view && shown.locale === locale;
  const list = sameView && isEngaged() ? steadyOrder(sorted, shown.list) : sorted;
  show({ sources, view, locale, list });
  return list;
}

function isEngaged(): boolean {
  const scroller = document.getElementById('sources');
  if (!scroller) return false;
  // On touch screens a tap leaves :hover behind for good.
  const hovered = matchMedia('(hover: hover)').matches && scroller.matches(':hover');
  return scroller.scrollTop > TOP || hovered || scroller.querySelector(':focus-visible') !== null;
}
