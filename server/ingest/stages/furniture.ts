import { fold } from '../../../lib/text/fold';
import {
  APPEARED_FIRST, BESIDE_FOLLOW, COUNTED_WORDS, CREDIT_WORD, FOLLOW_WORDS, FURNITURE_PHRASES, FURNITURE_WORDS, PLATFORM_WORDS, READ_ALSO_PHRASES,
  READ_ON_PHRASES, READ_ON_SINGLE_WORDS, TAG_LABELS,
} from './furniture-phrases';

/** Lines beyond these are no buttons and no credits. */
const LONGEST_BUTTON = 120;
const LONGEST_LINE = 700;
const LONGEST_LABELLED = 300;
const COUNT = /^\d{1,3}(?:[.,]?\d{3})*(?:[.,]\d)?[km]?$/u;
const YEAR = /^(?:19|20)\d\d$/u;
/** a count of shares may stand at the top and at the end; more of them are a story's own */
const MOST_COUNTS = 2;
const HASHTAGS = /^#[^\s#]+(?:[\s,،|]+#[^\s#]+)+$/u;
const EDGES = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;
const LABELLED = /^([^:：|]{2,40})[:：|](.*)$/u;

/**
 * A text without what its page put round the story: share counts and buttons, "read more", related links, lists of tags. Read by
 * structure: only a line that says nothing else goes; single words, counts and hashtags only at the very beginning or end; and
 * "read more" behind the last sentence. Depends on nothing but the text and its title, so that an item says the same at every poll.
 */
export function withoutFurniture(text: string, title = ''): string {
  const lines = text.split('\n');
  const plain = lines.map((line) => (mayBeFurniture(line) ? plainLine(line) : ''));
  const phrases = new Set(lines.flatMap((line, n) => (isFurniture(line, plain[n] ?? '') ? [n] : [])));
  const story = lines.flatMap((line, n) => (line.trim() === '' || phrases.has(n) ? [] : [{ n, line: line.trim(), plain: plain[n] ?? '' }]));
  const edges = edgesOf(story, title, phrases);
  // a text that is nothing but a count or hashtags is furniture of nothing
  if (edges.size === story.length && phrases.size === 0 && !story.some((each) => FURNITURE_WORDS.has(each.plain))) return text;
  const kept = lines.filter((_, n) => !phrases.has(n) && !edges.has(n));
  return withoutReadOn(kept.join('\n').replace(/\n{3,}/gu, '\n\n').trim());
}

/** Nearly all of a text is lines of the story: the costly look is kept for those that are short, or hold a credit's word. */
const mayBeFurniture = (line: string) => line.length <= LONGEST_BUTTON || (line.length <= LONGEST_LINE && CREDIT_WORD.test(line));

/** Folded, without punctuation, symbols and arrows at its ends. */
function plainLine(line: string): string {
  return fold(line).replace(EDGES, '').replace(/[’']/gu, '').replace(/\s+/gu, ' ');
}

function isFurniture(line: string, plain: string): boolean {
  if (plain === '') return false;
  if (APPEARED_FIRST.some((credit) => credit.test(plain))) return true;
  if (isLabelled(line, READ_ALSO_PHRASES)) return true;
  return line.length <= LONGEST_BUTTON && (FURNITURE_PHRASES.has(plain) || isCounted(plain) || isFollow(plain));
}

/** "اقرأ أيضا: a headline": a label, and no sentence behind it. */
function isLabelled(line: string, labels: ReadonlySet<string>): boolean {
  const [, label = '', rest = ''] = line.length <= LONGEST_LABELLED ? LABELLED.exec(line.trim()) ?? [] : [];
  return labels.has(plainLine(label)) && !/[.!]$/u.test(rest.trim());
}

/** "218 مشاركة", "Comments (3)", "3 min read" */
function isCounted(plain: string): boolean {
  const words = plain.replace(/[()]/gu, ' ').split(' ').filter((word) => word !== '' && word !== 'min' && word !== 'minutes');
  const [first = '', second = ''] = words;
  return words.length === 2 && ((COUNT.test(first) && COUNTED_WORDS.has(second)) || (COUNT.test(second) && COUNTED_WORDS.has(first)));
}

/** "تابعنا على فيسبوك وتويتر": nothing but asking to follow, and where. */
function isFollow(plain: string): boolean {
  const words = plain.split(/[\s\p{P}]+/u).filter(Boolean);
  const known = (word: string) => FOLLOW_WORDS.has(word) || BESIDE_FOLLOW.has(word) || PLATFORM_WORDS.has(word);
  const isPlatform = (word: string) => PLATFORM_WORDS.has(word) || (word.startsWith('و') && PLATFORM_WORDS.has(word.slice(1)));
  const named = words.filter(isPlatform).length;
  const asks = FOLLOW_WORDS.has(words[0] ?? '') && named > 0;
  return (asks || named > 2) && words.every((word) => known(word) || isPlatform(word));
}

interface StoryLine { n: number; line: string; plain: string }

const repeatsTitle = (line: string, title: string) =>
  title !== '' && Math.abs(line.length - title.length) <= LONGEST_BUTTON && plainLine(line) === plainLine(title);

/** What goes from the beginning (behind the title, where the text repeats it) and from the end. */
function edgesOf(story: readonly StoryLine[], title: string, phrases: ReadonlySet<number>): Set<number> {
  const dropped = new Set<number>();
  const counted = story.filter(({ plain }) => COUNT.test(plain)).length <= MOST_COUNTS;
  const isCount = (plain: string) => counted && COUNT.test(plain) && !YEAR.test(plain);
  const begin = repeatsTitle(story[0]?.line ?? '', title) ? 1 : 0;
  for (const { n, plain } of story.slice(begin)) {
    if (!isCount(plain) && !FURNITURE_WORDS.has(plain)) break;
    dropped.add(n);
  }
  for (const [back, { n, line, plain }] of story.toReversed().entries()) {
    const before = story[story.length - back - 2]?.plain ?? '';
    const beside = FURNITURE_WORDS.has(before) || [n + 1, n + 2].some((next) => dropped.has(next) || phrases.has(next));
    if (!FURNITURE_WORDS.has(plain) && !HASHTAGS.test(line) && !isLabelled(line, TAG_LABELS) && !(beside && isCount(plain))) break;
    dropped.add(n);
  }
  return dropped;
}

/** "… اقرأ المزيد" behind the last sentence; a single word ("المزيد") only behind "[…]". */
function withoutReadOn(text: string): string {
  const tail = text.slice(-2 * LONGEST_BUTTON);
  const end = text.slice(0, text.length - tail.length) + tail.replace(/[\s.…»>›→←:]+$/u, '');
  const from = Math.max(end.length - LONGEST_BUTTON, 0);
  const sentence = /^[\s\S]*[.…!?؟\]]/u.exec(end.slice(from))?.[0] ?? '';
  if (sentence === '') return text;
  const rest = plainLine(end.slice(from + sentence.length));
  const isReadOn = READ_ON_PHRASES.has(rest) || (sentence.endsWith(']') && READ_ON_SINGLE_WORDS.has(rest));
  return isReadOn ? end.slice(0, from + sentence.length) : text;
}
