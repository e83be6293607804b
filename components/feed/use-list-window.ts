'use client';

import { useCallback, useEffect, useLayoutEffect, useReducer, useState, type RefCallback, type RefObject } from 'react';
import { TOP } from '../live/use-reading';
import { createListWindow, type ListWindow, type Rows } from './list-window';

/** The rows that are drawn, from `from` to before `to`, and how high what is not drawn above and below them is, in pixels. */
export interface DrawnList {
  from: number;
  to: number;
  above: number;
  below: number;
  /** for each drawn row, which says its number in `data-index` */
  measure: RefCallback<HTMLElement>;
  /** scrolls as little as is needed to show this row */
  reveal(index: number): void;
  /** the first row that can be seen from its beginning */
  firstSeen(): number;
  /** whether any of this row is on the screen; false for one that there isn't */
  sees(index: number): boolean;
}

interface Options {
  rows: Rows;
  scroller: RefObject<HTMLElement | null>;
  /** how high a row is taken to be before it was drawn, in pixels */
  expected: number;
}

/** What the server renders, before the screen's height is known. */
const FIRST_VIEW = { top: 0, height: 1000 };

/**
 * Draws of a long list what is near the screen. Heights are told by the browser once it has laid the rows out, before it paints:
 * nothing is asked of it that would make it do so twice.
 */
export function useListWindow({ rows, scroller, expected }: Options): DrawnList {
  const [list] = useState(() => createListWindow({ rows, expected, view: FIRST_VIEW, top: TOP }));
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const [motion] = useState(() => createMotion(list, scroller, draw));
  list.show(rows, expected);
  useLayoutEffect(() => {
    list.drew();
    motion.keepPlace();
  });
  useEffect(() => motion.growSoon());
  useEffect(() => motion.follow(), [motion]);
  const { from, to } = list.range();
  const heights = list.heights();
  const firstSeen = useCallback(() => firstWhole(list), [list]);
  const sees = useCallback((index: number) => isSeen(list, index), [list]);
  return {
    from, to, firstSeen, sees,
    above: heights.before(from),
    below: heights.total() - heights.before(to),
    measure: motion.measure,
    reveal: motion.reveal,
  };
}

function firstWhole(list: ListWindow): number {
  const { top } = list.view();
  const index = list.heights().at(top);
  return list.heights().before(index) < top ? Math.min(index + 1, list.heights().count - 1) : index;
}

function isSeen(list: ListWindow, index: number): boolean {
  if (index < 0) return false;
  const { top, height } = list.view();
  const start = list.heights().before(index);
  return start < top + height && start + list.heights().of(index) > top;
}

/** What the list and its scroller tell each other. */
function createMotion(list: ListWindow, scroller: RefObject<HTMLElement | null>, draw: () => void) {
  /** a row that is to be shown, but whose height is not known yet */
  let aim: number | null = null;
  let frame = 0;
  let observer: ResizeObserver | null = null;

  function look() {
    const element = scroller.current;
    // hidden, a list has no height: it is drawn as it was
    if (element && element.clientHeight > 0 && list.move({ top: element.scrollTop, height: element.clientHeight })) draw();
  }

  function keepPlace() {
    const by = list.takeShift();
    const element = scroller.current;
    if (by === 0 || !element) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    // at its end the browser may have moved it already, since the list has become shorter than it reached
    const atEnd = scrollTop >= scrollHeight - clientHeight - 1;
    element.scrollTop = atEnd ? list.view().top : scrollTop + by;
  }

  function growSoon() {
    if (list.settled()) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  }

  function scrollTo(index: number) {
    const { top, height } = list.view();
    const start = list.heights().before(index);
    const end = start + list.heights().of(index);
    const to = start < top ? start : end > top + height ? end - height : top;
    if (to !== top && scroller.current) scroller.current.scrollTop = to;
    look();
  }

  function reveal(index: number) {
    const { from, to } = list.range();
    aim = index >= from && index < to ? null : index;
    scrollTo(index);
  }

  function onSizes(entries: readonly ResizeObserverEntry[]) {
    for (const { target, borderBoxSize } of entries) {
      const height = borderBoxSize[0]?.blockSize ?? 0;
      if (height > 0 && target instanceof HTMLElement) list.measured(Number(target.dataset.index), height);
    }
    keepPlace();
    const aimed = aim;
    aim = null;
    if (aimed !== null) scrollTo(aimed);
    else look();
  }

  return {
    keepPlace, growSoon, reveal,
    measure(element: HTMLElement | null) {
      if (!element) return;
      const watching = (observer ??= new ResizeObserver(onSizes));
      watching.observe(element);
      return () => watching.unobserve(element);
    },
    follow() {
      const element = scroller.current;
      if (!element) return;
      const watching = new ResizeObserver(look);
      watching.observe(element);
      element.addEventListener('scroll', look, { passive: true });
      return () => {
        watching.disconnect();
        element.removeEventListener('scroll', look);
        cancelAnimationFrame(frame);
      };
    },
  };
}
