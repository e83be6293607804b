-- AlterTable
ALTER TABLE "feed" ADD COLUMN     "asked_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

UPDATE "feed" SET "asked_since" = "added_at";
