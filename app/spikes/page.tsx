import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { SpikesPage } from '@/components/spikes/spikes-page';
import { marsad } from '@/server/db/handle';
import { readerIn } from '../reader';

const MOST = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t('spikes.title')} · ${t('name')}` };
}

export default async function Page() {
  const reader = readerIn((await headers()).get('cookie'));
  const [spikes, history] = await Promise.all([marsad().spikes([], MOST, null, reader), marsad().spikeHistory()]);
  return <SpikesPage spikes={spikes} history={history} />;
}
