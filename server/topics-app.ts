import type { BuiltInTopic, OwnTopic, TopicList } from '../lib/own-topic';
import type { DefinedTopic } from '../lib/topic';
import type { Database } from './db/client';
import type { TopicsHandle } from './db/handle';
import { addTopic, deleteTopic, editTopic } from './db/topics/edit';
import { readOwnList, readTopicCounts } from './db/topics/read';
import type { Log } from './log';
import { readBuiltIn } from './tagging/topics/taxonomy';
import { createTopicPreviewer } from './topic-preview-app';

export interface TopicsDeps {
  db: Database;
  now(): Date;
  log: Log;
}

const NONE = { day: 0, week: 0 };

/** A parent, then what lies below it. */
function asTree(all: readonly DefinedTopic[], parent: string | null = null): DefinedTopic[] {
  return all.filter(({ topic }) => topic.parent === parent).flatMap((one) => [one, ...asTree(all, one.topic.id)]);
}

/** What the Topics page and the command line ask, on one database. */
export function createTopics({ db, now, log }: TopicsDeps): { handle: TopicsHandle; stop(): Promise<void> } {
  const previewer = createTopicPreviewer(db, now);
  let known: DefinedTopic[] | null = null;
  const builtIn = () => (known ??= asTree(readBuiltIn()));

  async function list(): Promise<TopicList> {
    const counts = await readTopicCounts(db, now());
    return {
      own: await readOwnList(db, counts),
      builtIn: builtIn().map(({ topic }) => ({ topic, articles: counts.get(topic.id) ?? NONE })),
    };
  }
  const own = async (id: string): Promise<OwnTopic | null> => (await list()).own.find((one) => one.id === id) ?? null;

  return {
    handle: {
      topics: list,
      async builtInTopic(id): Promise<BuiltInTopic | null> {
        const found = builtIn().find(({ topic }) => topic.id === id);
        return found ? { ...found, articles: (await readTopicCounts(db, now())).get(id) ?? NONE } : null;
      },
      async addTopic(input) {
        const id = await addTopic(db, input);
        log.info({ topic: id }, 'a topic was added');
        return own(id);
      },
      editTopic: async (id, input) => ((await editTopic(db, id, input)) ? own(id) : null),
      deleteTopic: (id) => deleteTopic(db, id),
      previewTopic: (definition) => previewer.preview(definition),
    },
    stop: previewer.stop,
  };
}
