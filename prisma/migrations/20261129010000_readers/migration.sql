-- CreateTable
CREATE TABLE "reader" (
    "id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reader_mark" (
    "reader_id" UUID NOT NULL,
    "article_id" BIGINT NOT NULL,
    "read" BOOLEAN NOT NULL,
    "starred_at" TIMESTAMPTZ(3),
    "hidden" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "reader_mark_pkey" PRIMARY KEY ("reader_id","article_id")
);

-- No reader could save a search yet: what stands here, somebody put in by hand, for nobody.
DELETE FROM "saved_search";

-- AlterTable
ALTER TABLE "saved_search" ADD COLUMN     "position" INTEGER NOT NULL,
ADD COLUMN     "reader_id" UUID NOT NULL,
ADD COLUMN     "seen_article" BIGINT NOT NULL;

-- CreateIndex
CREATE INDEX "reader_seen_at_idx" ON "reader"("seen_at");

-- CreateIndex
CREATE INDEX "reader_mark_article_id_idx" ON "reader_mark"("article_id");

-- CreateIndex
CREATE INDEX "reader_mark_reader_id_starred_at_idx" ON "reader_mark"("reader_id", "starred_at");

-- CreateIndex
CREATE INDEX "saved_search_reader_id_idx" ON "saved_search"("reader_id");

-- AddForeignKey
ALTER TABLE "reader_mark" ADD CONSTRAINT "reader_mark_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reader_mark" ADD CONSTRAINT "reader_mark_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_reader_id_fkey" FOREIGN KEY ("reader_id") REFERENCES "reader"("id") ON DELETE CASCADE ON UPDATE CASCADE;
