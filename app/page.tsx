import { parseFilterQuery } from '@/lib/filter-query';
import { marsad } from '@/server/db/handle';
import { Dashboard } from '@/components/dashboard';
import { listIn } from '@/components/feed/list-address';
import { articleIn } from '@/components/live/article-address';
import { BadFilter } from '@/components/bad-filter';
import { toParams } from './address';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: Props) {
  const params = toParams(await searchParams);
  const parsed = parseFilterQuery(params);
  if (!parsed.ok) return <BadFilter fields={parsed.fields} />;
  const server = marsad();
  const [snapshot, choices] = await Promise.all([server.snapshot(parsed.query), server.choices(parsed.query.region)]);
  return <Dashboard snapshot={snapshot} choices={choices} query={parsed.query} openArticle={articleIn(params)} list={listIn(params)} writeAccess={server.writeAccess} />;
}
