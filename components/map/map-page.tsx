'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Choices } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import type { MapAnswer } from '@/lib/map';
import type { PlaceRole } from '@/lib/place';
import type { MapTiles } from '@/lib/settings';
import { ActiveFilters } from '../filters/active-filters';
import { FilterColumn } from '../filters/filter-column';
import { SearchBox } from '../filters/search-box';
import { useChoices } from '../filters/use-choices';
import { PageFrame } from '../header/page-frame';
import { toggle } from '../live/address';
import { useSourcesSignal } from '../live/sources-signal';
import { useAddressQuery } from '../live/use-address-query';
import { formatNumber, labelIn } from '../ui/format';
import type { Locale } from '../ui/locale';
import { useUiLocale } from '../ui/use-locale';
import { loadCountries, loadProvinces } from './geometry';
import { MapControls } from './map-controls';
import { MapLegend } from './map-legend';
import { MapPlayer } from './map-player';
import { MapStage } from './map-stage';
import type { Point } from './drawn-shape';
import { newsBounds } from './news-bounds';
import type { Picked } from './news-map';
import { PlaceArticles } from './place-articles';
import { PlaceLists } from './place-lists';
import { resolveArea } from './resolve-area';
import { Segments } from './segments';
import { apiParams, useMapCounts } from './use-map-counts';
import { useMapView } from './use-map-view';
import { usePlayer } from './use-player';

type Tab = 'map' | 'list' | 'filters';

/** Narrow screens show one of the three, wider ones the map and one more. */
const LIST_SHOWN: Record<Tab, string> = { map: 'hidden md:flex', list: 'flex', filters: 'hidden' };

interface Props {
  first: MapAnswer;
  choices: Choices;
  query: FilterQuery;
  tiles: MapTiles | null;
}

/** Owns the map's numbers, its filter and what is looked at. */
export function MapPage({ first, choices: offered, query: asked, tiles }: Props) {
  const t = useTranslations('map');
  const locale = useUiLocale();
  const { query, choose } = useAddressQuery(asked);
  const choices = useChoices(offered, query.region);
  const { answer, counting, failure } = useMapCounts(first, query);
  const connection = useSourcesSignal(() => undefined);
  const player = usePlayer(query);
  const [picked, setPicked] = useState<string | null>(null);
  const [tab, setTab] = useState<Tab>('map');
  const [drawing, setDrawing] = useState(false);
  const [area, setArea] = useState<{ ids: number; left: number } | null>(null);
  const chosen = useMemo(() => (picked === null ? query.region : [...new Set([...query.region, picked])]), [query.region, picked]);
  const look = useMapView(answer, player, chosen);
  const choiceNames = useMemo(() => namesOfChoices(choices, locale), [choices, locale]);
  const nameOf = (id: string) => (look.nameOf(id) === id ? (choiceNames.get(id) ?? id) : look.nameOf(id));

  const pick = (id: string) => {
    setPicked(id);
    setTab('list');
  };
  const pickOnMap = (one: Picked) => {
    if (one.kind !== 'disputed') pick(one.id);
  };
  const filterArea = async (outline: Point[]) => {
    setDrawing(false);
    const outlines = (await Promise.all([loadCountries(), loadProvinces()])).flatMap(({ features }) => features.map(({ properties }) => properties));
    const { ids, left } = resolveArea(outline, answer, outlines);
    setArea({ ids: ids.length, left });
    if (ids.length > 0) choose({ ...query, region: ids });
  };
  const toggleRole = (role: PlaceRole) => {
    const roles = query.role ?? [];
    choose({ ...query, role: roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role] });
  };
  const lists = <PlaceLists shown={look.shown} chosen={chosen} nameOf={nameOf} onPick={pick} />;
  return (
    <PageFrame
      page="map" connection={connection} skip={{ to: 'map', text: t('skip') }} palette={{ query, choices, choose }}
      search={<SearchBox query={query} choices={choices} onChoose={choose} />}
    >
      <h1 className="sr-only">{t('title')}</h1>
      <ActiveFilters query={query} nameOf={nameOf} onChoose={choose} />
      <div className="flex border-b border-line bg-surface px-4 py-2 xl:hidden">
        <Segments<Tab> name="tab" label={t('views')} value={tab} choices={[['map', t('tabMap')], ['list', t('tabList')], ['filters', t('tabFilters')]]} onChoose={setTab} />
      </div>
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <aside aria-label={t('tabFilters')} className={`relative min-h-0 flex-1 flex-col overflow-y-auto md:w-80 md:flex-none md:border-e md:border-line xl:flex xl:w-68 ${tab === 'filters' ? 'flex' : 'hidden'}`}>
          <FilterColumn query={query} choices={choices} onChoose={choose} time="24h" changed={answer.total} />
        </aside>
        <main id="map" tabIndex={-1} aria-busy={counting} className={`min-h-0 min-w-0 flex-1 flex-col ${tab === 'map' ? 'flex' : 'hidden md:flex'}`}>
          <MapControls query={query} look={look} drawing={drawing} onChoose={choose} onDraw={() => setDrawing(!drawing)} />
          <div className="relative min-h-0 flex-1">
            <MapStage look={look} tiles={tiles} start={newsBounds(answer)} drawing={drawing} onPick={pickOnMap} onArea={(outline) => void filterArea(outline)} onStopDrawing={() => setDrawing(false)} fallback={<PlaceLists shown={look.shown} chosen={chosen} nameOf={nameOf} onPick={pick} wide />} />
          </div>
          <MapPlayer player={player} />
        </main>
        <aside aria-label={t('list')} className={`relative min-h-0 flex-col overflow-y-auto bg-surface md:w-80 md:border-s md:border-line xl:flex xl:w-88 ${LIST_SHOWN[tab]}`}>
          {picked === null ? null : (
            <PlaceArticles
              query={narrowed(query, picked, player.hour === null ? null : (player.day?.frames?.[player.hour]?.start ?? null))}
              name={nameOf(picked)}
              chosen={query.region.includes(picked)}
              onFilter={() => choose(toggle(query, 'region', picked))}
              onClose={() => setPicked(null)}
            />
          )}
          <div className="flex flex-col gap-4 p-4">
            <p role="status" className="text-sm text-soft" data-testid="map-total" data-total={look.shown.total}>
              {failure ? <span className="text-bad">{t('countFailed', { reason: failure })}</span> : counting ? t('loading') : t('summary', { count: look.shown.total })}
            </p>
            {area ? <AreaNote {...area} /> : null}
            <MapLegend breaks={look.breaks} measure={look.measure} roles={query.role ?? []} onRole={toggleRole} />
            {lists}
            <p className="flex flex-wrap items-center justify-between gap-2 text-xs text-faint">
              {answer.leftOut > 0 ? <span>{t('leftOut', { count: answer.leftOut })}</span> : <span />}
              <a href={`/api/v1/map?${apiParams(query, { format: 'csv' }).toString()}`} download className="inline-flex min-h-6 items-center underline underline-offset-4 hover:text-ink">
                {t('csv')}
              </a>
            </p>
          </div>
        </aside>
      </div>
    </PageFrame>
  );
}

function AreaNote({ ids, left }: { ids: number; left: number }) {
  const t = useTranslations('map');
  const locale = useUiLocale();
  const text = ids === 0 ? t('drawnNone') : left > 0 ? t('drawnMost', { count: formatNumber(ids, locale), left: formatNumber(left, locale) }) : t('drawn', { count: ids });
  return (
    <p role="status" data-testid="map-area" className="rounded-md bg-sunken px-3 py-2 text-sm">
      {text}
    </p>
  );
}

const HOUR_MS = 3_600_000;

/** Of places and topics by their id, of publishers by `publisher:` and theirs. */
function namesOfChoices({ regions, topics, publishers }: Choices, locale: Locale): Map<string, string> {
  return new Map([
    ...[...regions, ...topics].map(({ id, label }) => [id, labelIn(label, locale)] as const),
    ...publishers.map(({ id, label }) => [`publisher:${id}`, labelIn(label, locale)] as const),
  ]);
}

/** The filter of one place, and of one hour where an hour is shown. */
function narrowed(query: FilterQuery, id: string, hour: string | null): FilterQuery {
  const place: FilterQuery = { ...query, region: [id] };
  if (hour !== null) return { ...place, last: null, from: hour, to: new Date(Date.parse(hour) + HOUR_MS).toISOString() };
  return query.from || query.to || query.last ? place : { ...place, last: '24h' };
}
