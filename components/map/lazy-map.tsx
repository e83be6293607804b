'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { untilThere } from '../ui/until-there';
import { useIdle } from '../ui/use-idle';
import type { ArticleMapPlace } from './article-map';

/** Maps come when they are shown, the library and the outlines with them. */
export const LazyMapView = dynamic(() => untilThere(() => import('./map-view')).then((module) => module.MapView), { ssr: false, loading: MapSpace });
const ArticleMap = dynamic(() => untilThere(() => import('./article-map')).then((module) => module.ArticleMap), { ssr: false, loading: ArticleMapSpace });

/** An article's map is made for who stays with it: articles that are leafed through, and maps that nobody scrolls to, cost nothing. */
export function LazyArticleMap({ places }: { places: readonly ArticleMapPlace[] }) {
  const space = useRef<HTMLDivElement>(null);
  const wanted = useIdle(useRestsOn(space));
  return <div ref={space}>{wanted ? <ArticleMap places={places} /> : <ArticleMapSpace />}</div>;
}

/** So long has something to be on the screen before someone is taken to look at it. */
const REST_MS = 600;

/** Whether it has once been on the screen for a while. */
function useRestsOn(target: RefObject<HTMLElement | null>): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const element = target.current;
    if (rested || !element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watching = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) timer = setTimeout(() => setRested(true), REST_MS);
    });
    watching.observe(element);
    return () => {
      clearTimeout(timer);
      watching.disconnect();
    };
  }, [target, rested]);
  return rested;
}

function MapSpace() {
  return <div className="h-full w-full" data-testid="map-canvas" data-state="loading" />;
}

/** As high as the map, so that nothing moves when it comes. */
function ArticleMapSpace() {
  return <div className="h-52" />;
}
