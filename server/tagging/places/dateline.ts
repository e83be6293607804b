import type { FieldText } from '../article-text';
import type { Sighting } from './sighting';

/** Only the opening lines can hold one: after a share count, a kicker and a byline, not later. */
const LINES = 5;
const HEAD_CHARACTERS = 90;
const DASH = /^[\s\u200e\u200f]*(?:[-–—ـ:]|\([^)\n]{1,40}\)\s*[-–—ـ:]|[،,/]|$)/;
const CLOSED = /[-–—ـ:]/;

/** Whether a text from one name to the next, or to the line's first words, only separates: a dash, a comma, an agency in brackets. */
function separates(between: string): boolean {
  return /^[\s\u200e\u200f]*(?:[-–—:،,/]|\([^)]{1,40}\)|و|and|,\s*\p{Lu}\p{L}+)*[\s\u200e\u200f\-–—:]*$/u.test(between);
}

function inHead(head: string, offset: number, sightings: readonly Sighting[]): Sighting[] {
  const found: Sighting[] = [];
  let end = offset;
  for (const sighting of sightings) {
    const { start } = sighting.mention;
    if (start < end || start >= offset + head.length) continue;
    if (!separates(head.slice(end - offset, start - offset).replace(/^["«“(]+/, ''))) break;
    found.push(sighting);
    end = sighting.mention.end;
  }
  const rest = head.slice(end - offset);
  // a dash right behind the name, or behind its agency, makes it a dateline; a comma alone does not
  return found.length > 0 && DASH.test(rest) && CLOSED.test(rest.slice(0, 45)) ? found : [];
}

/**
 * The names of a dateline: «الرياض - واس», "BEIRUT (Reuters) -", «أستانا – بيروت - الزمان». At the start of one of the
 * first lines, before a dash.
 */
export function datelineOf(body: FieldText, sightings: readonly Sighting[]): Set<Sighting> {
  const own = sightings.filter((sighting) => sighting.source === body && sighting.demonym === null);
  let offset = 0;
  let lines = 0;
  for (const line of body.text.split('\n')) {
    const found = line.trim() === '' ? [] : inHead(line.slice(0, HEAD_CHARACTERS), offset, own);
    if (found.length > 0) return new Set(found);
    if (line.trim() !== '' && (lines += 1) >= LINES) break;
    offset += line.length + 1;
  }
  return new Set();
}
