import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { marsad } from '@/server/db/handle';
import { SourcesPage } from '@/components/sources/sources-page';
import { readView } from '@/components/sources/view';
import { toParams } from '../address';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t('sources.title')} · ${t('name')}` };
}

export default async function Page({ searchParams }: Props) {
  const server = marsad();
  const [params, sources] = await Promise.all([searchParams, server.sources()]);
  return <SourcesPage sources={sources} view={readView(toParams(params))} writeAccess={server.writeAccess} />;
}
