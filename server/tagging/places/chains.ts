import type { Resolved } from './resolve';
import { glued, neighbour } from './sighting';

const AND = new Set(['and', 'et', 've', 'und', 'y', 'و', 'او', 'or', 'as', 'well']);
const COMMA = /^\s*[،,]\s*$/;
/** A note behind each name of a row: «إدلب (شمال غرب) وحمص (وسط)». */
const NOTE = /^\s*\([^()\n]{1,40}\)\s*[،,]?\s*(?:و|and\s|et\s)?\s*$/u;

const textBetween = ({ sighting: { source, mention } }: Resolved, next: Resolved) => source.text.slice(mention.end, next.sighting.mention.start);

/** «روسيا وإيران وتركيا», "Russia, Turkey and Iran": names with nothing but a conjunction or a comma between them. */
function isJoined(previous: Resolved, current: Resolved): boolean {
  if (previous.sighting.source !== current.sighting.source || locates(current, previous)) return false;
  const gap = current.sighting.first - previous.sighting.last;
  if (gap === 1) return glued(current.sighting) === 'و' || (glued(current.sighting) === '' && COMMA.test(textBetween(previous, current)));
  if (NOTE.test(textBetween(previous, current))) return true;
  return gap <= 3 && between(previous, current).every((word) => AND.has(word));
}

function between(previous: Resolved, current: Resolved): string[] {
  const { source } = current.sighting;
  return source.words.slice(previous.sighting.last + 1, current.sighting.first).map((word) => word.folded);
}

/** An article's mentions in runs of joined names, most of them of one. */
export function chainsOf(resolved: readonly Resolved[]): Resolved[][] {
  const chains: Resolved[][] = [];
  for (const current of resolved) {
    const chain = chains.at(-1);
    const previous = chain?.at(-1);
    if (chain && previous && isJoined(previous, current)) chain.push(current);
    else chains.push([current]);
  }
  return chains;
}

const PARENT_WORDS = 3;
/** Words that may stand between a place and what it lies in. */
const LOCATING = /^(?:في|ب?(?:ريف|محافظه|ولايه|منطقه|اقليم|شمال|جنوب|شرق|غرب|وسط|دوله|جمهوريه)(?:ي)?|(?:ال)?(?:شمالي|جنوبي|شرقي|غربي)|in|of|the|a|city|town|province|state|region|county|district|northern|southern|eastern|western|central|north|south|east|west|en|au|de|du)$/;

/** Whether a name only tells where the one right before it lies: "Aleppo, Syria", «الميادين بريف دير الزور», «بريزبن في أستراليا». */
export function locates(current: Resolved, previous: Resolved): boolean {
  const { place, sighting } = current;
  if (previous.sighting.source !== sighting.source || !previous.place.within.includes(place.id)) return false;
  const words = between(previous, current);
  return words.length <= PARENT_WORDS && words.every((word) => LOCATING.test(word)) && neighbour(previous.sighting, 1) !== '' && glued(sighting) !== 'و';
}
