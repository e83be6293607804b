import { appendChanges } from './changes';
import { transaction, type Database } from './client';
import { DOOMED, deleteWithCounts, type Doomed } from './doomed';
import { addFeeds } from './feeds';
import { lockPublisher } from './publisher-lock';

export const SAMPLE_PUBLISHER = { slug: 'marsad-sample', name: 'عيّنة مرصد · Marsad sample', country: null };

/** Adds the sample wire's feed, or gives it the address that it has since this start. */
export async function registerSampleFeed(db: Database, url: string): Promise<void> {
  const { origin } = new URL(url);
  const there = await db.prisma.feed.findFirst({ where: { sample: true }, select: { id: true } });
  if (!there) {
    await addFeeds(db, [{ publisher: SAMPLE_PUBLISHER, url, title: SAMPLE_PUBLISHER.name, language: 'ar', country: null }], { sample: true });
    return;
  }
  await db.prisma.origin.upsert({ where: { origin }, create: { origin }, update: { leaseOwner: null, leaseUntil: null } });
  await db.prisma.feed.update({
    where: { id: there.id },
    data: { url, originKey: origin, nextPollAt: new Date(), nextPollReason: { code: 'sample' }, etag: null, lastModified: null, bodyHash: null },
  });
}

/**
 * Takes the sample's articles, counts, feed and publisher out, in one transaction; browsers are told through the log.
 * @returns how many articles went
 */
export async function removeSample(db: Database): Promise<number> {
  return transaction(db.pool, async (client) => {
    // Waits for a poll of the sample that is storing, and keeps the next one out.
    const { rows: publishers } = await client.query<{ id: number }>('select id from publisher where sample order by id');
    for (const { id } of publishers) await lockPublisher(client, id);
    await client.query('select 1 from publisher where sample for update');
    const { rows } = await client.query<Doomed>(`${DOOMED} where sample order by id for update`);
    const removed = await deleteWithCounts(client, rows);
    const feeds = await client.query('delete from feed where sample');
    await client.query('delete from publisher where sample');
    await appendChanges(client, [
      ...removed,
      ...(feeds.rowCount ? [{ kind: 'feed:changed' as const, articleId: null, version: null }] : []),
    ]);
    return rows.length;
  });
}
