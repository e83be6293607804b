import type { Place } from './place';
import type { Topic } from './topic';

/** What articles refer to: the places that others lie within, and the topics. */
export interface Reference {
  places: Place[];
  topics: Topic[];
}
