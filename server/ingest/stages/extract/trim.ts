import type { Block } from './blocks';
import { LEADS_AWAY } from './leads-away';
import { bare, isProse, isShort, lengthOf, proseLength } from './measure';

const LONGEST_LABEL = 60;
const LONGEST_CERTAIN = 100;
const LONGEST_LEADING_AWAY = 220;

const SENTENCE = /[.!?؟。]["”»’)]?$/u;
const WRITTEN_BY = /^(?:by|von|par|por|di|door|av|af|written by|reporting by|text:|bearbeitet von|بقلم|كتبت?|إعداد|تقرير)(?:\s|:)[^.!?؟]{2,90}$/iu;
const LETTERS_OF_TIME = String.raw`(?:am|pm|a\.m\.|p\.m\.|uhr|gmt|utc|[ecmp][ds]t|[صم])(?!\p{L})`;
const LONGEST_DATE = 80;
/** "Nov 18, 2019, 8:22 AM EST", "١٨ نوفمبر ٢٠١٩": figures, and words that may be a month's or a day's. */
const ONLY_A_DATE = new RegExp(
  String.raw`^(?=.*\p{N})(?:[\p{N}\s:.,،/|•·()+–-]|(?<=[\p{N}\s])${LETTERS_OF_TIME}|\p{L}{3,12}(?=[\s,،.\/|]|$)){4,60}$`, 'iu',
);
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/iu;

/** Where less of the text than this is prose, in verse or talk, short lines are the text. */
const MOSTLY = 0.5;

/** Without what stands around and between an article's paragraphs: the headline again, bylines, links to other articles, lists of them, appeals. */
export function trim(blocks: readonly Block[], title: string | null): Block[] {
  const rest = withoutLinkLists(withoutStrays(blocks));
  if (proseLength(rest) < lengthOf(rest.filter(({ linked }) => linked < 0.5)) * MOSTLY) return rest;
  return withoutTail(withoutHead(rest, title));
}

function withoutStrays(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => !isStray(block));
}

function isStray({ text, linked, kind }: Block): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || ADDRESS.test(text)) return true;
  if (kind === 'heading') return text.length < LONGEST_LABEL && LEADS_AWAY.test(text);
  if (text.length <= LONGEST_LEADING_AWAY && LEADS_AWAY.test(text)) return text.length < LONGEST_CERTAIN || (linked > 0.2 && !SENTENCE.test(text));
  return linked > 0.9 && kind === 'paragraph' && !SENTENCE.test(text);
}

/** Items that are nothing but links, two or more in a row. */
function withoutLinkLists(blocks: readonly Block[]): Block[] {
  const isLink = (block: Block | undefined) => block !== undefined && block.kind === 'item' && block.linked > 0.8;
  return blocks.filter((block, i) => !(isLink(block) && (isLink(blocks[i - 1]) || isLink(blocks[i + 1]))));
}

/** Before the first paragraph: the headline, who wrote it and when, where on the site it stands. */
function withoutHead(blocks: readonly Block[], title: string | null): Block[] {
  const first = blocks.findIndex(isProse);
  if (first < 0) return [...blocks];
  const name = title === null ? '' : bare(title);
  return blocks.filter((block, i) => {
    if (i > first) return true;
    const own = bare(block.text);
    if (name !== '' && (own === name || (own.length > 20 && block.text.length < 300 && name.startsWith(own)))) return false;
    return i === first || !isOfTheHead(block);
  });
}

const isOfTheHead = ({ text, kind, linked }: Block) =>
  WRITTEN_BY.test(text) || (text.length <= LONGEST_DATE && ONLY_A_DATE.test(text)) || (kind !== 'heading' && isShort(text)) || (linked > 0.6 && !SENTENCE.test(text));

const BELONGING: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['item', 'cell', 'pre']);

/** After the last paragraph: signatures, tags, appeals. List items and cells belong to what is before them. */
function withoutTail(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex((block) => isProse(block) || (BELONGING.has(block.kind) && block.linked < 0.5));
  return blocks.filter((block, i) => i <= last || (block.kind !== 'heading' && block.linked < 0.5 && block.text.length >= 25));
}
