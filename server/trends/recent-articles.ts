/** An article of the last day, as spikes are looked for in it. `at`: publication, Unix milliseconds. */
export interface RecentArticle {
  id: string;
  at: number;
  publisherId: number;
  /** numbers of all its keys; only those that have a name here are series */
  keys: readonly number[];
}

/** The last day's articles by series: a key's name, or a topic's and a region's with a space between. Newest first. */
export interface RecentSeries {
  all: readonly RecentArticle[];
  names(): Iterable<string>;
  of(series: string): readonly RecentArticle[];
}

export function seriesOf(articles: readonly RecentArticle[], names: ReadonlyMap<number, string>): RecentSeries {
  const byName = new Map<string, RecentArticle[]>();
  for (const article of articles) {
    for (const key of article.keys) {
      const name = names.get(key);
      if (name === undefined) continue;
      const list = byName.get(name);
      if (list) list.push(article);
      else byName.set(name, [article]);
    }
  }
  const pairs = new Map<string, readonly RecentArticle[]>();
  const pair = (series: string): readonly RecentArticle[] => {
    const known = pairs.get(series);
    if (known) return known;
    const [one = '', other = ''] = series.split(' ');
    const ids = new Set((byName.get(other) ?? []).map(({ id }) => id));
    const both = (byName.get(one) ?? []).filter(({ id }) => ids.has(id));
    pairs.set(series, both);
    return both;
  };
  return { all: articles, names: () => byName.keys(), of: (series) => (series.includes(' ') ? pair(series) : (byName.get(series) ?? [])) };
}

/** With series that no key holds: the ids of each one's articles. They are asked for by name, and not among `names`. */
export function withSearches(recent: RecentSeries, found: ReadonlyMap<string, ReadonlySet<string>>): RecentSeries {
  const searches = new Map([...found].map(([series, ids]) => [series, recent.all.filter(({ id }) => ids.has(id))]));
  return { ...recent, of: (series) => searches.get(series) ?? recent.of(series) };
}

/** Articles since a time. The list is newest first. */
export function since(articles: readonly RecentArticle[], from: number): readonly RecentArticle[] {
  let low = 0;
  let high = articles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((articles[middle] as RecentArticle).at > from) low = middle + 1;
    else high = middle;
  }
  return articles.slice(0, low);
}

/**
 * Pairs of topic and region that are worth a look: so many articles of so many publishers name both within the window, and more than the two
 * would by themselves. Those that meet most often against chance first.
 */
export function pairsWorthALook(recent: RecentSeries, from: number, least: { articles: number; publishers: number }, names: ReadonlyMap<number, string>, most: number): string[] {
  const window = since(recent.all, from);
  const single = new Map<string, number>();
  const pairs = new Map<string, { count: number; publishers: Set<number> }>();
  for (const { keys, publisherId } of window) {
    const named = keys.flatMap((key) => names.get(key) ?? []);
    for (const name of named) single.set(name, (single.get(name) ?? 0) + 1);
    for (const topic of named.filter((name) => name.startsWith('topic:'))) {
      for (const region of named.filter((name) => name.startsWith('region:'))) {
        const series = `${topic} ${region}`;
        const pair = pairs.get(series) ?? { count: 0, publishers: new Set<number>() };
        pair.count += 1;
        pair.publishers.add(publisherId);
        pairs.set(series, pair);
      }
    }
  }
  const lift = (series: string, count: number) => {
    const [topic = '', region = ''] = series.split(' ');
    return (count * window.length) / Math.max(1, (single.get(topic) ?? 0) * (single.get(region) ?? 0));
  };
  return [...pairs].filter(([, { count, publishers }]) => count >= least.articles && publishers.size >= least.publishers)
    .map(([series, { count }]) => ({ series, weight: count * Math.log(Math.max(1, lift(series, count))) })).filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.series < b.series ? -1 : 1)).slice(0, most).map(({ series }) => series);
}
