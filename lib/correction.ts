import type { Direction } from './article';
import type { Tags } from './entry';
import type { Label } from './label';
import type { PlaceTag } from './place';
import type { TopicTag } from './topic';

export const CORRECTION_KINDS = ['place', 'topic'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** What a reader says of one article: it has nothing to do with this place, or this topic. */
export interface CorrectionInput {
  kind: CorrectionKind;
  targetId: string;
}

/** What a correction takes off: a place, or a topic with those below it. */
export interface CorrectionTarget extends CorrectionInput {
  id: string;
}

/** A correction as it is shown. */
export interface Correction extends CorrectionTarget {
  label: Label;
  createdAt: string;
}

/** A correction among all others, with the article that it is of. */
export interface ListedCorrection extends Correction {
  article: { id: string; title: string; lang: string | null; dir: Direction };
}

/** A feed in which an article was seen. */
export interface Sighting {
  feed: { id: number; title: string; url: string };
  /** the address it has there */
  link: string | null;
  /** when that feed first listed it, ISO */
  seenAt: string;
}

/** An article whole, with all that its tags rest on. Times are ISO 8601 in UTC. */
export interface ArticleDetail {
  id: string;
  version: number;
  title: string;
  text: string;
  textSource: 'feed' | 'page';
  lang: string | null;
  dir: Direction;
  url: string | null;
  author: string | null;
  publisher: { id: number; name: string };
  publishedAt: string | null;
  sortAt: string;
  focusCountries: { id: string; label: Label }[];
  places: PlaceTag[];
  topics: TopicTag[];
  corrections: Correction[];
  editedAt: string | null;
  /** every feed that showed it, the first first */
  seenIn: Sighting[];
}

/** One article of readers' corrections as a test of the tagger: its input, and what must not come out. */
export interface CorrectionCase {
  id: string;
  title: string;
  text: string;
  lang: string | null;
  notPlaces: { id: string; form: string | null }[];
  notTopics: { id: string }[];
}

/** An article's tags without what its readers took off, and what was withheld by which correction. */
export interface Corrected {
  tags: Tags;
  withheld: { id: string; tags: PlaceTag[] | TopicTag[] }[];
}

const takesPlace = ({ kind, targetId }: CorrectionInput, { place }: PlaceTag) => kind === 'place' && place.id === targetId;
const takesTopic = ({ kind, targetId }: CorrectionInput, { topic }: TopicTag) => kind === 'topic' && (topic.id === targetId || topic.parent === targetId);

/**
 * The tags as the article's corrections leave them. Only what they name goes: roles, focus countries and other tags stay as the tagger said.
 * Every correction is listed with what it withholds now, be it nothing.
 */
export function withoutCorrected(tags: Tags, corrections: readonly CorrectionTarget[]): Corrected {
  if (corrections.length === 0) return { tags, withheld: [] };
  return {
    tags: {
      ...tags,
      places: tags.places.filter((tag) => !corrections.some((one) => takesPlace(one, tag))),
      topics: tags.topics.filter((tag) => !corrections.some((one) => takesTopic(one, tag))),
    },
    withheld: corrections.map((one) => ({
      id: one.id,
      tags: one.kind === 'place' ? tags.places.filter((tag) => takesPlace(one, tag)) : tags.topics.filter((tag) => takesTopic(one, tag)),
    })),
  };
}
