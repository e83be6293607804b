import type { TopicDefinition } from '../../lib/topic';
import { createCorpus, type Caught, type PreviewArticle } from '../tagging/topics/preview';
import { createOwnTagging } from './own-tagging';

export interface CorpusState {
  size: number;
  /** 64 bits; '0' where it is empty */
  newestId: string;
  oldest: { sortAt: string; id: string } | null;
}

export interface PreviewCall {
  definition: TopicDefinition;
  /** ISO 8601 */
  from: string;
  withinMs: number;
}

/** Thread module: tags with users' topics alone, on what it is given or on the articles that it keeps for previews. It holds no gazetteer. */
export function createTasks() {
  const corpus = createCorpus();
  const state = (): CorpusState => {
    const oldest = corpus.oldest();
    return { size: corpus.size(), newestId: corpus.newestId(), oldest: oldest && { sortAt: oldest.sortAt, id: oldest.id } };
  };
  return {
    tagOwn: createOwnTagging(),
    corpus: (): Promise<CorpusState> => Promise.resolve(state()),
    keep(articles: PreviewArticle[]): Promise<CorpusState> {
      corpus.add(articles);
      return Promise.resolve(state());
    },
    preview({ definition, from, withinMs }: PreviewCall): Promise<Caught> {
      const end = Date.now() + withinMs;
      return Promise.resolve(corpus.try(definition, from, () => Date.now() < end));
    },
  };
}
