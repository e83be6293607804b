import { createOwnTagging } from './own-tagging';

/** Thread module: tags with users' topics alone, and holds no gazetteer. */
export function createTasks() {
  return { tagOwn: createOwnTagging() };
}
