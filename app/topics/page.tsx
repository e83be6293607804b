import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { marsad } from '@/server/db/handle';
import { TopicsPage } from '@/components/topics/topics-page';
import { toParams } from '../address';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t('topics.title')} · ${t('name')}` };
}

export default async function Page({ searchParams }: Props) {
  const server = marsad();
  const [params, topics] = await Promise.all([searchParams, server.topics()]);
  return <TopicsPage topics={topics} chosen={toParams(params).get('topic')} writeAccess={server.writeAccess} />;
}
