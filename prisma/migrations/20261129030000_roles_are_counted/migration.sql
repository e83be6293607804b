-- Roles of any place (`role:venue`) are counted by the hour like all that stands in "keys", where they are to stand from now on.
UPDATE "article_key" SET
  "keys" = ARRAY(SELECT k FROM unnest("keys") k UNION SELECT r FROM unnest("role_keys") r WHERE r IN (SELECT "id" FROM "key" WHERE "name" LIKE 'role:%') ORDER BY 1),
  "role_keys" = ARRAY(SELECT r FROM unnest("role_keys") r WHERE r NOT IN (SELECT "id" FROM "key" WHERE "name" LIKE 'role:%') ORDER BY 1)
WHERE "role_keys" && ARRAY(SELECT "id" FROM "key" WHERE "name" LIKE 'role:%');

INSERT INTO "mention" ("key", "hour", "count", "cells")
  SELECT c."key", date_trunc('hour', c."sort_at", 'UTC'), count(*), string_agg(int4send(
      (CASE WHEN c."late" THEN 1 << 30 ELSE 0 END) | (((extract(epoch FROM c."sort_at")::bigint % 86400) / 900)::int << 23) | c."publisher_id"), ''::bytea)
  FROM (SELECT unnest("keys") AS "key", "sort_at", "late", "publisher_id" FROM "article_key") c
  WHERE c."key" IN (SELECT "id" FROM "key" WHERE "name" LIKE 'role:%')
  GROUP BY 1, 2;
