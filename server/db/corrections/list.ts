import type { CorrectionCase, ListedCorrection } from '../../../lib/correction';
import type { Direction } from '../../../lib/article';
import type { Label } from '../../../lib/label';
import type { Database } from '../client';
import { CORRECTION_LABEL } from './detail';

const LISTED = 200;

interface Row {
  id: string;
  kind: ListedCorrection['kind'];
  targetId: string;
  createdAt: Date;
  label: Label;
  articleId: string;
  title: string;
  lang: string | null;
  dir: Direction;
}

/** All corrections, newest first, at most 200 of them; and how many there are. */
export async function listCorrections(db: Database): Promise<{ corrections: ListedCorrection[]; total: number }> {
  const { rows } = await db.pool.query<Row>(
    `select c.id, c.kind, c.target_id as "targetId", c.created_at as "createdAt", ${CORRECTION_LABEL} as label, a.id as "articleId", a.title, a.lang, a.dir
     from correction c join article a on a.id = c.article_id order by c.id desc limit ${LISTED}`,
  );
  const corrections = rows.map(({ articleId, title, lang, dir, createdAt, ...row }) => (
    { ...row, createdAt: createdAt.toISOString(), article: { id: articleId, title, lang, dir } }));
  return { corrections, total: await db.prisma.correction.count() };
}

// The form is the first phrase that the place was named by; there is none where the text has been edited since.
const CASES = `
  select a.id, a.title, a.text, a.lang,
    coalesce(jsonb_agg(jsonb_build_object('id', c.target_id, 'form', c.tags #>> '{0,mentions,0,phrase}') order by c.id) filter (where c.kind = 'place'), '[]') as "notPlaces",
    coalesce(jsonb_agg(jsonb_build_object('id', c.target_id) order by c.id) filter (where c.kind = 'topic'), '[]') as "notTopics"
  from correction c join article a on a.id = c.article_id where a.id > $1 group by a.id order by a.id limit $2`;
const BATCH = 500;

/** Corrections as tests of the tagger, one article each, oldest first. */
export async function* correctionCases(db: Database): AsyncGenerator<CorrectionCase> {
  for (let after = '0'; ; ) {
    const { rows } = await db.pool.query<CorrectionCase>(CASES, [after, BATCH]);
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < BATCH || !last) return;
    after = last.id;
  }
}
