-- Topics that users write, their way over old articles, and corrections of tags.
-- AlterTable
ALTER TABLE "article_place" ADD COLUMN     "alternatives" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "colour" TEXT,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "definition" JSONB,
ADD COLUMN     "own" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "iptc" DROP NOT NULL;

-- CreateTable
CREATE TABLE "retag" (
    "topic_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "cursor" BIGINT,
    "lease_until" TIMESTAMPTZ(3),
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "retag_pkey" PRIMARY KEY ("topic_id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" BIGSERIAL NOT NULL,
    "article_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "tags" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "correction_created_at_idx" ON "correction"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "correction_article_id_kind_target_id_key" ON "correction"("article_id", "kind", "target_id");

-- AddForeignKey
ALTER TABLE "retag" ADD CONSTRAINT "retag_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
