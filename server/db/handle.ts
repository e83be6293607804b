import type { FilterQuery } from '../../lib/events';
import type { Choices, FeedStatus, Snapshot } from '../../lib/dashboard';
import type { ArticleItem } from '../../lib/article';
import type { ArticleDetail, CorrectionCase, CorrectionInput, ListedCorrection } from '../../lib/correction';
import type { BuiltInTopic, OwnTopic, TopicInput, TopicList, TopicPreview } from '../../lib/own-topic';
import type { Marks, MarksChange, StarredPage, View, ViewChange, ViewInput } from '../../lib/reader';
import type { MapAnswer, MapQuery } from '../../lib/map';
import type { About, ProductSettings } from '../../lib/settings';
import type { SpikeHistory, SpikeState, SpikeView } from '../../lib/spike';
import type { TopicDefinition } from '../../lib/topic';
import type { ArticlePage, FacetCounts, Facets, KnownPlace, SeriesAnswer, SeriesBy, SeriesQuery, TopAnswer, TopOrder } from '../../lib/trends';
import type { AddReport, ArticleVersionText, Discovery, NewSource, Retention, Source, SourceChange, SourcePoll } from '../../lib/source';

export interface Health {
  status: 'ok' | 'down';
  database: 'ok' | 'unreachable';
  /** the newest change, as a decimal string; null where the database can't be asked */
  cursor: string | null;
  articles: number | null;
  feeds: { total: number; healthy: number; failing: number; waiting: number } | null;
  lastPollAt: string | null;
}

/** Who may write through the interface: everyone on the loopback, holders of the token, or nobody. */
export type WriteAccess = 'open' | 'token' | 'read-only';

/** What the Sources page and the command line ask. All but reading is a write: route handlers check `mayWrite` first. */
export interface SourcesHandle {
  /** dead and silent feeds first */
  sources(): Promise<Source[]>;
  /** null where there is none of that id */
  source(id: number): Promise<{ source: Source; polls: SourcePoll[] } | null>;
  /** looks for feeds at the address of a site or a feed; an ingest process does it, on the network */
  discover(address: string): Promise<Discovery>;
  /** all or nothing but for what the report refuses */
  addSources(feeds: NewSource[]): Promise<AddReport>;
  /** @throws BadSourceError saying what can't be taken, and why; null where there is none of that id */
  editSource(id: number, change: SourceChange): Promise<Source | null>;
  /** @returns how many articles went with it; null where there is none of that id */
  deleteSource(id: number, articles: 'keep' | 'delete'): Promise<{ removed: number } | null>;
  /** As soon as a poller is free; false where there is none of that id. @throws BadSourceError where it is paused */
  askNow(id: number): Promise<boolean>;
  /** An OPML file or a plain list of addresses, as bytes: it may be in any encoding. */
  importOpml(bytes: Uint8Array, contentType: string | null): Promise<AddReport>;
  exportOpml(): Promise<string>;
  retention(): Promise<Retention>;
  setRetention(retention: Retention): Promise<void>;
  /** null where there is no such article */
  versions(articleId: string): Promise<ArticleVersionText[] | null>;
}

/** The article's view, and what its readers take off it. */
export interface ArticlesHandle {
  /** null where there is no such article */
  article(id: string): Promise<ArticleDetail | null>;
  /** `no-tag`: the article does not bear that place or topic */
  correct(articleId: string, input: CorrectionInput): Promise<'corrected' | 'no-article' | 'no-tag'>;
  /** false where there is none of that id on that article */
  undoCorrection(articleId: string, correctionId: string): Promise<boolean>;
  /** newest first, at most 200 */
  corrections(): Promise<{ corrections: ListedCorrection[]; total: number }>;
  /** as tests of the tagger, one article each */
  correctionCases(): AsyncIterable<CorrectionCase>;
}

/** What the Topics page and the command line ask. */
export interface TopicsHandle {
  topics(): Promise<TopicList>;
  /** null where there is none of that id */
  builtInTopic(id: string): Promise<BuiltInTopic | null>;
  /** null where somebody deleted it at once. @throws BadSourceError */
  addTopic(input: TopicInput): Promise<OwnTopic | null>;
  /** null where there is none of that id. @throws BadSourceError */
  editTopic(id: string, input: TopicInput): Promise<OwnTopic | null>;
  /** false where there is none of that id */
  deleteTopic(id: string): Promise<boolean>;
  /** what a draft would have caught of the last days */
  previewTopic(definition: TopicDefinition): Promise<TopicPreview>;
}

/** What the Settings page asks. */
export interface SettingsHandle {
  productSettings(): Promise<ProductSettings>;
  /** what isn't named stays; @returns all of them */
  changeSettings(change: Partial<ProductSettings>): Promise<ProductSettings>;
  about(): Promise<About>;
}

/** What charts and /api/v1 ask. */
export interface TrendsHandle {
  /** null where it would be more buckets than MAX_BUCKETS (lib/buckets) */
  series(query: SeriesQuery): Promise<SeriesAnswer | null>;
  /** the most mentioned of the filter's span (the last day where it has none), with the time before */
  top(query: FilterQuery, by: SeriesBy, limit: number, order?: TopOrder): Promise<TopAnswer>;
  /** where the articles of a filter are about, of its span or the last day */
  map(query: MapQuery): Promise<MapAnswer>;
  facets(query: FilterQuery): Promise<Facets>;
  facetCounts(query: FilterQuery): Promise<FacetCounts>;
  /** null where `next` is no cursor of a page before */
  articles(query: FilterQuery, next: string | null, limit: number): Promise<ArticlePage | null>;
  /** places with articles whose name in either script begins so, the most mentioned first; of all, where nothing is typed. `within`: only those in it */
  places(text: string, limit: number, within?: string | null): Promise<KnownPlace[]>;
  /**
   * Those found last first; of all states where none is given, of the regions and topics of `of`, going on between its `from` and `to`.
   * Those of saved searches are for the readers who saved them.
   */
  spikes(states: readonly SpikeState[], limit: number, of?: FilterQuery | null, reader?: string | null): Promise<SpikeView[]>;
  /** null where there is none of that id, or it is not for this reader */
  spike(id: string, reader?: string | null): Promise<SpikeView | null>;
  /** how much past there is to tell spikes by */
  spikeHistory(): Promise<SpikeHistory>;
}

/** What is kept for a reader: `reader` is the id in its cookie, 32 hexadecimal digits. Nobody else sees it, and it is not the server's configuration. */
export interface ReaderHandle {
  /** of articles that nothing was done with there is none */
  marks(reader: string, articles: readonly string[]): Promise<Marks>;
  /** how each article stands now; what is none is missing. @throws BadSourceError */
  mark(reader: string, change: MarksChange): Promise<Marks>;
  /** null where `before` is no `older` of a page */
  starred(reader: string, before: string | null): Promise<StarredPage | null>;
  /** in the reader's order */
  views(reader: string): Promise<View[]>;
  /** @throws BadSourceError */
  addView(reader: string, input: ViewInput): Promise<View>;
  /** null where the reader has none of that id */
  editView(reader: string, id: number, change: ViewChange): Promise<View | null>;
  /** those that aren't named stay behind the others */
  orderViews(reader: string, ids: readonly number[]): Promise<View[]>;
  /** false where the reader has none of that id */
  deleteView(reader: string, id: number): Promise<boolean>;
}

/**
 * What pages and route handlers may ask. `app/` is bundled apart from the server, so a module singleton imported
 * there would be another object: main.ts puts this one on globalThis.
 */
export interface Handle extends SettingsHandle, TopicsHandle, SourcesHandle, ArticlesHandle, TrendsHandle, ReaderHandle {
  snapshot(query: FilterQuery): Promise<Snapshot>;
  /** the page of articles before `key`, which is a snapshot's or a page's `older` */
  older(query: FilterQuery, key: string): Promise<{ items: ArticleItem[]; older: string | null }>;
  /** what the filters offer; with `places`, ids of smaller ones that are to be named too */
  choices(places?: readonly string[]): Promise<Choices>;
  status(): Promise<FeedStatus>;
  health(): Promise<Health>;
  writeAccess: WriteAccess;
  /** checks the Authorization header of a write; true where access is open */
  mayWrite(authorization: string | null): boolean;
  /** asks an ingest process to end the sample wire and delete what it brought; resolves once it is done */
  removeSample(): Promise<{ removed: number }>;
}

const key = Symbol.for('marsad');

export function provideHandle(handle: Handle): void {
  (globalThis as Record<symbol, unknown>)[key] = handle;
}

/** @throws where no server has provided one: pages run only inside server/main.ts */
export function marsad(): Handle {
  const handle = (globalThis as Record<symbol, unknown>)[key];
  if (!handle) throw new Error('no Marsad server in this process: start it with npm start or npm run dev');
  return handle as Handle;
}
