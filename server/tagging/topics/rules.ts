import { wordsOf } from '../../../lib/text/words';
import { readingsOf, type Reading } from '../readings';
import type { Topic } from '../../../lib/topic';

interface WordPattern {
  text: string;
  /** قصف* takes any ending */
  open: boolean;
}

/** A phrase that speaks for a topic. Its words are folded and without ال. */
export interface Rule {
  topic: Topic;
  weight: number;
  phrase: string;
  /** what evidence names: `conflict: قصف*` */
  name: string;
  words: WordPattern[];
}

const ARTICLE = /^ال(?=...)/;

export function compileRule(topic: Topic, weight: number, phrase: string): Rule {
  const words = phrase.split(/\s+/).flatMap((part) => {
    const pieces = wordsOf(part).map((word) => ({ text: word.folded.replace(ARTICLE, ''), open: false }));
    const last = pieces[pieces.length - 1];
    if (last && part.endsWith('*')) last.open = true;
    return pieces;
  });
  return { topic, weight, phrase, name: `${topic.id}: ${phrase}`, words };
}

/** The readings of a word as rules compare them: without proclitics and without ال. */
function barsOf(folded: string): Reading[] {
  const seen = new Map<string, Reading>();
  for (const { form, cut } of readingsOf(folded)) {
    const bare = form.replace(ARTICLE, '');
    if (!seen.has(bare)) seen.set(bare, { form: bare, cut });
  }
  return [...seen.values()];
}

const fits = (pattern: WordPattern, form: string) => (pattern.open ? form.startsWith(pattern.text) : form === pattern.text);

interface Opening {
  rule: Rule;
  cut: number;
}

/** More distinct words than this are not remembered: enough for a language's everyday words. */
const REMEMBERED = 40_000;
const SHORTEST_OPEN = 2;

/** Finds the rules that begin at a word by hash look-ups, and remembers the answer a word. */
export class RuleIndex {
  private readonly whole = new Map<string, Rule[]>();
  private readonly open = new Map<string, Rule[]>();
  private readonly openings = new Map<string, readonly Opening[]>();
  private readonly bare = new Map<string, readonly Reading[]>();

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      const [first] = rule.words;
      if (!first) throw new Error(`a topic rule without words: ${rule.name}`);
      const index = first.open ? this.open : this.whole;
      index.set(first.text, [...(index.get(first.text) ?? []), rule]);
    }
  }

  /** rules whose first word fits, with the letters of proclitics before it */
  at(folded: string): readonly Opening[] {
    const known = this.openings.get(folded);
    if (known) return known;
    const found = this.lookUp(folded);
    if (this.openings.size >= REMEMBERED) this.openings.clear();
    this.openings.set(folded, found);
    return found;
  }

  /** whether the word fits the pattern in any of its readings */
  fits(pattern: WordPattern, folded: string): boolean {
    let readings = this.bare.get(folded);
    if (!readings) {
      readings = barsOf(folded);
      if (this.bare.size >= REMEMBERED) this.bare.clear();
      this.bare.set(folded, readings);
    }
    return readings.some(({ form }) => fits(pattern, form));
  }

  private lookUp(folded: string): Opening[] {
    const found: Opening[] = [];
    for (const { form, cut } of barsOf(folded)) {
      for (const rule of this.whole.get(form) ?? []) found.push({ rule, cut });
      for (let length = SHORTEST_OPEN; length <= form.length; length += 1) {
        for (const rule of this.open.get(form.slice(0, length)) ?? []) found.push({ rule, cut });
      }
    }
    return found;
  }
}
