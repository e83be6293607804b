'use client';

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Snapshot } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import { useArrivalMeasure } from './arrival-times';
import { addressOf, listKey, queryKey, readAddress } from './address';
import type { Hold } from './batch';
import { createLiveFeed, type LiveFeed, type LiveView } from './live-feed';
import { fetchOlder } from './older';
import { openSocket } from './open-socket';
import { onTravel } from './travel';
import { useReading, type Reading } from './use-reading';

export interface LiveDashboard extends LiveView {
  reading: Reading;
  /** another filter, or what becomes of the one that is wanted now */
  choose(next: FilterQuery | ((wanted: FilterQuery) => FilterQuery)): void;
  release(): void;
  loadOlder(): Promise<void>;
}

/**
 * The dashboard's data: first what the server rendered, then live. The address bar follows the filter, and leads it on back and forward.
 * @param opened whether an article stands beside the list
 */
export function useLiveFeed(snapshot: Snapshot, query: FilterQuery, opened = false): LiveDashboard {
  const holdRef = useRef<() => Hold>(() => 'nothing');
  const [feed] = useState(() => createLiveFeed(query, snapshot, { hold: () => holdRef.current(), soon: beforeNextFrame, calmly: createCalm(), onceShown }));
  const view = useSyncExternalStore(feed.listen, feed.view, feed.view);
  const reading = useReading(feed.release, opened);
  const { scroller, hold } = reading;
  useEffect(() => {
    holdRef.current = hold;
  }, [hold]);
  useConnection(feed);
  useHistory(feed);
  useArrivalMeasure(view);
  useAging(feed);
  const choose = useCallback<LiveDashboard['choose']>((next) => chooseAndRemember(feed, typeof next === 'function' ? next(feed.view().state.wanted) : next), [feed]);
  const release = useCallback(() => {
    feed.release();
    scroller.current?.scrollTo({ top: 0 });
  }, [feed, scroller]);
  const loadOlder = useCallback(() => appendOlderPage(feed), [feed]);
  return useMemo(() => ({ ...view, reading, choose, release, loadOlder }), [view, reading, choose, release, loadOlder]);
}

/** Browsers draw no frames of a hidden page, whose title still has to count. */
function beforeNextFrame(task: () => void) {
  let done = false;
  const once = () => {
    if (!done) task();
    done = true;
  };
  requestAnimationFrame(once);
  setTimeout(once, 250);
}

/** A frame is on the screen, or nearly, when the browser asks for the one after it. */
const onceShown = (task: () => void) => beforeNextFrame(() => beforeNextFrame(task));

/** So long between two times that what comes by itself is drawn: a burst is drawn in a few steps. */
const CALM_MS = 250;

function createCalm(): (task: () => void) => void {
  let next = 0;
  return (task) => {
    const draw = () => {
      next = performance.now() + CALM_MS;
      beforeNextFrame(task);
    };
    const wait = next - performance.now();
    if (wait > 0) setTimeout(draw, wait);
    else draw();
  };
}

function useConnection(feed: LiveFeed) {
  useEffect(() => {
    let ended = false;
    void openSocket().then((socket) => {
      if (!ended) feed.connect(socket);
    });
    window.addEventListener('offline', feed.networkLost);
    return () => {
      ended = true;
      window.removeEventListener('offline', feed.networkLost);
      feed.disconnect();
    };
  }, [feed]);
}

/** "The last hour" moves on though nothing arrives. */
function useAging(feed: LiveFeed) {
  useEffect(() => {
    const timer = setInterval(() => feed.dispatch({ type: 'clock:struck', now: Date.now() }), 30_000);
    return () => clearInterval(timer);
  }, [feed]);
}

/** Back and forward lead the filter, also when they were pressed before this ran. */
function useHistory(feed: LiveFeed) {
  useEffect(() => {
    const follow = () => {
      const query = readAddress(window.location.search);
      if (queryKey(query) !== queryKey(feed.view().state.wanted)) feed.choose(query);
    };
    follow();
    return onTravel(follow);
  }, [feed]);
}

/** Another filter is a step that "back" undoes; another window of the charts is not. */
function chooseAndRemember(feed: LiveFeed, next: FilterQuery) {
  const { wanted } = feed.view().state;
  if (queryKey(next) === queryKey(wanted)) return;
  const address = addressOf(next, new URL(window.location.href));
  if (listKey(next) === listKey(wanted)) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  feed.choose(next);
}

async function appendOlderPage(feed: LiveFeed) {
  const { query, older } = feed.view().state;
  if (older === null) return;
  const page = await fetchOlder(query, older);
  feed.dispatch({ type: 'older:received', query, before: older, ...page });
}
