import { DATELINE_AGENCIES, DATELINE_TOWNS, plainName } from './dateline-names';

/** A kicker and a byline may stand before it. */
const LINES = 3;
const LONGEST_BEFORE = 90;
const HEAD = 110;
const MOST_PARTS = 6;
const MOST_WORDS = 4;
const MONTH_DAY = /^(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9})(?: \d{4})?$/u;
/** A name, then an agency in brackets or a newspaper in quotation marks, then what parts it from the next or ends the dateline. */
const PART = /^(\s*)([^\n\-–—ـ:،,/()[\]«»"“”]{0,40}?)\s*(?:\([^()\n]{1,30}\)\s*(?=\())?(?:\(([^()\n]{1,40})\)|\[([^[\]\n]{1,40})\]|«([^«»\n]{1,40})»|["“]([^"“”\n]{1,40})["”])?(\s*)([-–—ـ:،,/]{1,2})(\s*|$)/u;
/** What may stand behind "القاهرة:" on a line of its own: a newspaper's name, or a person's. */
const SIGNED = /^\s*(?:«[^«»\n]{1,40}»|["“][^"“”\n]{1,40}["”]|\p{L}[\p{L}\p{M}']*(?: \p{L}[\p{L}\p{M}']*){1,3})\s*$/u;
const LAST_PART = /^\s*([^\n\-–—ـ:،,/()[\]«»"“”]{1,30}?)\s*$/u;

/**
 * Where the dateline that a text begins with ends ("بيروت - رويترز: ", "BEIRUT (Reuters) - "), in UTF-16 units; null where there is
 * none. A kicker and a byline of a line each may stand before it. Read by its shape, with the names of agencies and of some
 * towns: a town that is not among them needs an agency or a newspaper's name beside it. `own` are the newspaper's names (ownNames);
 * `isTown` knows more towns, by their plainName.
 */
export function datelineEnd(text: string, own: ReadonlySet<string> = NOBODY, isTown: (name: string) => boolean = isKnownTown): number | null {
  const names: Names = { own, isTown: (name) => isKnownTown(name) || isTown(name) };
  let offset = 0;
  let lines = 0;
  for (const line of text.slice(0, LINES * (LONGEST_BEFORE + HEAD)).split('\n')) {
    if (line.trim() !== '') {
      const end = endIn(line, names, text.length > offset + line.length);
      if (end !== null) return offset + end;
      if ((lines += 1) >= LINES || line.length > LONGEST_BEFORE || /[.!؟?]\s*$/u.test(line)) return null;
    }
    offset += line.length + 1;
  }
  return null;
}

const NOBODY: ReadonlySet<string> = new Set();
const isKnownTown = (name: string) => DATELINE_TOWNS.has(name);

/** Whose names tell a dateline from a sentence. */
interface Names {
  own: ReadonlySet<string>;
  isTown(name: string): boolean;
}

/** The names under which a feed's newspaper may stand in its datelines: its title, and that without "جريدة" and what follows a dash or a bar. */
export function ownNames(title: string | null): ReadonlySet<string> {
  const parts = (title ?? '').slice(0, 200).split(/[-–—|:()«»"،,]/u);
  const names = [title ?? '', ...parts].map((part) => plainName(part).replace(/^(?:جريده|صحيفه|وكاله انباء|وكاله|موقع|قناه|شبكه|مجله|the) /u, ''));
  return new Set(names.filter((name) => name.length > 1 && name.length <= 40));
}

interface Part {
  name: string;
  /** the agency or newspaper in brackets or quotation marks */
  source: string;
  mark: string;
  /** an unspaced hyphen joins two words: London-based */
  spaced: boolean;
}

/** The end of the dateline at the beginning of a line; a line of its own needs no mark at its end. */
function endIn(line: string, names: Names, more: boolean): number | null {
  let rest = line.slice(0, HEAD);
  const parts: Part[] = [];
  let end: number | null = null;
  while (parts.length < MOST_PARTS) {
    const match = PART.exec(rest);
    if (!match) break;
    const name = plainName(match[2] ?? '');
    parts.push({
      name, source: plainName(match[3] ?? match[4] ?? match[5] ?? match[6] ?? ''), mark: match[8] ?? '',
      spaced: match[7] !== '' || match[9] !== '' || /[:–—]/u.test(match[8] ?? ''),
    });
    if (name.split(' ').length > MOST_WORDS || (name === '' && parts.at(-1)?.source === '')) break;
    rest = rest.slice(match[0].length);
    if (closes(parts, names, match[2] ?? '')) end = Math.min(line.length, HEAD) - rest.length;
    if (match[8] !== ':') continue;
    const signed = more && line.length <= HEAD ? SIGNED.exec(rest)?.[0].replace(/[«»"“”]/gu, '') : undefined;
    return signed !== undefined && ((end !== null && names.isTown(name)) || names.own.has(plainName(signed))) ? line.trimEnd().length : end;
  }
  const last = more && rest.length + HEAD > line.length && line.length <= HEAD ? LAST_PART.exec(rest)?.[1] : undefined;
  return last !== undefined && parts.length > 0 && endsLine(parts, plainName(last), names) ? line.trimEnd().length : end;
}

const isSource = (name: string, { own }: Names) => DATELINE_AGENCIES.has(name) || own.has(name);
const isByline = (name: string) => /^(?:من|كتب|كتبت|مراسل|by) /u.test(name);

/** Whether a dateline may end with the last of these parts. */
function closes(parts: readonly Part[], names: Names, written: string): boolean {
  const last = parts.at(-1);
  if (!last || /^[،,/]$/u.test(last.mark) && last.mark !== '/') return false;
  if (!last.spaced && last.mark !== '/') return false;
  const places = parts.some(({ name }) => names.isTown(name));
  if (last.source !== '') return places || isSource(last.source, names) || isCapitals(written);
  if (isSource(last.name, names)) return parts.length > 1 && (places || parts.every(({ name }) => name.split(' ').length <= 3));
  if (isByline(last.name)) return places && last.mark === ':';
  if (names.isTown(last.name)) return last.mark !== '/';
  const before = parts.at(-2);
  // "Beirut, Lebanon —", "القاهرة، 13 سبتمبر -"
  return before !== undefined && names.isTown(before.name) && /[،,]/u.test(before.mark) && (last.name.split(' ').length <= 2 || MONTH_DAY.test(last.name));
}

/** "دمشق - سانا", "استانا – بيروت - الزمان": all of a line, the text below it. */
function endsLine(parts: readonly Part[], last: string, names: Names): boolean {
  if (last.split(' ').length > 2 || parts.some(({ mark }) => mark === ':')) return false;
  const places = parts.filter(({ name }) => names.isTown(name)).length;
  return (isSource(last, names) && parts.length <= 3) || (names.isTown(last) && parts.length <= 3) || (places > 0 && places === parts.length);
}

const isCapitals = (written: string) => /^\p{Lu}[\p{Lu}\s.']{2,}$/u.test(written.trim());
