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
