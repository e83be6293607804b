import { createPageReader, type PageInput, type PageResult } from '../ingest/stages/extract/extract';
import { loadLanguageDetector } from '../tagging/language';

/** Thread module: finds the article in a page; apart from the feeds' thread, so that a page that hangs it holds up no feed. */
export async function createTasks() {
  const extract = createPageReader({ detectLanguage: await loadLanguageDetector() });
  return { extract: (input: PageInput): PageResult => extract(input) };
}
