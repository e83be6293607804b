import { datelineEnd } from '../../../lib/text/dateline';
import { plainName } from '../../../lib/text/dateline-names';
import type { FieldText } from '../article-text';
import type { Sighting } from './sighting';

/** A dateline begins within the first lines, and ends soon. */
const WITHIN = 600;
/** A feed that has the title again before the text, on one line with it: "Storm nears coast MANCHESTER, England (Reuters) -". */
const BEHIND_TITLE = 160;
const AGENCY = /\((?:AP|AFP|Reuters|dpa|UPI|TASS|Xinhua|Bloomberg|رويترز|أ ف ب|ا ف ب|د ب أ|سانا|واس|كونا|وام|وفا)\)\s*[-–—:'’]/u;
const TOWN_KINDS = new Set(['city', 'district', 'admin1', 'admin2', 'site']);

/** «سوريا: …» opens a round-up's item, no dateline. */
const isTown = ({ candidates }: Sighting) => candidates.length > 0 && candidates.every(({ place }) => TOWN_KINDS.has(place.kind));

/** "MANCHESTER, England (Reuters) -": the names that end right before the agency, with a state or a comma between. */
function beforeAgency(text: string, sightings: readonly Sighting[]): Set<Sighting> {
  const found = AGENCY.exec(text.slice(0, BEHIND_TITLE));
  const names = new Set<Sighting>();
  let end = found?.index ?? 0;
  for (const sighting of [...sightings].reverse()) {
    const { mention } = sighting;
    if (mention.end > end || !/^[\s,،]*(?:\p{Lu}[\p{L}.]{1,12})?[\s,،]*$/u.test(text.slice(mention.end, end))) continue;
    names.add(sighting);
    end = mention.start;
  }
  return names;
}

/**
 * The names of a dateline: «الرياض - واس», "BEIRUT (Reuters) -", «أستانا – بيروت - الزمان», by the reader that feeds are read with, which
 * here knows the gazetteer's towns too.
 * @param end where the feed's reader, who knows the newspaper's own names, found that it ends (UTF-16 units)
 */
export function datelineOf(body: FieldText, sightings: readonly Sighting[], end: number | null): Set<Sighting> {
  const own = sightings.filter((one) => one.source === body && one.demonym === null && one.mention.start < WITHIN);
  const towns = new Set(own.filter(isTown).map(({ mention }) => plainName(mention.phrase)));
  const ends = end ?? datelineEnd(body.text.slice(0, WITHIN), undefined, (name) => towns.has(name));
  if (ends === null) return beforeAgency(body.text, own);
  const line = body.text.lastIndexOf('\n', ends - 1) + 1;
  const names = own.filter(({ mention }) => mention.start >= line && mention.end <= ends);
  return new Set(names.some((one) => one.candidates.some(({ place }) => TOWN_KINDS.has(place.kind))) ? names : []);
}
