import type { Database } from './client';

/** A feed as a list of feeds names it. */
export interface FeedSeed {
  publisher: { slug: string; name: string; country: string | null };
  url: string;
  title: string;
  language: string | null;
  country: string | null;
  timezone?: string | null;
}

/**
 * Adds the feeds that aren't there yet, by address; what is there stays as its user left it.
 * @returns how many were added
 */
export async function addFeeds(db: Database, seeds: readonly FeedSeed[], options: { sample: boolean } = { sample: false }): Promise<number> {
  let added = 0;
  for (const { publisher, url, title, language, country, timezone } of seeds) {
    if (await db.prisma.feed.findUnique({ where: { url }, select: { id: true } })) continue;
    const { origin } = new URL(url);
    await db.prisma.feed.create({
      data: {
        url, title, language, country, timezone: timezone ?? null, sample: options.sample,
        origin: { connectOrCreate: { where: { origin }, create: { origin } } },
        publisher: { connectOrCreate: { where: { slug: publisher.slug }, create: { ...publisher, sample: options.sample } } },
      },
    });
    added++;
  }
  return added;
}

/** How the real feeds fare, for the decision whether a newcomer needs the sample wire. */
export async function realFeedHealth(db: Database): Promise<{ total: number; asked: number; answered: number }> {
  const where = { sample: false, status: { not: 'paused' as const } };
  const [total, asked, answered] = await Promise.all([
    db.prisma.feed.count({ where }),
    db.prisma.feed.count({ where: { ...where, lastPollAt: { not: null } } }),
    db.prisma.feed.count({ where: { sample: false, lastSuccessAt: { not: null } } }),
  ]);
  return { total, asked, answered };
}
