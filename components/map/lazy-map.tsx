'use client';

import dynamic from 'next/dynamic';
import { untilThere } from '../ui/until-there';

/** Maps come when they are shown, the library and the outlines with them. */
export const LazyMapView = dynamic(() => untilThere(() => import('./map-view')).then((module) => module.MapView), { ssr: false, loading: MapSpace });
export const LazyArticleMap = dynamic(() => untilThere(() => import('./article-map')).then((module) => module.ArticleMap), { ssr: false, loading: ArticleMapSpace });

function MapSpace() {
  return <div className="h-full w-full" data-testid="map-canvas" data-state="loading" />;
}

/** As high as the map, so that nothing moves when it comes. */
function ArticleMapSpace() {
  return <div className="h-52" />;
}
