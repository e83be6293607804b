-- CreateTable
CREATE TABLE "key" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,

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
CREATE INDEX "mention_hour_idx" ON "mention" USING BRIN ("hour");

-- CreateIndex
CREATE INDEX "outage_feed_id_started_at_idx" ON "outage"("feed_id", "started_at");

-- CreateIndex
CREATE INDEX "outage_ended_at_idx" ON "outage"("ended_at");

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
