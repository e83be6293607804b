-- CreateEnum
CREATE TYPE "feed_status" AS ENUM ('active', 'paused', 'gone');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('waiting', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "publisher" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "publisher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "origin" (
    "origin" TEXT NOT NULL,
    "lease_owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "origin_pkey" PRIMARY KEY ("origin")
);

-- CreateTable
CREATE TABLE "feed" (
    "id" SERIAL NOT NULL,
    "publisher_id" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "site_url" TEXT,
    "language" TEXT,
    "country" TEXT,
    "timezone" TEXT,
    "status" "feed_status" NOT NULL DEFAULT 'active',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "etag" TEXT,
    "last_modified" TEXT,
    "body_hash" TEXT,
    "interval_seconds" INTEGER NOT NULL DEFAULT 300,
    "next_poll_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_poll_reason" TEXT NOT NULL DEFAULT 'new feed',
    "last_poll_at" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3),
    "last_outcome" TEXT,
    "last_error" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll" (
    "id" BIGSERIAL NOT NULL,
    "feed_id" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT,
    "http_status" INTEGER,
    "bytes" INTEGER,
    "entries" INTEGER NOT NULL DEFAULT 0,
    "new_articles" INTEGER NOT NULL DEFAULT 0,
    "edited" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" BIGSERIAL NOT NULL,
    "publisher_id" INTEGER NOT NULL,
    "identity" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "content_hash" TEXT NOT NULL,
    "guid" TEXT,
    "link" TEXT,
    "canonical_url" TEXT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "author" TEXT,
    "categories" TEXT[],
    "lang" TEXT,
    "dir" TEXT NOT NULL,
    "published_raw" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "date_flag" TEXT,
    "updated_at" TIMESTAMPTZ(3),
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "sort_at" TIMESTAMPTZ(3) NOT NULL,
    "backfill" BOOLEAN NOT NULL DEFAULT false,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "focus_countries" TEXT[],
    "region_keys" TEXT[],
    "topic_keys" TEXT[],
    "terms" TEXT[],

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "article_id" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("article_id","version")
);

-- CreateTable
CREATE TABLE "article_feed" (
    "feed_id" INTEGER NOT NULL,
    "entry_key" TEXT NOT NULL,
    "article_id" BIGINT NOT NULL,
    "link" TEXT,
    "content_hash" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_feed_pkey" PRIMARY KEY ("feed_id","entry_key","article_id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" TEXT NOT NULL,
    "geonames_id" INTEGER,
    "name_en" TEXT NOT NULL,
    "name_ar" TEXT,
    "kind" TEXT NOT NULL,
    "country" TEXT,
    "admin1_code" TEXT,
    "admin1_name" TEXT,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "within" TEXT[],

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" TEXT NOT NULL,
    "iptc" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "label_ar" TEXT NOT NULL,
    "parent_id" TEXT,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_place" (
    "article_id" BIGINT NOT NULL,
    "place_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "mentions" JSONB NOT NULL,

    CONSTRAINT "article_place_pkey" PRIMARY KEY ("article_id","place_id")
);

-- CreateTable
CREATE TABLE "article_topic" (
    "article_id" BIGINT NOT NULL,
    "topic_id" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "article_topic_pkey" PRIMARY KEY ("article_id","topic_id")
);

-- CreateTable
CREATE TABLE "mention_count" (
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "mention_count_pkey" PRIMARY KEY ("dimension","key","bucket")
);

-- CreateTable
CREATE TABLE "change" (
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "article_id" BIGINT,
    "version" INTEGER,
    "data" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "change_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "task" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "task_state" NOT NULL DEFAULT 'waiting',
    "result" JSONB,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "publisher_slug_key" ON "publisher"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "feed_url_key" ON "feed"("url");

-- CreateIndex
CREATE INDEX "feed_status_next_poll_at_idx" ON "feed"("status", "next_poll_at");

-- CreateIndex
CREATE INDEX "feed_origin_next_poll_at_idx" ON "feed"("origin", "next_poll_at");

-- CreateIndex
CREATE INDEX "poll_feed_id_started_at_idx" ON "poll"("feed_id", "started_at");

-- CreateIndex
CREATE INDEX "poll_started_at_idx" ON "poll"("started_at");

-- CreateIndex
CREATE INDEX "article_sort_at_id_idx" ON "article"("sort_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_region_keys_idx" ON "article" USING GIN ("region_keys");

-- CreateIndex
CREATE INDEX "article_topic_keys_idx" ON "article" USING GIN ("topic_keys");

-- CreateIndex
CREATE INDEX "article_terms_idx" ON "article" USING GIN ("terms");

-- CreateIndex
CREATE UNIQUE INDEX "article_publisher_id_identity_key" ON "article"("publisher_id", "identity");

-- CreateIndex
CREATE INDEX "article_feed_article_id_idx" ON "article_feed"("article_id");

-- CreateIndex
CREATE INDEX "place_within_idx" ON "place" USING GIN ("within");

-- CreateIndex
CREATE INDEX "article_place_place_id_article_id_idx" ON "article_place"("place_id", "article_id");

-- CreateIndex
CREATE INDEX "article_topic_topic_id_article_id_idx" ON "article_topic"("topic_id", "article_id");

-- CreateIndex
CREATE INDEX "mention_count_bucket_dimension_idx" ON "mention_count"("bucket", "dimension");

-- CreateIndex
CREATE INDEX "change_article_id_idx" ON "change"("article_id");

-- CreateIndex
CREATE INDEX "task_state_id_idx" ON "task"("state", "id");

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_origin_fkey" FOREIGN KEY ("origin") REFERENCES "origin"("origin") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll" ADD CONSTRAINT "poll_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_feed" ADD CONSTRAINT "article_feed_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_feed" ADD CONSTRAINT "article_feed_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_place" ADD CONSTRAINT "article_place_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_place" ADD CONSTRAINT "article_place_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what the data model can't say.

CREATE SEQUENCE change_seq AS BIGINT OWNED BY "change"."seq";

-- The lock is held until its transaction ends, so whoever draws the next number commits after whoever drew the last one:
-- a reader that has seen number n has seen all below it, and waits for nobody else's transaction.
-- A column default would not do: it is evaluated before the trigger can take the lock.
-- 6363734847 is an arbitrary name; nothing else may take it.
CREATE FUNCTION change_draw_seq() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  change_lock CONSTANT BIGINT := 6363734847;
BEGIN
  PERFORM pg_advisory_xact_lock(change_lock);
  NEW.seq := nextval('change_seq');
  RETURN NEW;
END
$$;

CREATE TRIGGER change_draw_seq BEFORE INSERT ON "change" FOR EACH ROW EXECUTE FUNCTION change_draw_seq();

-- Only wakes the readers; what changed they read by cursor.
CREATE FUNCTION change_notify() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('marsad_change', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER change_notify AFTER INSERT ON "change" FOR EACH STATEMENT EXECUTE FUNCTION change_notify();
