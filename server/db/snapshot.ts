import type { Panel, Snapshot } from '../../lib/dashboard';
import type { FilterQuery } from '../../lib/events';
import type { Filter } from '../../lib/filter';
import { toFilter } from '../../lib/filter-terms';
import type { WindowName } from '../../lib/window';
import { articlePage } from './articles';
import { newestCursor } from './changes';
import type { Database } from './client';
import { readStatus } from './status';

/** All that a page's first paint needs, as of `cursor` or a little later: what comes twice is dropped by its reader. */
export async function readSnapshot(db: Database, query: FilterQuery, now: Date, readPanel: (filter: Filter, window: WindowName) => Promise<Panel>): Promise<Snapshot> {
  const filter = toFilter(query, now.getTime());
  // The cursor is read first: an article that commits meanwhile is then shown twice rather than never.
  const cursor = await newestCursor(db);
  const [page, panel, status] = await Promise.all([
    articlePage(db, filter, null), readPanel(filter, query.window), readStatus(db),
  ]);
  return { cursor, items: page.items, older: page.older, panel, status };
}
