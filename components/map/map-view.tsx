'use client';

import 'maplibre-gl/dist/maplibre-gl.css';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useUiLocale } from '../ui/use-locale';
import { createNewsMap, type NewsMap, type NewsMapOptions, type Scene } from './news-map';
import { hasWebGl } from './webgl';

interface Props extends Pick<NewsMapOptions, 'interactive' | 'label' | 'tiles' | 'start' | 'hash' | 'onPick' | 'onHover' | 'onZoom'> {
  scene: Scene;
  /** gets the map while there is one */
  onMap?(map: NewsMap | null): void;
  /** stands over the map, in its own coordinates */
  children?: ReactNode;
  /** instead of a map, where the browser can't draw one or the outlines don't come */
  fallback: ReactNode;
}

type State = 'loading' | 'ready' | 'no-webgl' | 'failed';

/** A map as large as what it stands in. Who shows it loads this file lazily: the library weighs more than all the rest of a page. */
export function MapView({ scene, onMap, children, fallback, ...options }: Props) {
  const t = useTranslations('map');
  const locale = useUiLocale();
  const holder = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLCanvasElement>(null);
  const [map, setMap] = useState<NewsMap | null>(null);
  const [state, setState] = useState<State>('loading');
  const latest = useRef({ ...options, onMap, locale, more: (name: string, others: number) => t('more', { name, others }) });
  useEffect(() => {
    latest.current = { ...options, onMap, locale, more: (name, others) => t('more', { name, others }) };
  });

  useEffect(() => {
    if (!holder.current || !names.current) return;
    if (!hasWebGl()) {
      setState('no-webgl');
      return;
    }
    let ended = false;
    let made: NewsMap | null = null;
    const { interactive, label, tiles, start, hash, onHover, locale: first } = latest.current;
    const failed = (error: unknown) => {
      console.warn('the map could not be drawn', error);
      if (!ended) setState('failed');
    };
    void createNewsMap({
      container: holder.current, names: names.current, interactive, label, tiles, start, hash, locale: first,
      more: (name, others) => latest.current.more(name, others),
      onPick: (picked) => latest.current.onPick?.(picked),
      onZoom: (zoom) => latest.current.onZoom?.(zoom),
      onHover: onHover ? (hovered) => latest.current.onHover?.(hovered) : undefined,
      onReady: () => setState('ready'),
      onError: failed,
    }).then((created) => {
      if (ended) return created.remove();
      made = created;
      setMap(created);
      latest.current.onMap?.(created);
    }, failed);
    return () => {
      ended = true;
      made?.remove();
      latest.current.onMap?.(null);
      setMap(null);
    };
  }, []);

  useEffect(() => map?.show(scene), [map, scene]);
  useEffect(() => (map ? onRedress(() => map.redress(locale)) : undefined), [map, locale]);

  if (state === 'no-webgl' || state === 'failed') {
    return (
      <div data-testid="map-canvas" data-state={state} className="flex h-full flex-col gap-3 overflow-y-auto p-4">
        <p role="status" className="rounded-md bg-warn-soft px-3 py-2 text-sm text-ink">
          {state === 'no-webgl' ? t('noWebGl') : t('failed')}
        </p>
        {fallback}
      </div>
    );
  }
  return (
    <div data-testid="map-canvas" data-state={state} dir="ltr" className="news-map relative h-full w-full overflow-hidden">
      <div ref={holder} className="h-full w-full" />
      <canvas ref={names} aria-hidden="true" className="pointer-events-none absolute inset-0 h-full w-full" />
      {options.tiles?.attribution ? (
        <p data-testid="map-attribution" className="absolute right-0 bottom-0 max-w-full bg-surface/85 px-2 py-0.5 text-xs text-soft">
          <bdi>{options.tiles.attribution}</bdi>
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** Now, and whenever the reader or the system chooses other colours. @returns what ends it */
function onRedress(dress: () => void): () => void {
  dress();
  const watcher = new MutationObserver(dress);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', dress);
  return () => {
    watcher.disconnect();
    system.removeEventListener('change', dress);
  };
}
