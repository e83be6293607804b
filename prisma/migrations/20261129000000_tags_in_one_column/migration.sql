-- AlterTable
ALTER TABLE "article" ADD COLUMN "tags" TEXT NOT NULL DEFAULT '[[],[]]', DROP COLUMN "html";

-- What stood in two tables, a row a tag, as server/db/tags/form writes it: without the words, which the article has.
UPDATE "article" a SET "tags" = json_build_array(
  coalesce((
    SELECT json_agg(json_build_array(p."place_id", p."role", round(p."score"::numeric, 4)::float8,
      coalesce((
        SELECT json_agg(json_build_array(CASE m."value"->>'field' WHEN 'title' THEN 0 ELSE 1 END, m."value"->'start', m."value"->'end',
          CASE m."value"->>'form' WHEN 'demonym' THEN 1 ELSE 0 END, m."value"->'role',
          CASE WHEN m."value"->'cue' IS NULL THEN NULL ELSE json_build_array(m."value"->'cue'->'start', m."value"->'cue'->'end', m."value"->'cue'->'rule') END) ORDER BY m."ordinality")
        FROM jsonb_array_elements(p."mentions") WITH ORDINALITY m), '[]'),
      coalesce((
        SELECT json_agg(json_build_array(o."value"->'id', o."value"->'name'->'en', o."value"->'name'->'ar', o."value"->'country', o."value"->'kind', o."value"->'score') ORDER BY o."ordinality")
        FROM jsonb_array_elements(p."alternatives") WITH ORDINALITY o), '[]')
      ) ORDER BY p."score" DESC, p."place_id")
    FROM "article_place" p WHERE p."article_id" = a."id"), '[]'),
  coalesce((
    SELECT json_agg(json_build_array(t."topic_id", round(t."score"::numeric, 4)::float8,
      coalesce((
        SELECT json_agg(json_build_array(CASE e."value"->>'field' WHEN 'title' THEN 0 ELSE 1 END, e."value"->'start', e."value"->'end', e."value"->'rule') ORDER BY e."ordinality")
        FROM jsonb_array_elements(t."evidence") WITH ORDINALITY e), '[]')
      ) ORDER BY t."score" DESC, t."topic_id")
    FROM "article_topic" t WHERE t."article_id" = a."id"), '[]'))::text;

-- Hashes of content as server/db/store-plan's storedHash has them.
UPDATE "article" SET "content_hash" = left("content_hash", 24);
UPDATE "article_version" SET "content_hash" = left("content_hash", 24);
UPDATE "article_feed" SET "content_hash" = left("content_hash", 24);

-- DropTable
DROP TABLE "article_place";

-- DropTable
DROP TABLE "article_topic";
