import type { FieldText } from '../article-text';
import type { Reading } from '../readings';
import { formsOf, type Phrase } from './phrases';

/** Phrases that begin with the same words. */
interface Branch<T> {
  ends: T[];
  whole: Map<string, Branch<T>>;
  /** by what the word begins with; the text of one is no longer than the words that fit it */
  open: Map<string, Branch<T>>;
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

/** More distinct words than this are not remembered: enough for a language's everyday words. */
const REMEMBERED = 40_000;
const SHORTEST_OPEN = 2;

const NOTHING: readonly never[] = [];

const emptyBranch = <T>(): Branch<T> => ({ ends: [], whole: new Map(), open: new Map() });

function remember<T>(known: Map<string, T>, word: string, find: (word: string) => T): T {
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = find(word);
  if (known.size >= REMEMBERED) known.clear();
  known.set(word, found);
  return found;
}

/** Finds phrases in a text word by word: what it costs grows with the text, not with the number of phrases. */
export class PhraseIndex<T extends Phrase> {
  private readonly root = emptyBranch<T>();
  private readonly forms = new Map<string, readonly Reading[]>();
  private readonly steps = new Map<string, readonly Step<T>[]>();

  constructor(phrases: Iterable<T>) {
    for (const phrase of phrases) this.add(phrase);
  }

  private add(phrase: T): void {
    let branch = this.root;
    for (const { text, open } of phrase.words) {
      const children = open ? branch.open : branch.whole;
      const next = children.get(text) ?? emptyBranch<T>();
      children.set(text, next);
      branch = next;
    }
    branch.ends.push(phrase);
  }

  /** All phrases that stand at a word of the text. */
  at(source: FieldText, at: number): readonly Found<T>[] {
    const word = source.words[at];
    if (!word) return NOTHING;
    const steps = remember(this.steps, word.folded, this.begin);
    if (steps.length === 0) return NOTHING;
    const found: Found<T>[] = [];
    for (const { branch, cut } of steps) this.follow(branch, cut, source, at, 1, found);
    return found;
  }

  private readonly begin = (folded: string) => this.stepsFrom(this.root, folded);

  private stepsFrom(branch: Branch<T>, folded: string): Step<T>[] {
    const steps: Step<T>[] = [];
    for (const { form, cut } of remember(this.forms, folded, formsOf)) {
      const whole = branch.whole.get(form);
      if (whole) steps.push({ branch: whole, cut });
      if (branch.open.size === 0) continue;
      for (let length = SHORTEST_OPEN; length <= form.length; length += 1) {
        const open = branch.open.get(form.slice(0, length));
        if (open && !steps.some((other) => other.branch === open)) steps.push({ branch: open, cut });
      }
    }
    return steps;
  }

  private follow(branch: Branch<T>, cut: number, source: FieldText, at: number, length: number, found: Found<T>[]): void {
    for (const phrase of branch.ends) found.push({ phrase, cut, length });
    const next = source.words[at + length];
    if (!next || !source.joined[at + length - 1] || branch.whole.size + branch.open.size === 0) return;
    for (const step of this.stepsFrom(branch, next.folded)) this.follow(step.branch, cut, source, at, length + 1, found);
  }
}
