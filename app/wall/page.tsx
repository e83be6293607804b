import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BadFilter } from '@/components/bad-filter';
import { WallPage } from '@/components/wall/wall-page';
import { toSearchParams } from '@/lib/filter-address';
import { parseFilterQuery } from '@/lib/filter-query';
import { marsad } from '@/server/db/handle';
import { toParams } from '../address';

const SPIKES = 4;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t('wall.title')} · ${t('name')}` };
}

/** An address without any parameter means the places of the settings: they become the address, so that it says what is shown. */
export default async function Page({ searchParams }: Props) {
  const params = toParams(await searchParams);
  const parsed = parseFilterQuery(params);
  if (!parsed.ok) return <BadFilter fields={parsed.fields} />;
  const server = marsad();
  const { wall } = await server.productSettings();
  if (params.size === 0 && wall.places.length > 0) redirect(`/wall?${String(toSearchParams({ ...parsed.query, region: wall.places }))}`);
  const [snapshot, choices, spikes, history] = await Promise.all([
    server.snapshot(parsed.query), server.choices(parsed.query.region), server.spikes(['rising', 'peak', 'fading'], SPIKES), server.spikeHistory(),
  ]);
  return <WallPage snapshot={snapshot} choices={choices} spikes={spikes} history={history} query={parsed.query} zones={wall.zones} />;
}
