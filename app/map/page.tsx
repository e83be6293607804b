import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BadFilter } from '@/components/bad-filter';
import { MapPage } from '@/components/map/map-page';
import { parseFilterQuery } from '@/lib/filter-query';
import { marsad } from '@/server/db/handle';
import { toParams } from '../address';

const MOST_PLACES = 1_000;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t('map.title')} · ${t('name')}` };
}

export default async function Page({ searchParams }: Props) {
  const parsed = parseFilterQuery(toParams(await searchParams));
  if (!parsed.ok) return <BadFilter fields={parsed.fields} />;
  const server = marsad();
  const [map, choices, { mapTiles }] = await Promise.all([
    server.map({ filter: parsed.query, limit: MOST_PLACES, hours: false }), server.choices(parsed.query.region), server.productSettings(),
  ]);
  return <MapPage first={map} choices={choices} query={parsed.query} tiles={mapTiles} />;
}
