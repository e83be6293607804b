import { escapeXml, writeRss, type RssItem } from '../../../server/sample/rss';

/** An article of a publisher, and when it appears: milliseconds after the day began. */
export interface DayItem {
  id: string;
  source: string;
  title: string;
  /** plain, its paragraphs separated by blank lines */
  text: string;
  url: string;
  at: number;
  /** when its title is changed; null: never */
  editedAt: number | null;
}

/** One feed of a publisher. Every item is in two: in the feed of all, and in that of its section. */
export interface EditionFeed {
  /** names it on the server, within the whole day */
  name: string;
  source: string;
  /** the id that it gives an item */
  guidOf(item: DayItem): string;
  items: readonly DayItem[];
}

export interface Edition {
  feeds: readonly EditionFeed[];
  /** what a feed says at this moment of the day; no two documents are written quite alike */
  document(name: string, elapsed: number): Buffer;
  /** A document was sent whole, at `at` (milliseconds since 1970). */
  served(name: string, document: string, at?: number): void;
  /** Takes back what a feed has handed out since then: whoever asked never had it. */
  takeBack(name: string, since: number): void;
  /** the ids that a feed has handed out in documents that can be read */
  servedIn(name: string): ReadonlySet<string>;
  /** when a feed handed out an item, in milliseconds since 1970 */
  servedAt(name: string, item: DayItem): readonly number[];
  /** the items that were in some feed's window when it was asked */
  shown(): ReadonlySet<DayItem>;
}

export interface EditionOptions {
  /** the time that the first moment of the day is dated with */
  began: Date;
  /** how many items a feed holds */
  window: number;
  sections: number;
  random(): number;
}

/** How a publisher's section feeds differ from the feed of all. */
const WAYS: { guid(id: string): string; link(url: URL): string }[] = [
  { guid: (id) => id, link: (url) => url.href },
  { guid: (id) => `s-${id}`, link: (url) => Object.assign(new URL(url), { protocol: url.protocol === 'http:' ? 'https:' : 'http:' }).href },
  { guid: (id) => id, link: (url) => new URL(`/section${url.pathname}${url.search}`, url).href },
  { guid: (id) => `s-${id}`, link: (url) => new URL(`/section${url.pathname}${url.search}`, url).href },
];
const PLAIN = { guid: (id: string) => id, link: (url: URL) => url.href };

/** What sloppy software does to a document that a good reader reads all the same. */
const SLOPS: ((document: string) => string)[] = [
  (document) => document.replaceAll('&amp;utm', '&utm'),
  (document) => document.replace('</title>', '&nbsp;</title>'),
  (document) => document.replace('</description>', '\u0008</description>'),
  (document) => `\n\n ${document}`,
  (document) => `\ufeff${document}`,
];

const titleAt = ({ title, editedAt }: DayItem, elapsed: number) => (editedAt !== null && elapsed >= editedAt ? `${title} (محدث)` : title);

/** A day of several publishers' feeds. */
export function createEdition(items: readonly DayItem[], { began, window, sections, random }: EditionOptions): Edition {
  const feeds = feedsOf(items, sections);
  const byName = new Map(feeds.map((feed) => [feed.name, feed]));
  const handedOut = new Map(feeds.map(({ name }) => [name, new Map<string, number[]>()]));
  const shown = new Set<DayItem>();
  const tracker = () => `utm_source=rss&utm_term=${Math.floor(random() * 1e6)}`;

  function rssItem({ guidOf, way }: DayFeed, item: DayItem, elapsed: number): RssItem {
    const link = way.link(new URL(item.url));
    return {
      id: guidOf(item), title: titleAt(item, elapsed), text: item.text, link: `${link}${link.includes('?') ? '&' : '?'}${tracker()}`, lang: 'ar',
      publishedAt: new Date(Math.floor((began.getTime() + item.at) / 1000) * 1000), category: null,
    };
  }

  function itemsOf(feed: DayFeed, elapsed: number): DayItem[] {
    const current = feed.items.filter(({ at }) => at <= elapsed).slice(-window).reverse();
    for (const item of current) shown.add(item);
    if (random() < 0.2) current.sort(() => random() - 0.5);
    const [twice] = current;
    return twice && random() < 0.1 ? [...current, twice] : current;
  }

  return {
    feeds,
    document(name, elapsed) {
      const feed = byName.get(name);
      if (!feed) throw new Error(`the edition has no feed "${name}"`);
      const written = itemsOf(feed, elapsed).map((item) => rssItem(feed, item, elapsed));
      const document = writeRss({ title: name, link: `https://${feed.source}.example/`, description: name, lang: 'ar' }, written);
      const slop = random() < 0.3 ? SLOPS[Math.floor(random() * SLOPS.length)] : undefined;
      return Buffer.from(slop ? slop(document) : document);
    },
    served(name, document, at = Date.now()) {
      const times = handedOut.get(name) ?? new Map<string, number[]>();
      const feed = byName.get(name);
      for (const item of feed?.items ?? []) {
        if (document.includes(`>${escapeXml(feed?.guidOf(item) ?? '')}</guid>`)) times.set(item.id, [...(times.get(item.id) ?? []), at]);
      }
    },
    takeBack(name, since) {
      const times = handedOut.get(name) ?? new Map<string, number[]>();
      for (const [id, all] of times) times.set(id, all.filter((at) => at < since));
    },
    servedIn: (name) => new Set([...(handedOut.get(name) ?? [])].filter(([, times]) => times.length > 0).map(([id]) => id)),
    servedAt: (name, { id }) => handedOut.get(name)?.get(id) ?? [],
    shown: () => shown,
  };
}

interface DayFeed extends EditionFeed {
  way: typeof PLAIN;
}

function feedsOf(items: readonly DayItem[], sections: number): DayFeed[] {
  const sources = new Map<string, DayItem[]>();
  for (const item of [...items].sort((a, b) => a.at - b.at)) sources.set(item.source, [...(sources.get(item.source) ?? []), item]);
  return [...sources].flatMap(([source, own], index) => {
    const way = WAYS[index % WAYS.length] ?? PLAIN;
    const feed = (name: string, chosen: DayItem[], how: typeof PLAIN): DayFeed =>
      ({ name: `${source}-${name}`, source, items: chosen, way: how, guidOf: ({ id }) => how.guid(id) });
    return [
      feed('all', own, PLAIN),
      ...Array.from({ length: sections }, (_, n) => feed(`section-${n + 1}`, own.filter((__, i) => i % sections === n), way)),
    ];
  });
}
