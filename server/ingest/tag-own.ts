import type { TopicTag } from '../../lib/topic';
import { isPayloadFault } from './worker-errors';

export interface OwnTagInput {
  title: string;
  text: string;
  lang: string | null;
}

const EMPTY: OwnTagInput = { title: '', text: '', lang: null };

/**
 * The users' topics of each article, in one call; if that fails at what it was given, one by one, so that one bad text doesn't cost the others.
 * @param onError told of each article that is left without
 * @throws what the topics themselves fail with, whatever the article, and where the tagger is out of order
 */
export async function tagOwnTopics(
  inputs: readonly OwnTagInput[], run: (inputs: OwnTagInput[]) => Promise<TopicTag[][]>, onError: (error: unknown) => void,
): Promise<TopicTag[][]> {
  if (inputs.length === 0) return [];
  try {
    return await run([...inputs]);
  } catch (error) {
    if (!isPayloadFault(error)) throw error;
    await run([EMPTY]);
  }
  const tags: TopicTag[][] = [];
  for (const input of inputs) {
    const [found = []] = await run([input]).catch((error: unknown) => {
      if (!isPayloadFault(error)) throw error;
      onError(error);
      return [];
    });
    tags.push(found);
  }
  return tags;
}
