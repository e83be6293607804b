import type { DefinedTopic, TopicTag } from '../../lib/topic';
import { createOwnTagger, type OwnTagger, type OwnTagInput } from '../tagging/topics/own';

export interface OwnTagCall {
  inputs: OwnTagInput[];
  /** names the set of topics: what was compiled for it is kept until another comes */
  revision: string;
  /** DefinedTopic[] as JSON: a text is copied to a thread faster than what it says */
  topics: string;
}

/** Tags with the users' topics, within a thread. Every call brings them along, so that a thread that died and began anew lacks nothing. */
export function createOwnTagging(): (call: OwnTagCall) => Promise<TopicTag[][]> {
  let known: { revision: string; tag: OwnTagger } | null = null;
  return ({ inputs, revision, topics }) => {
    if (known?.revision !== revision) known = { revision, tag: createOwnTagger(JSON.parse(topics) as DefinedTopic[]) };
    const { tag } = known;
    return Promise.resolve(inputs.map((input) => tag(input)));
  };
}
