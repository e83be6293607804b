import { createFeedReader, type ReadInput, type ReadResult } from '../ingest/read';
import { loadLanguageDetector } from '../tagging/language';

/** Thread module: reads feeds, whose worst may cost a thread its deadline but not the process. */
export async function createTasks() {
  const read = createFeedReader({ detectLanguage: await loadLanguageDetector() });
  return { parse: (input: ReadInput): Promise<ReadResult> => read(input) };
}
