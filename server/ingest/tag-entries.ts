import type { Entry, TaggedEntry, Tags } from '../../lib/entry';
import { isPayloadFault } from './worker-errors';

export interface TagInput {
  title: string;
  text: string;
  lang: string | null;
  /** ISO 3166-1 alpha-2 of the feed's country */
  feedCountry: string | null;
  datelineEnd: number | null;
}

export type Tag = (inputs: TagInput[]) => Promise<Tags[]>;

export interface Tagging {
  tagged: TaggedEntry[];
  /** which entries the tagger failed at, and how: they are kept, without tags */
  untagged: string[];
}

const NO_TAGS: Tags = { places: [], focusCountries: [], topics: [], terms: [] };

/**
 * Tags entries in one call; if that fails at what it was given, one by one, so that one bad text doesn't cost the others.
 * @throws where the tagger itself is out of order: then nothing can be said of the entries
 */
export async function tagAll(entries: readonly Entry[], feedCountry: string | null, tag: Tag): Promise<Tagging> {
  if (entries.length === 0) return { tagged: [], untagged: [] };
  try {
    const tags = await tag(entries.map((entry) => inputOf(entry, feedCountry)));
    return { tagged: entries.map((entry, i) => ({ entry, tags: present(tags[i]) })), untagged: [] };
  } catch (error) {
    if (!isPayloadFault(error)) throw error;
    return tagSingly(entries, feedCountry, tag);
  }
}

async function tagSingly(entries: readonly Entry[], feedCountry: string | null, tag: Tag): Promise<Tagging> {
  const result: Tagging = { tagged: [], untagged: [] };
  for (const entry of entries) {
    try {
      const [tags] = await tag([inputOf(entry, feedCountry)]);
      result.tagged.push({ entry, tags: present(tags) });
    } catch (error) {
      if (!isPayloadFault(error)) throw error;
      result.tagged.push({ entry, tags: NO_TAGS });
      result.untagged.push(`${entry.link ?? entry.identity} (${error.message})`);
    }
  }
  return result;
}

function inputOf({ title, text, lang, datelineEnd }: Entry, feedCountry: string | null): TagInput {
  return { title, text, lang, feedCountry, datelineEnd };
}

function present(tags: Tags | undefined): Tags {
  if (!tags) throw new Error('the tagger answered for fewer entries than it was given');
  return tags;
}
