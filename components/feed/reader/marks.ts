import type { ArticleDetail } from '@/lib/correction';
import type { TextField } from '@/lib/place';

/** Words of the article that a tag rests on. `cue`: those that gave a place its role. UTF-16 offsets in `field`. */
export interface Mark {
  /** `place:360630`, `topic:conflict` */
  tag: string;
  kind: 'place' | 'topic' | 'cue';
  field: TextField;
  start: number;
  end: number;
}

export const placeKey = (id: string) => `place:${id}`;
export const topicKey = (id: string) => `topic:${id}`;

/** All that the tags of an article rest on. */
export function marksOf({ places, topics }: Pick<ArticleDetail, 'places' | 'topics'>): Mark[] {
  const ofPlaces = places.flatMap(({ place, mentions }) => mentions.flatMap(({ field, start, end, cue }): Mark[] => [
    { tag: placeKey(place.id), kind: 'place', field, start, end },
    ...(cue ? [{ tag: placeKey(place.id), kind: 'cue' as const, field, start: cue.start, end: cue.end }] : []),
  ]));
  const ofTopics = topics.flatMap(({ topic, evidence }) => evidence.map(({ field, start, end }): Mark => ({ tag: topicKey(topic.id), kind: 'topic', field, start, end })));
  return [...ofPlaces, ...ofTopics];
}

/** A piece of text and the marks that lie over all of it. */
export interface Segment {
  text: string;
  start: number;
  marks: Mark[];
}

/** Cuts a text where marks begin and end; they may lie over each other, and what lies outside of the text is left out. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const byStart = [...inside].sort((a, b) => a.start - b.start);
  let open: Mark[] = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, n) => {
    const end = cuts[n + 1] ?? text.length;
    open = open.filter((mark) => mark.end > start);
    for (let mark = byStart[next]; mark && mark.start <= start; mark = byStart[next]) {
      open.push(mark);
      next += 1;
    }
    return { text: text.slice(start, end), start, marks: [...open] };
  });
}
