import type { FieldText } from '../article-text';
import { remembered, type KnownWord } from '../vocabulary';
import { formsOf, type Phrase } from './phrases';

/** Phrases that begin with the same words. */
interface Branch<T> {
  ends: T[];
  whole: Map<string, Branch<T>>;
  /** by the first letters of what the word begins with; the shorter ones first */
  open: Map<string, Stem<T>[]>;
}

/** What a word begins with: قصف* */
interface Stem<T> {
  text: string;
  branch: Branch<T>;
}

export interface Found<T> {
  phrase: T;
  /** letters of proclitics before the first word */
  cut: number;
  /** in words */
  length: number;
}

interface Step<T> {
  branch: Branch<T>;
  cut: number;
}

/** So many letters a stem has at least, and is looked up by. */
const SHORTEST_OPEN = 2;

const NOTHING: readonly never[] = [];

const emptyBranch = <T>(): Branch<T> => ({ ends: [], whole: new Map(), open: new Map() });

function wholeBranch<T>({ whole }: Branch<T>, text: string): Branch<T> {
  const next = whole.get(text) ?? emptyBranch<T>();
  whole.set(text, next);
  return next;
}

function openBranch<T>({ open }: Branch<T>, text: string): Branch<T> {
  const head = text.slice(0, SHORTEST_OPEN);
  const stems = open.get(head) ?? [];
  const known = stems.find((stem) => stem.text === text);
  if (known) return known.branch;
  const branch = emptyBranch<T>();
  open.set(head, [...stems, { text, branch }].sort((a, b) => a.text.length - b.text.length));
  return branch;
}

/** The same for all indexes. */
const formsOfWord = remembered(({ folded }) => formsOf(folded));

/** Finds phrases in a text word by word: what it costs grows with the text, not with the number of phrases. */
export class PhraseIndex<T extends Phrase> {
  private readonly root = emptyBranch<T>();
  private readonly begin: (word: KnownWord) => readonly Step<T>[];

  constructor(phrases: Iterable<T>) {
    for (const phrase of phrases) this.add(phrase);
    this.begin = remembered((word) => this.stepsFrom(this.root, word));
  }

  private add(phrase: T): void {
    let branch = this.root;
    for (const { text, open } of phrase.words) branch = open ? openBranch(branch, text) : wholeBranch(branch, text);
    branch.ends.push(phrase);
  }

  /** All phrases that stand at a word of the text. */
  at(source: FieldText, at: number): readonly Found<T>[] {
    const word = source.words[at];
    if (!word) return NOTHING;
    const steps = this.begin(word);
    if (steps.length === 0) return NOTHING;
    const found: Found<T>[] = [];
    for (const { branch, cut } of steps) this.follow(branch, cut, source, at, 1, found);
    return found;
  }

  private stepsFrom(branch: Branch<T>, word: KnownWord): Step<T>[] {
    const steps: Step<T>[] = [];
    for (const { form, cut } of formsOfWord(word)) {
      const whole = branch.whole.get(form);
      if (whole) steps.push({ branch: whole, cut });
      if (branch.open.size === 0 || form.length < SHORTEST_OPEN) continue;
      for (const stem of branch.open.get(form.slice(0, SHORTEST_OPEN)) ?? NOTHING) {
        if (form.startsWith(stem.text) && !steps.some((other) => other.branch === stem.branch)) steps.push({ branch: stem.branch, cut });
      }
    }
    return steps;
  }

  private follow(branch: Branch<T>, cut: number, source: FieldText, at: number, length: number, found: Found<T>[]): void {
    for (const phrase of branch.ends) found.push({ phrase, cut, length });
    const next = source.words[at + length];
    if (!next || !source.joined[at + length - 1] || branch.whole.size + branch.open.size === 0) return;
    for (const step of this.stepsFrom(branch, next)) this.follow(step.branch, cut, source, at, length + 1, found);
  }
}
