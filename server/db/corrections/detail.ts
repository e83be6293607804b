import type { ArticleDetail, Correction, Sighting } from '../../../lib/correction';
import type { Direction } from '../../../lib/article';
import type { Label } from '../../../lib/label';
import { hidePassword } from '../../../lib/feed-password';
import type { Database } from '../client';
import { readTags } from '../tags/form';
import { fullTags, namesOfTags } from '../tags/read';

const ARTICLE = `
  select a.id, a.version, a.title, a.text, a.tags, a.text_source as "textSource", a.lang, a.dir, coalesce(a.link, a.canonical_url) as url, a.author,
    a.published_at as "publishedAt", a.sort_at as "sortAt", a.edited_at as "editedAt", p.id as "publisherId", p.name as "publisherName",
    coalesce((
      select jsonb_agg(jsonb_build_object('id', f.id, 'label', jsonb_build_object('en', coalesce(pl.name_en, f.id), 'ar', pl.name_ar)) order by f.n)
      from unnest(a.focus_countries) with ordinality as f(id, n) left join place pl on pl.id = f.id), '[]') as "focusCountries"
  from article a join publisher p on p.id = a.publisher_id where a.id = $1`;

interface Row extends Pick<ArticleDetail, 'id' | 'version' | 'title' | 'text' | 'textSource' | 'lang' | 'url' | 'author' | 'focusCountries'> {
  dir: Direction;
  tags: string;
  publishedAt: Date | null;
  sortAt: Date;
  editedAt: Date | null;
  publisherId: number;
  publisherName: string;
}

// the name of what was taken off is the place's or topic's own: it stays in its table
export const CORRECTION_LABEL = `
  coalesce((select jsonb_build_object('en', name_en, 'ar', name_ar) from place where c.kind = 'place' and place.id = c.target_id),
    (select jsonb_build_object('en', label_en, 'ar', label_ar) from topic where c.kind = 'topic' and topic.id = c.target_id),
    jsonb_build_object('en', c.target_id, 'ar', null))`;

type CorrectionRow = Omit<Correction, 'createdAt' | 'label'> & { createdAt: Date; label: Label };

async function correctionsOn(db: Database, articleId: string): Promise<Correction[]> {
  const { rows } = await db.pool.query<CorrectionRow>(
    `select c.id, c.kind, c.target_id as "targetId", c.created_at as "createdAt", ${CORRECTION_LABEL} as label
     from correction c where c.article_id = $1 order by c.id`, [articleId],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

interface SightingRow {
  id: number;
  title: string;
  url: string;
  link: string | null;
  seenAt: Date;
}

// A feed that lists it at several addresses is one sighting: its first.
const SIGHTINGS = `
  select * from (
    select distinct on (f.id) f.id, f.title, f.url, s.link, s.seen_at as "seenAt"
    from article_feed s join feed f on f.id = s.feed_id where s.article_id = $1 order by f.id, s.seen_at) one
  order by "seenAt", id`;

async function sightingsOf(db: Database, articleId: string): Promise<Sighting[]> {
  const { rows } = await db.pool.query<SightingRow>(SIGHTINGS, [articleId]);
  return rows.map(({ id, title, url, link, seenAt }) => ({ feed: { id, title, url: hidePassword(url) }, link, seenAt: seenAt.toISOString() }));
}

/** An article whole, with the evidence of its tags and what was taken off it; null where there is none of that id. */
export async function readArticle(db: Database, id: string): Promise<ArticleDetail | null> {
  const { rows: [row] } = await db.pool.query<Row>(ARTICLE, [id]);
  if (!row) return null;
  const { publisherId, publisherName, publishedAt, sortAt, editedAt, tags, ...rest } = row;
  const stored = readTags(tags);
  const [named, corrections, seenIn] = await Promise.all([namesOfTags(db.pool, [stored]), correctionsOn(db, id), sightingsOf(db, id)]);
  return {
    ...rest, publishedAt: publishedAt?.toISOString() ?? null, sortAt: sortAt.toISOString(), editedAt: editedAt?.toISOString() ?? null,
    publisher: { id: publisherId, name: publisherName }, ...fullTags(stored, named, row), corrections, seenIn,
  };
}
