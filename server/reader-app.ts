import { readPageKey } from './db/articles';
import type { Database } from './db/client';
import type { ReaderHandle } from './db/handle';
import { readMarks, setMarks, starredPage } from './db/reader/marks';
import { greetReader } from './db/reader/readers';
import { addView, deleteView, editView, orderViews, readViews } from './db/reader/views';

interface ReaderDeps {
  db: Database;
  now(): Date;
}

/** What is kept for each reader, on one database. */
export function createReader({ db, now }: ReaderDeps): ReaderHandle {
  return {
    marks: (reader, articles) => readMarks(db, reader, articles),
    mark: (reader, change) => setMarks(db, reader, change, now()),
    async starred(reader, before) {
      const key = before === null ? null : readPageKey(before);
      return before !== null && key === null ? null : starredPage(db, reader, key);
    },
    async views(reader) {
      await greetReader(db, reader, now());
      return readViews(db, reader);
    },
    addView: (reader, input) => addView(db, reader, input, now()),
    editView: (reader, id, change) => editView(db, reader, id, change),
    async orderViews(reader, ids) {
      await orderViews(db, reader, ids);
      return readViews(db, reader);
    },
    deleteView: (reader, id) => deleteView(db, reader, id),
  };
}
