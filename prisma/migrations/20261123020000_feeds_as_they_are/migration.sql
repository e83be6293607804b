-- What feeds need: reasons that can be said in any language, pages, hubs, pushes, tombstones.
-- AlterTable
ALTER TABLE "article" ADD COLUMN     "dateline_end" INTEGER,
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "link_kind" TEXT,
ADD COLUMN     "points" JSONB,
ADD COLUMN     "text_source" TEXT NOT NULL DEFAULT 'feed';

-- AlterTable
ALTER TABLE "article_version" ADD COLUMN     "text_source" TEXT NOT NULL DEFAULT 'feed';

-- AlterTable
ALTER TABLE "feed" ADD COLUMN     "first_success_at" TIMESTAMPTZ(3),
ADD COLUMN     "folder" TEXT,
ADD COLUMN     "full_articles" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "items_per_day" DOUBLE PRECISION,
ADD COLUMN     "ttl_seconds" INTEGER,
DROP COLUMN "next_poll_reason",
ADD COLUMN     "next_poll_reason" JSONB NOT NULL DEFAULT '{"code": "new"}';

-- AlterTable
ALTER TABLE "origin" ADD COLUMN     "next_page_at" TIMESTAMPTZ(3),
ADD COLUMN     "pages_day" DATE,
ADD COLUMN     "pages_today" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "robots" TEXT,
ADD COLUMN     "robots_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "tombstone" (
    "publisher_id" INTEGER NOT NULL,
    "identity" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("publisher_id","identity")
);

-- CreateTable
CREATE TABLE "page_fetch" (
    "article_id" BIGINT NOT NULL,
    "feed_id" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fetched_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "detail" TEXT,

    CONSTRAINT "page_fetch_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "feed_id" INTEGER NOT NULL,
    "hub" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "callback_key" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "public_url" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'wanted',
    "requested_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_push_at" TIMESTAMPTZ(3),
    "missed" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("feed_id")
);

-- CreateTable
CREATE TABLE "push" (
    "id" BIGSERIAL NOT NULL,
    "feed_id" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "content_type" TEXT,
    "body" BYTEA NOT NULL,
    "taken_until" TIMESTAMPTZ(3),

    CONSTRAINT "push_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tombstone_seen_at_idx" ON "tombstone"("seen_at");

-- CreateIndex
CREATE INDEX "page_fetch_state_next_at_idx" ON "page_fetch"("state", "next_at");

-- CreateIndex
CREATE INDEX "page_fetch_origin_state_article_id_idx" ON "page_fetch"("origin", "state", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_callback_key_key" ON "subscription"("callback_key");

-- CreateIndex
CREATE INDEX "subscription_next_at_idx" ON "subscription"("next_at");

-- CreateIndex
CREATE INDEX "push_feed_id_id_idx" ON "push"("feed_id", "id");

-- CreateIndex
CREATE INDEX "article_publisher_id_content_hash_idx" ON "article"("publisher_id", "content_hash");

-- CreateIndex
CREATE INDEX "article_feed_feed_id_seen_at_article_id_idx" ON "article_feed"("feed_id", "seen_at", "article_id");

-- CreateIndex
CREATE INDEX "article_feed_feed_id_content_hash_article_id_idx" ON "article_feed"("feed_id", "content_hash", "article_id");

-- AddForeignKey
ALTER TABLE "page_fetch" ADD CONSTRAINT "page_fetch_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_fetch" ADD CONSTRAINT "page_fetch_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_fetch" ADD CONSTRAINT "page_fetch_origin_fkey" FOREIGN KEY ("origin") REFERENCES "origin"("origin") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Until now every further version was an edit.
UPDATE "article" SET "edited_at" = "fetched_at" WHERE "version" > 1;
