import type { TopicDefinition } from '../../../lib/topic';
import { wordsOf } from '../../../lib/text/words';
import { compilePhrase } from './phrases';

/** What `mayHave` looks at: the folded words of an article, as one text. Made once for an article that is asked about again and again. */
export function foldedText(title: string, text: string): string {
  return [...wordsOf(title), ...wordsOf(text)].map(({ folded }) => folded).join(' ');
}

const SHORTEST = 2;

/**
 * The letters of a word that stand in every form of it that a rule fits: a glued لل costs a kept ال its alif, and a pronoun turns a ta marbuta
 * (folded to ه) into ت.
 */
function kernel(word: string): string {
  const bare = word.replace(/^ا(?=ل)/u, '').replace(/ه$/u, '');
  return bare.length < SHORTEST ? '' : bare;
}

/**
 * A quick first look at a definition: false where the article has none of its phrases for certain, at a hundredth of what tagging it takes.
 * A test holds it to the tagger.
 */
export function mayHave({ phrases }: TopicDefinition): (folded: string) => boolean {
  const kernels = new Set(phrases.filter(({ weight }) => weight > 0).map(({ phrase }) => kernel(compilePhrase(phrase).words[0]?.text ?? '')));
  if (kernels.has('')) return () => true;
  const needles = [...kernels].filter((one) => ![...kernels].some((other) => other !== one && one.includes(other)));
  return (folded) => needles.some((needle) => folded.includes(needle));
}
