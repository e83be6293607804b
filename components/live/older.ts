import type { ArticleItem } from '@/lib/article';
import { toSearchParams } from '@/lib/filter-address';
import type { FilterQuery } from '@/lib/events';

export interface OlderPage {
  items: ArticleItem[];
  older: string | null;
}

/**
 * The page of articles before `key`.
 * @throws an Error that says what the server answered
 */
export async function fetchOlder(query: FilterQuery, key: string): Promise<OlderPage> {
  const params = toSearchParams(query);
  params.set('before', key);
  const response = await fetch(`/api/articles?${params}`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return (await response.json()) as OlderPage;
}
