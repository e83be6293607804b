-- A hash is as likely to stand anywhere in its index: beside years of articles, each new one waited for a page that nobody had read for weeks. By month they stand together.
DROP INDEX "article_publisher_id_content_hash_idx";
CREATE INDEX "article_words" ON "article" ("publisher_id", date_trunc('month', "sort_at" AT TIME ZONE 'UTC'), "content_hash");

-- What a feed says of an article is nearly always what the article says: only the others have to be found by it.
ALTER TABLE "article_feed" ADD COLUMN "apart" BOOLEAN NOT NULL DEFAULT false;
UPDATE "article_feed" f SET "apart" = true FROM "article" a WHERE a."id" = f."article_id" AND a."content_hash" <> f."content_hash";
DROP INDEX "article_feed_feed_id_content_hash_article_id_idx";
CREATE INDEX "article_feed_words" ON "article_feed" ("feed_id", "content_hash", "article_id") WHERE "apart";
