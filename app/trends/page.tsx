import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BadFilter } from '@/components/bad-filter';
import { TrendsPage } from '@/components/trends/trends-page';
import { parseFilterQuery } from '@/lib/filter-query';
import { marsad } from '@/server/db/handle';
import { toParams } from '../address';
import './trends.css';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t('trends.title')} · ${t('name')}` };
}

export default async function Page({ searchParams }: Props) {
  const params = toParams(await searchParams);
  const parsed = parseFilterQuery(params);
  if (!parsed.ok) return <BadFilter fields={parsed.fields} />;
  return <TrendsPage search={params.toString()} choices={await marsad().choices(parsed.query.region)} />;
}
