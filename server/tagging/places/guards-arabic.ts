import type { FieldText } from '../article-text';
import { readingsOf } from '../readings';
import type { Cues } from './cues';
import { neighbour, touches, type Sighting } from './sighting';

const BEFORE_NOUN = new Set(['في', 'من', 'الي', 'علي', 'عن', 'داخل', 'بين', 'حول', 'شمال', 'جنوب', 'شرق', 'غرب', 'شمالي', 'جنوبي', 'شرقي', 'غربي', 'نحو', 'ضد', 'مع', 'خارج', 'عبر', 'تجاه', 'وسط', 'بشان', 'ازاء', 'لدي']);

/**
 * سورية and السعودية are countries and adjectives both. After a noun with ال the second is an adjective (السفارة السعودية);
 * the first is one after any word but a preposition (فصائل سورية; but في سورية). `key`: the folded name, as written.
 */
export function isAdjective(source: FieldText, at: number, key: string): boolean {
  if (at === 0 || !source.joined[at - 1]) return false;
  const before = source.words[at - 1]?.folded ?? '';
  if (key.startsWith('ال')) return readingsOf(before).some(({ form }) => form.startsWith('ال') && form.length > 4) && !BEFORE_NOUN.has(before);
  return !readingsOf(before).some(({ form }) => BEFORE_NOUN.has(form));
}

/** «الضفة الغربية لنهر الفرات» is the river's bank, not the West Bank. */
function bankOfRiver(sighting: Sighting): boolean {
  return /^(?:ال)?ضفه /.test(sighting.key) && touches(sighting, 1) && /^(?:ل|من$)/.test(neighbour(sighting, 1));
}

function partOfOrganisation(sighting: Sighting, cues: Cues): boolean {
  if (touches(sighting, -1) && sighting.cut === 0 && cues.is('organisation-before', neighbour(sighting, -1))) return true;
  return touches(sighting, 1) && cues.is('organisation-after', neighbour(sighting, 1));
}

/** A given name before it. Countries' names are no surnames. */
function partOfPerson(sighting: Sighting, cues: Cues): boolean {
  if (!touches(sighting, -1) || sighting.cut > 0 || sighting.trigger !== null || !cues.is('person-before', neighbour(sighting, -1))) return false;
  return !sighting.candidates.some((candidate) => candidate.place.kind === 'country');
}

/** Whether a name in Arabic letters is part of something else's name. */
export function belongsToArabicName(sighting: Sighting, cues: Cues): boolean {
  return bankOfRiver(sighting) || partOfOrganisation(sighting, cues) || partOfPerson(sighting, cues);
}
