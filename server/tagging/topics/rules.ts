import { wordsOf } from '../../../lib/text/words';
import { readingsOf, type Reading } from '../readings';
import type { Topic, TopicPhrase } from '../../../lib/topic';

interface WordPattern {
  text: string;
  /** قصف* takes any ending */
  open: boolean;
}

/** Words in a row, folded; without ال where it isn't asked for. */
export interface Phrase {
  written: string;
  words: WordPattern[];
}

/** A phrase that speaks for a topic, or against it where its weight is below 0. */
export interface Rule extends Phrase {
  topic: Topic;
  weight: number;
  near: { phrase: Phrase; words: number } | null;
  lang: string | null;
  /** what evidence names: `conflict: قصف*` */
  name: string;
}

/** What has to stand in an article (one of `must`), or may not (any of `mustNot`), for a topic to be put on it. */
export interface Condition {
  must: Phrase[];
  mustNot: Phrase[];
}

const ARTICLE = /^ال(?=...)/;

/** `=` before a word keeps its ال; the alif of ألعاب and إلكتروني belongs to the word, if it is written with its hamza. */
const keepsArticle = (part: string, start: number) => part.startsWith('=') || part.charAt(start) !== 'ا';

/** @throws where there is no word in it */
export function compilePhrase(written: string): Phrase {
  const words = written.split(/\s+/).flatMap((part) => {
    const pieces = wordsOf(part).map(({ folded, start }) => ({ text: keepsArticle(part, start) ? folded : folded.replace(ARTICLE, ''), open: false }));
    const last = pieces[pieces.length - 1];
    if (last && part.endsWith('*')) last.open = true;
    return pieces;
  });
  if (words.length === 0) throw new Error(`a topic's phrase without words: "${written}"`);
  return { written, words };
}

export function compileRule(topic: Topic, { phrase, weight, near, lang }: TopicPhrase): Rule {
  return {
    ...compilePhrase(phrase), topic, weight, lang, near: near && { phrase: compilePhrase(near.phrase), words: near.words },
    name: `${topic.id}: ${phrase}${near ? ` ~${near.words} ${near.phrase}` : ''}`,
  };
}

/** Whose it is: قواتها, محاكمته. */
const PRONOUN = /^([\u0621-\u064a]{3,})(?:ها|نا)$|^([\u0621-\u064a]{4,})(?:هم|هن|هما|كم)$|^([\u0621-\u064a]{3,}ت)ه$/;

/** A word without the pronoun at its end, which turns a ta marbuta (folded to ه) into ت. */
function withoutPronoun(form: string): string[] {
  const [, long, longer, ofHim] = PRONOUN.exec(form) ?? [];
  const rest = long ?? longer ?? ofHim;
  if (rest === undefined || form.startsWith('ال')) return [];
  return rest.endsWith('ت') ? [rest, `${rest.slice(0, -1)}ه`] : [rest];
}

/** The readings of a word as rules compare them: without proclitics, with ال and without, with its pronoun and without. */
function formsOf(folded: string): Reading[] {
  const seen = new Map<string, Reading>();
  for (const { form, cut } of readingsOf(folded)) {
    for (const one of [form, form.replace(ARTICLE, ''), ...withoutPronoun(form)]) if (!seen.has(one)) seen.set(one, { form: one, cut });
  }
  return [...seen.values()];
}

const fits = (pattern: WordPattern, form: string) => (pattern.open ? form.startsWith(pattern.text) : form === pattern.text);

interface Opening<T> {
  phrase: T;
  cut: number;
}

/** More distinct words than this are not remembered: enough for a language's everyday words. */
const REMEMBERED = 40_000;
const SHORTEST_OPEN = 2;

/** Finds phrases by their first word: hash look-ups, and the answer of each word remembered. */
class Openings<T extends Phrase> {
  private readonly whole = new Map<string, T[]>();
  private readonly open = new Map<string, T[]>();
  private readonly known = new Map<string, readonly Opening<T>[]>();

  constructor(phrases: readonly T[]) {
    for (const phrase of phrases) {
      const [first] = phrase.words;
      if (!first) throw new Error(`a topic's phrase without words: "${phrase.written}"`);
      const index = first.open ? this.open : this.whole;
      const others = index.get(first.text);
      if (others) others.push(phrase);
      else index.set(first.text, [phrase]);
    }
  }

  at(folded: string): readonly Opening<T>[] {
    const known = this.known.get(folded);
    if (known) return known;
    const found = this.lookUp(folded);
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(folded, found);
    return found;
  }

  private lookUp(folded: string): Opening<T>[] {
    const found: Opening<T>[] = [];
    for (const { form, cut } of formsOf(folded)) {
      for (const phrase of this.whole.get(form) ?? []) found.push({ phrase, cut });
      for (let length = SHORTEST_OPEN; length <= form.length; length += 1) {
        for (const phrase of this.open.get(form.slice(0, length)) ?? []) found.push({ phrase, cut });
      }
    }
    return found;
  }
}

/** The rules, and the phrases of conditions, by the word that they begin with. */
export class RuleIndex {
  private readonly rules: Openings<Rule>;
  private readonly asked: Openings<Phrase>;
  private readonly forms = new Map<string, readonly Reading[]>();

  constructor(rules: readonly Rule[], asked: readonly Phrase[] = []) {
    this.rules = new Openings(rules);
    this.asked = new Openings(asked);
  }

  /** rules whose first word fits, with the letters of proclitics before it */
  at(folded: string): readonly Opening<Rule>[] {
    return this.rules.at(folded);
  }

  /** likewise, phrases that conditions ask for */
  askedAt(folded: string): readonly Opening<Phrase>[] {
    return this.asked.at(folded);
  }

  /** whether the word fits the pattern in any of its readings */
  fits(pattern: WordPattern, folded: string): boolean {
    let readings = this.forms.get(folded);
    if (!readings) {
      readings = formsOf(folded);
      if (this.forms.size >= REMEMBERED) this.forms.clear();
      this.forms.set(folded, readings);
    }
    return readings.some(({ form }) => fits(pattern, form));
  }
}
