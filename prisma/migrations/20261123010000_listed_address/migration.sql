-- The address that a feed was added under: after a permanent redirect a list of feeds still names it.
ALTER TABLE "feed" ADD COLUMN "listed_url" TEXT;
UPDATE "feed" SET "listed_url" = "url";
