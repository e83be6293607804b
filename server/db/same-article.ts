import type { Entry } from '../../lib/entry';
import { termsOf } from '../../lib/text/terms';

/** An article of the publisher that an entry may be, found by something that the two have in common. */
export interface Candidate {
  id: string;
  identity: string;
  canonicalUrl: string | null;
  title: string;
  /** its beginning */
  text: string;
  publishedAt: Date | null;
  dateFlag: string | null;
  firstSeenAt: Date;
  /** some feed of the publisher showed it under the entry's own id */
  sameGuid: boolean;
  /** or under its address, though it is known by another */
  sameAddress: boolean;
  /** its words, or what some feed said of it, are the entry's */
  sameContent: boolean;
  /** what the entry's own feed says of it, under whatever id; null where it never showed it */
  said: string[] | null;
}

type Words = Pick<Entry, 'title' | 'text'>;
export type Asked = Pick<Entry, 'guid' | 'canonicalUrl' | 'identity' | 'title' | 'text' | 'publishedAt' | 'dateFlag'>;

const HOUR = 3_600_000;
/** Of the words of the shorter text, the part that the longer one has too. Two articles of one newspaper: 0.14, seldom above 0.3; an edit: 0.7 and more. */
const ALIKE = 0.4;
/** Titles have few words, and the same little ones. */
const ALIKE_TITLES = 0.6;
/** Two feeds' words for one item; two items of one second may be of one mould. */
const TWINS = 0.8;
/** A daily column keeps its title, and may keep its address; a rewritten report is rewritten the same day. */
const SOON = 12 * HOUR;
/** What a text of so many words proves where nothing else agrees: the shorter it is, the nearer in time its twin must be. */
const TELLING_WORDS = 20;
const PROOFS = [{ words: 60, within: 7 * 24 * HOUR }, { words: TELLING_WORDS, within: SOON }];
const TELLING_TITLE_WORDS = 4;
const COMPARED_CHARACTERS = 2000;

/**
 * Whether an entry is that article, said again or edited, or another one that a sloppy feed gives its address or id. An address and
 * an id prove something where they are made for one item, and less the less else agrees: title, words, the second of publishing.
 */
export function isSameArticle(entry: Asked, known: Candidate): boolean {
  if (isAtAddress(entry, known)) return isSameAtAddress(entry, known);
  if (isUnderId(entry, known)) return isSameUnderId(entry, known);
  if (known.identity === entry.identity) return known.sameContent || isAlike(entry, known);
  return known.sameContent ? proves(entry, known) : isTwinOfOtherFeed(entry, known);
}

/** The same address. Another article is there where the words have nothing in common, and the address or the id says so too. */
function isSameAtAddress(entry: Asked, known: Candidate): boolean {
  const addressTells = entry.canonicalUrl !== null && namesOneItem(entry.canonicalUrl);
  const idTells = isUnderId(entry, known) && namesOneItem(entry.guid ?? '');
  if (!addressTells && !idTells && isLongAfter(entry, known)) return known.sameContent && proves(entry, known);
  if (known.sameContent || isAlike(entry, known)) return true;
  if (idTells) return !isLongAfter(entry, known);
  // its own feed shows the one there under another id: an id of its own makes it another, unless it appeared at once
  const otherId = known.said !== null && entry.guid !== null && !known.sameGuid;
  return addressTells && (otherId ? !hasOtherDate(entry, known) : !isLongAfter(entry, known));
}

/** The same id, but no address in common. A counter ("1", "2", "3") or a word for all items proves nothing by itself. */
function isSameUnderId(entry: Asked, known: Candidate): boolean {
  if (known.sameContent && (!isLongAfter(entry, known) || proves(entry, known))) return true;
  const moved = hasOwnUrl(entry) && known.canonicalUrl !== null;
  if (!namesOneItem(entry.guid ?? '')) {
    const [title, words] = [hasTitleOf(entry, known), hasWordsOf(entry, known)];
    // notices of one mould (weddings, prices) have most words in common: where each has its own address, they are several
    const each = moved && [entry.canonicalUrl, known.canonicalUrl].every((url) => namesOneItem(url ?? ''));
    return !isLongAfter(entry, known) && (each ? title && words : title || words);
  }
  if (isAlike(entry, known) || isSameInstant(entry, known)) return true;
  return !moved && !isLongAfter(entry, known);
}

/** Has words enough that no other article says the same by chance. */
export const isTelling = (entry: Words) => wordsIn(entry) >= TELLING_WORDS;

const wordingOf = ({ title, text }: Words) => `${title} ${text}`.slice(0, COMPARED_CHARACTERS);
const wordsIn = (one: Words) => termsOf(wordingOf(one)).length;

/** The same words under another address and id: proof, if there are enough of them, or they came in the same second. */
function proves(entry: Asked, known: Candidate): boolean {
  const words = wordsIn(entry);
  const apart = Math.abs(timeOf(entry, known) - (known.publishedAt ?? known.firstSeenAt).getTime());
  if (isSameInstant(entry, known) || (isNameless(entry) && apart <= SOON)) return true;
  return PROOFS.some((proof) => words >= proof.words && apart <= proof.within);
}

/**
 * Two feeds of one publisher may show an item under other addresses and ids, one of them shortened, or edited since: the second agrees,
 * and the title or almost all words.
 */
function isTwinOfOtherFeed(entry: Asked, known: Candidate): boolean {
  if (known.said !== null || !isSameInstant(entry, known)) return false;
  const enough = Math.min(wordsIn(entry), wordsIn(known)) >= TELLING_WORDS;
  if (enough && likeness(wordingOf(entry), wordingOf(known)) >= TWINS) return true;
  const comparable = entry.text !== '' && known.text !== '';
  return isSameTitle(entry, known) && termsOf(entry.title).length >= TELLING_TITLE_WORDS && (!comparable || hasWordsOf(entry, known));
}

/** The title is the same, or the words are: those of the texts where there are enough of them, else those of the titles. */
function isAlike(entry: Asked, known: Candidate): boolean {
  return hasTitleOf(entry, known) || hasWordsOf(entry, known) || likeness(entry.title, known.title) >= ALIKE_TITLES;
}

/** A column keeps its title from day to day: it is the same where nothing says that it isn't. */
function hasTitleOf(entry: Asked, known: Candidate): boolean {
  return isSameTitle(entry, known) && (entry.text === '' || known.text === '' || !isLongAfter(entry, known));
}

/** A line that a feed writes under all its items ("details soon") is no text. */
function hasWordsOf(entry: Asked, known: Candidate): boolean {
  return Math.min(wordsIn(entry), wordsIn(known)) >= TELLING_WORDS && areAlike(entry, known);
}

/** Two texts of one article, as far as words can tell. */
export const areAlike = (one: Words, other: Words) => likeness(wordingOf(one), wordingOf(other)) >= ALIKE;

/** The part of the shorter text's words that the longer one has too, 0 to 1. */
export function likeness(one: string, other: string): number {
  const [few, many] = [one, other].map((text) => termsOf(text)).sort((a, b) => a.length - b.length);
  if (!few || !many || few.length === 0) return 0;
  const there = new Set(many);
  return few.filter((term) => there.has(term)).length / few.length;
}

function isSameTitle(entry: Asked, known: Candidate): boolean {
  const [one, other] = [termsOf(entry.title), termsOf(known.title)];
  return one.length > 0 && one.join(' ') === other.join(' ');
}

/** The second of publishing agrees. A full hour is no second: it may stand for the plan; nor is a day, or a time told as so long ago. */
function isSameInstant({ publishedAt, dateFlag }: Asked, known: Candidate): boolean {
  if (publishedAt === null || known.publishedAt === null || isVague(dateFlag) || isVague(known.dateFlag)) return false;
  const at = Date.parse(publishedAt);
  return at % HOUR !== 0 && at === known.publishedAt.getTime();
}

/** Of a day alone, or told as so long ago: no moment. */
export const isVague = (flag: string | null) => flag === 'day-only' || flag === 'approximate';

const hasOtherDate = ({ publishedAt }: Asked, known: Candidate) =>
  publishedAt === null || known.publishedAt === null || Date.parse(publishedAt) !== known.publishedAt.getTime();

/** Dated so much later or earlier that it needs more than an address or an id to be an edit. */
function isLongAfter({ publishedAt }: Asked, known: Candidate): boolean {
  return publishedAt !== null && known.publishedAt !== null && Math.abs(Date.parse(publishedAt) - known.publishedAt.getTime()) > SOON;
}

const timeOf = ({ publishedAt }: Asked, known: Candidate) => (publishedAt === null ? known.firstSeenAt.getTime() : Date.parse(publishedAt));

const isAtAddress = (entry: Asked, known: Candidate) => hasOwnUrl(entry)
  && (known.identity === entry.identity || known.sameAddress || known.canonicalUrl === entry.canonicalUrl);

const isUnderId = (entry: Asked, known: Candidate) => entry.guid !== null && known.sameGuid;

/** Its document found that the address is its own, neither the site's nor shared. */
export function hasOwnUrl({ canonicalUrl, identity }: Pick<Entry, 'canonicalUrl' | 'identity'>): boolean {
  return canonicalUrl !== null && !identity.startsWith('guid:') && !identity.startsWith('sha256:');
}

/** Neither an id nor an address of its own: it has nothing but its words. */
const isNameless = (entry: Asked) => entry.guid === null && !hasOwnUrl(entry);

/** A word or two, as sections have, not items. */
const SECTION = /^(?:[a-z]{1,15}(?:[-_][a-z]{1,15}){0,2}|\p{Script=Arabic}{1,15}(?:[-_]\p{Script=Arabic}{1,15})?)?(?:\.[a-z]{2,5})?$/u;
const COUNTER = /^\p{Nd}{1,3}$/u;

/**
 * Whether an address or an id is made for one item (a number, a slug, a hash), or can be said of any (`/live`, `/news/latest.html`,
 * `3`). Such may be an item's own; then more has to agree.
 */
export function namesOneItem(name: string): boolean {
  if (COUNTER.test(name)) return false;
  const path = name.replace(/^https?:\/\/[^/?#]+/iu, '');
  return path.split(/[/?&=#:,;]/u).some((part) => !SECTION.test(decoded(part)));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
