import type { Log } from './log';
import type { Database } from './db/client';
import type { SourcesHandle } from './db/handle';
import { readRetention, writeRetention } from './db/retention';
import { addSources } from './db/sources/add';
import { deleteSource } from './db/sources/delete';
import { askNow, editSource } from './db/sources/edit';
import { readPolls, readSource, readSources } from './db/sources/read';
import { readVersions } from './db/sources/versions';
import { requestTask } from './db/tasks';
import { decode } from './ingest/stages/decode';
import { readOpml } from './opml/read-opml';
import { writeOpml } from './opml/write-opml';
import { EXPIRE, askToDiscover } from './tasks-app';

export interface SourcesDeps {
  db: Database;
  now(): Date;
  log: Log;
}

/** What the Sources page and the command line ask, on one database. */
export function createSources({ db, now, log }: SourcesDeps): SourcesHandle {
  const one = (id: number) => readSource(db, id, now());
  return {
    sources: () => readSources(db, now()),
    async source(id) {
      const source = await one(id);
      return source && { source, polls: await readPolls(db, id) };
    },
    discover: (address) => askToDiscover(db, address),
    addSources: (feeds) => addSources(db, feeds),
    editSource: async (id, change) => ((await editSource(db, id, change)) ? one(id) : null),
    async deleteSource(id, articles) {
      const deleted = await deleteSource(db, id, articles);
      if (deleted) log.info({ feed: id, articles: deleted.removed }, 'a feed was deleted');
      return deleted;
    },
    askNow: (id) => askNow(db, id),
    async importOpml(bytes, contentType) {
      const { feeds, refused } = readOpml(decode(bytes, contentType).text);
      const report = await addSources(db, feeds);
      return { ...report, refused: [...report.refused, ...refused] };
    },
    exportOpml: async () => writeOpml(await readSources(db, now()), now()),
    retention: () => readRetention(db),
    async setRetention(retention) {
      await writeRetention(db, retention);
      await requestTask(db, EXPIRE);
    },
    versions: (articleId) => readVersions(db, articleId),
  };
}
