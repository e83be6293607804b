import { SOURCE_HEALTH, type Source, type SourceHealth } from '@/lib/source';
import { fold } from '@/lib/text/fold';
import { perDayOf } from './per-day';

export const SORTS = ['trouble', 'name', 'rate', 'success', 'next'] as const;
export type Sort = (typeof SORTS)[number];

/** In the place of a language, country or folder: those that have none. */
export const NONE = '-';

/** Which sources are shown, and in what order; an empty text chooses all. The address holds it. */
export interface SourcesView {
  q: string;
  health: SourceHealth | '';
  language: string;
  country: string;
  /** and everything filed below it */
  folder: string;
  sort: Sort;
}

export const WHOLE_VIEW: SourcesView = { q: '', health: '', language: '', country: '', folder: '', sort: 'trouble' };

const TEXTS = ['q', 'language', 'country', 'folder'] as const;
const MAX_TEXT = 200;

/** What an address asks for; what it gets wrong counts as not asked. */
export function readView(params: URLSearchParams): SourcesView {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, (params.get(name) ?? '').slice(0, MAX_TEXT)])) as Record<(typeof TEXTS)[number], string>;
  const health = SOURCE_HEALTH.find((one) => one === params.get('health')) ?? '';
  const sort = SORTS.find((one) => one === params.get('sort')) ?? 'trouble';
  return { ...texts, health, sort };
}

/** The inverse of readView: path and parameters. */
export function viewAddress(view: SourcesView): string {
  const params = new URLSearchParams();
  for (const name of [...TEXTS, 'health', 'sort'] as const) {
    if (view[name] !== WHOLE_VIEW[name]) params.set(name, view[name]);
  }
  return params.size === 0 ? '/sources' : `/sources?${params}`;
}

export function isWhole(view: SourcesView): boolean {
  return viewAddress({ ...view, sort: 'trouble' }) === '/sources';
}

/** The sources of a view, in its order. */
export function sourcesOf(all: readonly Source[], view: SourcesView, locale: string): Source[] {
  const shown = all.filter((source) => belongs(source, view) && (view.health === '' || source.health === view.health));
  return shown.sort(orderOf(view.sort, locale));
}

/** The same sources with those that were shown before in their earlier order, and what is new after them. */
export function steadyOrder(sources: readonly Source[], before: readonly Source[]): Source[] {
  const places = new Map(before.map(({ id }, n) => [id, n]));
  const placeOf = ({ id }: Source) => places.get(id) ?? before.length;
  return [...sources].sort((a, b) => placeOf(a) - placeOf(b));
}

/** How many there are of each health; the choice of one health takes none of the others away. The sample wire is none of the sources, here as in the footer. */
export function countHealth(all: readonly Source[], view: SourcesView): { total: number; of: Record<SourceHealth, number> } {
  const counted = all.filter((source) => !source.sample && belongs(source, view));
  const of = Object.fromEntries(SOURCE_HEALTH.map((health) => [health, 0])) as Record<SourceHealth, number>;
  for (const { health } of counted) of[health] += 1;
  return { total: counted.length, of };
}

function belongs(source: Source, { q, language, country, folder }: SourcesView): boolean {
  return chosen(source.language, language) && chosen(source.country, country) && inFolder(source.folder, folder) && found(source, q);
}

function chosen(value: string | null, wanted: string): boolean {
  return wanted === '' || (value ?? NONE) === wanted;
}

function inFolder(folder: string | null, wanted: string): boolean {
  return chosen(folder, wanted) || (folder?.startsWith(`${wanted}/`) ?? false);
}

/** Every word somewhere in title, publisher, addresses or folder, in any spelling of it. */
function found({ title, url, listedUrl, siteUrl, publisher, folder }: Source, q: string): boolean {
  const words = fold(q).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const text = fold([title, publisher.name, url, listedUrl, siteUrl, folder].filter(Boolean).join('\n'));
  return words.every((word) => text.includes(word));
}

function orderOf(sort: Sort, locale: string): (a: Source, b: Source) => number {
  const names = new Intl.Collator(locale).compare;
  const byName = (a: Source, b: Source) => names(a.title, b.title) || a.id - b.id;
  const orders: Record<Sort, (a: Source, b: Source) => number> = {
    trouble: (a, b) => SOURCE_HEALTH.indexOf(a.health) - SOURCE_HEALTH.indexOf(b.health),
    name: () => 0,
    rate: (a, b) => (perDayOf(b.perDay) ?? -1) - (perDayOf(a.perDay) ?? -1),
    success: (a, b) => compare(a.lastSuccessAt ?? '', b.lastSuccessAt ?? ''),
    next: (a, b) => compare(isAsked(a) ? a.nextPollAt : '~', isAsked(b) ? b.nextPollAt : '~'),
  };
  return (a, b) => orders[sort](a, b) || byName(a, b);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a feed is asked at all as it stands. */
export function isAsked(source: Pick<Source, 'status'>): boolean {
  return source.status === 'active';
}

export interface Option {
  value: string;
  count: number;
}

/** What the filters offer: each value that some source has, most frequent first; NONE last. */
export function optionsOf(all: readonly Source[], valueOf: (source: Source) => string | null): Option[] {
  const counts = new Map<string, number>();
  for (const source of all) counts.set(valueOf(source) ?? NONE, (counts.get(valueOf(source) ?? NONE) ?? 0) + 1);
  const options = [...counts].map(([value, count]) => ({ value, count }));
  return options.sort((a, b) => Number(a.value === NONE) - Number(b.value === NONE) || b.count - a.count || compare(a.value, b.value));
}

/** Every folder, and every one above it, in the order of their names. */
export function foldersOf(all: readonly Source[]): string[] {
  const folders = new Set<string>();
  for (const { folder } of all) {
    const levels = folder?.split('/') ?? [];
    levels.forEach((_level, n) => folders.add(levels.slice(0, n + 1).join('/')));
  }
  return [...folders].sort(new Intl.Collator().compare);
}
