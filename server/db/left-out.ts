import type pg from 'pg';

/** The setting that holds addresses which a list of starting feeds is not to bring back: their user deleted or replaced them. */
export const LEFT_OUT = 'starting-feeds:left-out';

export async function leaveOut(client: pg.PoolClient, urls: readonly (string | null)[]): Promise<void> {
  const named = [...new Set(urls.filter((url) => url !== null))];
  await client.query(
    'insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = setting.value || excluded.value',
    [LEFT_OUT, JSON.stringify(named)],
  );
}
