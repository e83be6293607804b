import type { Choice, Choices } from '../../lib/dashboard';
import type { PlaceKind } from '../../lib/place';
import type { Database } from './client';

interface RegionRow {
  id: string;
  en: string;
  ar: string | null;
  kind: PlaceKind;
  within: string[];
  more: boolean;
}

/** `more`: some article names a town or the like in it, and in nothing smaller that is offered: it isn't offered itself until it is asked for. */
const REGIONS = `
  with named as (
    select p.id, p.name_en, p.name_ar, p.kind, p.within from place p
    where exists (select 1 from key k join mention m on m.key = k.id where k.name = 'region:' || p.id and m.count > 0)),
  offered as (select id from named where kind in ('region', 'country', 'admin1')),
  around as (
    select distinct on (t.id) offered.id from named t cross join lateral unnest(t.within) with ordinality as w(id, n) join offered on offered.id = w.id
    where t.kind not in ('region', 'country', 'admin1') order by t.id, w.n)
  select id, name_en as en, name_ar as ar, kind, within, exists (select 1 from around where around.id = named.id) as more
  from named where kind in ('region', 'country', 'admin1') or id = any($1)
  order by kind = 'region' desc, kind = 'country' desc, name_en`;

const LANGUAGES = `select substr(name, 6) as id from key where name >= 'lang:' and name < 'lang;' order by 1`;

async function readRegions(db: Database, wanted: readonly string[]): Promise<Choice[]> {
  const { rows } = await db.pool.query<RegionRow>(REGIONS, [wanted]);
  const offered = new Set(rows.map(({ id }) => id));
  return rows.map(({ id, en, ar, kind, within, more }) => (
    { id, label: { en, ar }, parent: within.find((one) => offered.has(one)) ?? null, kind, ...(more ? { more } : {}) }));
}

async function readTopicChoices(db: Database): Promise<Choice[]> {
  const topics = await db.prisma.topic.findMany({ where: { removedAt: null }, orderBy: { iptc: 'asc' } });
  return topics.map(({ id, labelEn, labelAr, parentId, own, colour }) => ({
    id, label: { en: labelEn, ar: labelAr }, parent: parentId, ...(own ? { own, colour } : {}),
  }));
}

async function readPublishers(db: Database): Promise<Choice[]> {
  const publishers = await db.prisma.publisher.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
  return publishers.map(({ id, name }) => ({ id: String(id), label: { en: name, ar: null }, parent: null }));
}

/**
 * What the filters offer: the regions, countries and provinces that some article names something in, all topics and publishers, and the languages
 * that something was written in. @param wanted ids of smaller places that are to be named too
 */
export async function readChoices(db: Database, wanted: readonly string[] = []): Promise<Choices> {
  const [regions, topics, publishers, langs] = await Promise.all([
    readRegions(db, wanted), readTopicChoices(db), readPublishers(db), db.pool.query<{ id: string }>(LANGUAGES),
  ]);
  return { regions, topics, publishers, langs: langs.rows.map(({ id }) => id) };
}
