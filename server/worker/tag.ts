import type { Tags } from '../../lib/entry';
import type { Reference } from '../../lib/reference';
import { loadGazetteer } from '../tagging/places/gazetteer';
import { createTagger } from '../tagging/tagger';
import { loadTaxonomy } from '../tagging/topics/taxonomy';
import { createOwnTagging } from './own-tagging';

export interface TagInput {
  title: string;
  text: string;
  lang: string | null;
  /** ISO 3166-1 alpha-2 of the feed */
  feedCountry?: string | null;
  /** where the dateline ends that the feed's reader found */
  datelineEnd?: number | null;
}

/** Thread module: tags articles; it holds the gazetteer, which is why it is apart from parsing. */
export function createTasks() {
  const gazetteer = loadGazetteer();
  const taxonomy = loadTaxonomy();
  const tag = createTagger(gazetteer, taxonomy);
  return {
    tagOwn: createOwnTagging(),
    tag: (inputs: TagInput[]): Promise<Tags[]> => Promise.resolve(inputs.map((input) => tag(input))),
    reference: (): Promise<Reference> => Promise.resolve({ places: gazetteer.hierarchy, topics: taxonomy.topics }),
  };
}
