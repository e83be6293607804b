import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SpikePage } from '@/components/spikes/spike-page';
import { marsad } from '@/server/db/handle';
import { readArticleId } from '../../api/answers';
import { readerIn } from '../../reader';

interface Props {
  params: Promise<{ id: string }>;
}

async function spikeOf({ params }: Props) {
  const id = readArticleId((await params).id);
  return id === null ? null : marsad().spike(id, readerIn((await headers()).get('cookie')));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, spike] = await Promise.all([getTranslations(), spikeOf(props)]);
  return { title: `${spike?.labels.map(({ ar, en }) => ar ?? en).join(' · ') ?? t('spikes.title')} · ${t('name')}` };
}

export default async function Page(props: Props) {
  const spike = await spikeOf(props);
  if (!spike) notFound();
  return <SpikePage spike={spike} />;
}
