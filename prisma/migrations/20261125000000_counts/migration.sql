-- CreateTable
CREATE TABLE "key" (
    "id" SERIAL NOT NULL,
    -- by letters' codes, so that a beginning is found by the index
    "name" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
-- In partitions by month, which the data model can't say: a month's index is small, so storing costs the same at any history, and a question of
-- some weeks reads no more than those. Who stores makes the partitions (server/db/partitions).
CREATE TABLE "article_key" (
    "article_id" BIGINT NOT NULL,
    "sort_at" TIMESTAMPTZ(3) NOT NULL,
    "publisher_id" INTEGER NOT NULL,
    "late" BOOLEAN NOT NULL,
    "keys" INTEGER[],
    "role_keys" INTEGER[],
    "terms" INTEGER[],

    CONSTRAINT "article_key_pkey" PRIMARY KEY ("sort_at","article_id")
) PARTITION BY RANGE ("sort_at");

-- CreateTable
CREATE TABLE "mention" (
    "key" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "cells" BYTEA NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("key","hour")
);

-- CreateTable
CREATE TABLE "expired_pair" (
    "topic" INTEGER NOT NULL,
    "region" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "cells" BYTEA NOT NULL,

    CONSTRAINT "expired_pair_pkey" PRIMARY KEY ("topic","region","day")
);

-- CreateTable
CREATE TABLE "outage" (
    "id" BIGSERIAL NOT NULL,
    "feed_id" INTEGER NOT NULL,
    "publisher_id" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "outage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spike" (
    "id" BIGSERIAL NOT NULL,
    "detected_as" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "peak_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "observed" INTEGER NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "window" INTEGER NOT NULL,
    "surprise" DOUBLE PRECISION NOT NULL,
    "publishers" INTEGER NOT NULL,
    "story" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spike_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "key_name_key" ON "key"("name");

-- CreateIndex
CREATE INDEX "article_key_article_id_idx" ON "article_key"("article_id");

-- CreateIndex
CREATE INDEX "article_key_keys_role_keys_terms_idx" ON "article_key" USING GIN ("keys", "role_keys", "terms");

-- CreateIndex
CREATE INDEX "mention_hour_idx" ON "mention"("hour");

-- CreateIndex
CREATE INDEX "outage_feed_id_started_at_idx" ON "outage"("feed_id", "started_at");

-- CreateIndex
CREATE INDEX "outage_ended_at_idx" ON "outage"("ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "spike_detected_as_key" ON "spike"("detected_as");

-- CreateIndex
CREATE INDEX "spike_state_found_at_idx" ON "spike"("state", "found_at");

-- CreateIndex
CREATE INDEX "spike_series_started_at_idx" ON "spike"("series", "started_at");

-- AddForeignKey
ALTER TABLE "outage" ADD CONSTRAINT "outage_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what the data model can't say.

-- One form for all ways of writing a word: says the same as `fold` of lib/text/fold (golden vectors in a test hold the two together).
-- The collation decides lower case: ICU's, which every Postgres package has; the Georgian capitals are named, since older ones don't know them.
CREATE FUNCTION marsad_fold(text TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT replace(replace(replace(replace(translate(
    normalize(regexp_replace(normalize(lower(regexp_replace(normalize(text, NFKD) COLLATE "C",
      '[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g') COLLATE "und-x-icu"), NFKD) COLLATE "C",
      '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]', '', 'g'), NFC),
    'ىةٱٲٳکڪیېےہھەۃøłđðıħŋςᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
    'يهاااككيييههههolddihnσაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿ01234567890123456789'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;

-- A text's words, folded, a space between any two and at both ends: says the same as `phraseText` of lib/text/phrase.
CREATE FUNCTION marsad_words(text TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ' ' || btrim(regexp_replace(marsad_fold(text) COLLATE "C",
    '[\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u055a-\u055f\u0589-\u058a\u05be\u05c0\u05c3\u05c6\u05f3-\u05f4\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd-\u06de\u06e9\u06fd-\u06fe\u0700-\u070d\u0964-\u0965\u0970\u0e3f\u0e4f\u0e5a-\u0e5b\u1680\u2000-\u206f\u20a0-\u20cf\u2190-\u245f\u2500-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ufd3e-\ufd3f\ufdfc-\ufdff\ufe10-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff\U0001f000-\U0001faff]+', ' ', 'g')) || ' '
$$;

-- What was counted and asked until now goes over into the new form.
-- The first two numbers stand in server/db/reindex.
INSERT INTO "key" ("id", "name") VALUES (1, 'all:'), (2, 'expired:');
SELECT setval('key_id_seq', 2);

DO $$
DECLARE
  month DATE;
BEGIN
  -- also where articles were first seen: there they stand, should they lose their date
  IF EXISTS (SELECT 1 FROM "article" WHERE least("sort_at", "first_seen_at") < '2020-01-01T00:00:00Z') THEN
    CREATE TABLE "article_key_earlier" PARTITION OF "article_key" FOR VALUES FROM (MINVALUE) TO ('2020-01-01T00:00:00Z');
  END IF;
  FOR month IN SELECT DISTINCT date_trunc('month', t."at" AT TIME ZONE 'UTC')::date FROM "article" a, unnest(ARRAY[a."sort_at", a."first_seen_at"]) t ("at")
    WHERE t."at" >= '2020-01-01T00:00:00Z' LOOP
    EXECUTE format('CREATE TABLE "article_key_%s" PARTITION OF "article_key" FOR VALUES FROM (%L) TO (%L)',
      to_char(month, 'YYYY_MM'), month::text || 'T00:00:00Z', (month + interval '1 month')::date::text || 'T00:00:00Z');
  END LOOP;
END
$$;

-- slot 0: keys, 1: role_keys, 2: terms
CREATE TABLE "named_key" AS
  SELECT a."id" AS "article_id", 0 AS "slot", 'region:' || r AS "name" FROM "article" a, unnest(a."region_keys") r
  UNION SELECT ap."article_id", CASE WHEN ap."role" = 'about' THEN 0 ELSE 1 END, ap."role" || ':' || r
    FROM "article_place" ap JOIN "place" p ON p."id" = ap."place_id", unnest(array_prepend(p."id", p."within")) r
  UNION SELECT ap."article_id", s."slot", s."kind" || ':' || p."country" || '.' || p."admin1_code"
    FROM "article_place" ap JOIN "place" p ON p."id" = ap."place_id",
      LATERAL (VALUES (0, 'region'), (CASE WHEN ap."role" = 'about' THEN 0 ELSE 1 END, ap."role")) s ("slot", "kind")
    WHERE p."country" IS NOT NULL AND p."admin1_code" IS NOT NULL
  UNION SELECT "article_id", 1, 'role:' || "role" FROM "article_place"
  UNION SELECT "article_id", 0, 'place:' || "place_id" FROM "article_place"
  UNION SELECT a."id", 0, 'topic:' || t FROM "article" a, unnest(a."topic_keys") t
  UNION SELECT "id", 0, 'publisher:' || "publisher_id" FROM "article"
  UNION SELECT "id", 0, 'lang:' || "lang" FROM "article" WHERE "lang" IS NOT NULL
  UNION SELECT a."id", 2, 'term:' || t FROM "article" a, unnest(a."terms") t;

INSERT INTO "key" ("name") SELECT DISTINCT "name" FROM "named_key" ORDER BY 1 ON CONFLICT DO NOTHING;

INSERT INTO "article_key" ("article_id", "sort_at", "publisher_id", "late", "keys", "role_keys", "terms")
  SELECT a."id", a."sort_at", a."publisher_id",
    a."backfill" OR a."first_seen_at" - a."sort_at" > interval '1 hour',
    coalesce(array_agg(k."id" ORDER BY k."id") FILTER (WHERE n."slot" = 0), '{}'),
    coalesce(array_agg(k."id" ORDER BY k."id") FILTER (WHERE n."slot" = 1), '{}'),
    coalesce(array_agg(k."id" ORDER BY k."id") FILTER (WHERE n."slot" = 2), '{}')
  FROM "article" a JOIN "named_key" n ON n."article_id" = a."id" JOIN "key" k ON k."name" = n."name"
  GROUP BY a."id";

DROP TABLE "named_key";

INSERT INTO "mention" ("key", "hour", "count", "cells")
  SELECT c."key", date_trunc('hour', c."sort_at", 'UTC'), count(*), string_agg(int4send(
      (CASE WHEN c."late" THEN 1 << 30 ELSE 0 END) | (((extract(epoch FROM c."sort_at")::bigint % 86400) / 900)::int << 23) | c."publisher_id"), ''::bytea)
  FROM (SELECT unnest("keys" || 1) AS "key", "sort_at", "late", "publisher_id" FROM "article_key") c
  GROUP BY 1, 2;

-- Counts of articles that retention has deleted: who published them is no longer known, so their publisher is number 0.
INSERT INTO "key" ("name") SELECT DISTINCT "dimension" || ':' || "key" FROM "mention_count" ORDER BY 1 ON CONFLICT DO NOTHING;

INSERT INTO "mention" ("key", "hour", "count", "cells")
  SELECT gone."key", date_trunc('hour', gone."bucket", 'UTC'), sum(gone."n"), string_agg(decode(repeat(
      encode(int4send(((extract(epoch FROM gone."bucket")::bigint % 86400) / 900)::int << 23), 'hex'), gone."n"::int), 'hex'), ''::bytea)
  FROM (
    SELECT k."id" AS "key", m."bucket", m."count" - coalesce(kept."n", 0) AS "n"
    FROM "mention_count" m JOIN "key" k ON k."name" = m."dimension" || ':' || m."key"
    LEFT JOIN (
      SELECT c."key", date_bin('15 minutes', c."sort_at", '1970-01-01T00:00:00Z') AS "bucket", count(*) AS "n"
      FROM (SELECT unnest("keys" || 1) AS "key", "sort_at" FROM "article_key") c GROUP BY 1, 2
    ) kept ON kept."key" = k."id" AND kept."bucket" = m."bucket"
  ) gone
  WHERE gone."n" > 0 GROUP BY 1, 2
  ON CONFLICT ("key", "hour") DO UPDATE SET "count" = "mention"."count" + excluded."count", "cells" = "mention"."cells" || excluded."cells";

INSERT INTO "setting" ("key", "value")
  SELECT 'expired-through', to_jsonb(max("bucket") + interval '15 minutes') FROM "mention_count" WHERE "dimension" = 'expired' AND "count" > 0 HAVING count(*) > 0;

-- DropTable
DROP TABLE "mention_count";

-- AlterTable
ALTER TABLE "article" DROP COLUMN "region_keys", DROP COLUMN "topic_keys", DROP COLUMN "terms";
