import type { TaggedEntry, Tags } from '../lib/entry';
import type { TopicTag } from '../lib/topic';
import type { Database } from './db/client';
import { applyRetag, type Retagged } from './db/topics/apply';
import { claimRetag, finishRetag, nextRetagArticles, releaseRetag, type ClaimedRetag, type RetagArticle } from './db/topics/retag';
import { OwnTopicsChangedError, readOwnTopics, type OwnTopics } from './db/topics/standing';
import { createRetagger, type Retagger } from './ingest/retag';
import { tagOwnTopics, type OwnTagInput } from './ingest/tag-own';
import { isPayloadFault } from './ingest/worker-errors';
import type { OwnTagCall } from './worker/own-tagging';
import { createTopicTagging, type TopicTagging } from './worker/topic-tagging';

export interface OwnTopicsDeps {
  db: Database;
  tagOwn(call: OwnTagCall): Promise<TopicTag[][]>;
  onError(error: unknown): void;
}

/** Puts the users' topics on what is about to be stored. */
export interface OwnTopicsAtStore {
  /** Adds them to the batch and stores it; where they were changed meanwhile, by whichever process, once more with those that stand now. */
  entries<R>(tagged: readonly TaggedEntry[], store: (tagged: TaggedEntry[], revision: string) => Promise<R>): Promise<R>;
  /** the same for one article */
  article<R>(input: OwnTagInput, tags: Tags, store: (tags: Tags, revision: string) => Promise<R>): Promise<R>;
}

const withTopics = (tags: Tags, own: readonly TopicTag[] = []): Tags => (own.length === 0 ? tags : { ...tags, topics: [...tags.topics, ...own] });

export function createOwnTopicsAtStore({ db, tagOwn, onError }: OwnTopicsDeps): OwnTopicsAtStore {
  let standing: { own: OwnTopics; json: string } | null = null;

  async function look() {
    const own = await readOwnTopics(db);
    standing = { own, json: JSON.stringify(own.topics) };
    return standing;
  }

  /** The store refuses what was tagged with other topics than stand: no process has to be told of a change, and none can be late. */
  async function untilTheyStand<R>(inputs: readonly OwnTagInput[], store: (own: TopicTag[][], revision: string) => Promise<R>): Promise<R> {
    for (;;) {
      const { own: { revision, topics }, json } = standing ?? (await look());
      const own = topics.length === 0 ? [] : await tagOwnTopics(inputs, (some) => tagOwn({ inputs: some, revision, topics: json }), onError);
      try {
        return await store(own, revision);
      } catch (error) {
        if (!(error instanceof OwnTopicsChangedError)) throw error;
        await look();
      }
    }
  }

  return {
    entries: (tagged, store) => untilTheyStand(tagged.map(({ entry: { title, text, lang } }) => ({ title, text, lang })),
      (own, revision) => store(tagged.map((one, n) => ({ ...one, tags: withTopics(one.tags, own[n]) })), revision)),
    article: (input, tags, store) => untilTheyStand([input], (own, revision) => store(withTopics(tags, own[0]), revision)),
  };
}

const LEASE_SECONDS = 60;
/** Some tenths of a second of one core, and a short transaction. */
const BATCH = 200;

export interface RetaggingDeps {
  db: Database;
  onError(error: unknown): void;
  tagging?: TopicTagging;
  /** articles in one transaction */
  batch?: number;
}

/** Saved topics on their way over the articles that were there already. */
export function createRetagging({ db, onError, tagging = createTopicTagging(), batch = BATCH }: RetaggingDeps): Retagger {

  async function tag({ topicId, version, topic: { name, colour }, definition }: ClaimedRetag, articles: readonly RetagArticle[]): Promise<(TopicTag | null)[]> {
    if (definition === null) return articles.map(() => null);
    const topics = JSON.stringify([{ topic: { id: topicId, iptc: null, label: { en: name, ar: name }, parent: null, own: true, colour }, definition }]);
    const tags = await tagOwnTopics(articles, (inputs) => tagging.tagOwn({ inputs, revision: `${topicId}:${version}`, topics }), onError);
    return tags.map(([one]) => one ?? null);
  }

  const retagger = createRetagger<ClaimedRetag, RetagArticle>({
    claim: () => claimRetag(db, LEASE_SECONDS),
    next: (claim) => nextRetagArticles(db, claim, batch),
    tag,
    apply: (claim, looked: Retagged[]) => applyRetag(db, claim, looked, LEASE_SECONDS),
    finish: (claim, error) => finishRetag(db, claim, error),
    release: (claim) => releaseRetag(db, claim),
    isTopicsFault: isPayloadFault,
    onError,
  });
  return {
    ...retagger,
    async stop() {
      await retagger.stop();
      await tagging.stop();
    },
  };
}
