import type { FieldText } from '../article-text';
import { readingsOf } from '../readings';
import type { Cues } from './cues';
import { neighbour, touches, type Sighting } from './sighting';

const BEFORE_NOUN = new Set(['في', 'من', 'الي', 'علي', 'عن', 'داخل', 'بين', 'حول', 'شمال', 'جنوب', 'شرق', 'غرب', 'شمالي', 'جنوبي', 'شرقي', 'غربي', 'نحو', 'ضد', 'مع', 'خارج', 'عبر', 'تجاه', 'وسط', 'بشان', 'ازاء', 'لدي',
  'دون', 'ان', 'انه', 'كانت', 'لكن', 'حيث', 'بعد', 'قبل', 'منذ', 'حتي', 'اذ', 'اذا', 'كما', 'الا', 'او', 'لا', 'لم', 'لن', 'قد', 'ما', 'هل', 'بل', 'ثم', 'كل', 'هي', 'التي']);
/** «وصل اليوم السعودية» */
const TIMES = new Set(['اليوم', 'الليله', 'السبت', 'الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'الماضي', 'الماضيه', 'المقبل', 'المقبله', 'الجاري', 'الان', 'التي', 'الذي']);

const hasArticle = (word: string) => readingsOf(word).some(({ form }) => form.startsWith('ال') && form.length > 4);

/**
 * سورية and السعودية are countries and adjectives both. After a noun with ال the second is an adjective (السفارة السعودية);
 * the first is one after any word but a preposition or a verb of states (فصائل سورية; but في سورية، دعت سورية). `key`: the folded name.
 */
export function isAdjective(source: FieldText, at: number, key: string, cues: Cues): boolean {
  if (at === 0 || key.includes(' ') || !source.joined[at - 1]) return false;
  const before = source.words[at - 1]?.folded ?? '';
  if (key.startsWith('ال')) return hasArticle(before) && !BEFORE_NOUN.has(before) && !TIMES.has(before);
  return !cues.acts(before) && !readingsOf(before).some(({ form }) => BEFORE_NOUN.has(form));
}

const NISBA = /^ال.{2,}(?:ي|يه)$/;
/** Above this a name of the form of an adjective is the town's all the same: الإسكندرية */
const GREAT = 6.3;

/** «الفعاليات الجماهيرية»: a name that has the form of an adjective, after a noun with ال. */
function isAttribute(sighting: Sighting, cues: Cues): boolean {
  if (!NISBA.test(sighting.key) || sighting.cut > 0 || !touches(sighting, -1) || sighting.trigger !== null) return false;
  const before = neighbour(sighting, -1);
  if (!hasArticle(before) || BEFORE_NOUN.has(before) || TIMES.has(before) || cues.trigger(before) !== null) return false;
  return !sighting.candidates.some(({ prominence }) => prominence >= GREAT);
}

/** «دومًا»: an accusative with nunation is an indefinite noun or an adverb, never a name of one word. */
const isIndefinite = ({ key, mention }: Sighting) => mention.phrase.includes('\u064b') && !key.includes(' ');

/** «الضفة الغربية لنهر الفرات» is the river's bank, not the West Bank. */
function bankOfRiver(sighting: Sighting): boolean {
  return /^(?:ال)?ضفه /.test(sighting.key) && touches(sighting, 1) && /^(?:ل|من$)/.test(neighbour(sighting, 1));
}

const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;

/** «صحيفة الرياض», «كأس أمم أفريقيا»: right after the word, or with one bare noun between. «الحزب» with ال is followed by no name of its own. */
function afterOrganisation(sighting: Sighting, cues: Cues): boolean {
  if (!touches(sighting, -1) || sighting.cut > 0) return false;
  const before = neighbour(sighting, -1);
  if (ARTICLE.test(before)) return false;
  if (cues.is('organisation-before', before)) return true;
  const { source, first } = sighting;
  const beforeThat = neighbour(sighting, -2);
  if (!source.joined[first - 2] || ARTICLE.test(beforeThat) || !cues.is('organisation-before', beforeThat)) return false;
  return !BEFORE_NOUN.has(before) && !/^[يو]/.test(before) && !cues.is('locative', before) && cues.trigger(before) === null && !cues.acts(before);
}

/** «دبي للاستثمار»; but «في دبي للاستثمار» is where one goes to invest. */
function beforeOrganisation(sighting: Sighting, cues: Cues): boolean {
  if (!touches(sighting, 1) || !cues.is('organisation-after', neighbour(sighting, 1))) return false;
  return sighting.cut === 0 && !BEFORE_NOUN.has(neighbour(sighting, -1));
}

/** A given name before it. Countries' names are no surnames. */
function afterGivenName(sighting: Sighting, cues: Cues): boolean {
  if (!touches(sighting, -1) || sighting.cut > 0 || sighting.trigger !== null || !cues.is('person-before', neighbour(sighting, -1))) return false;
  return !sighting.candidates.some((candidate) => candidate.place.kind === 'country');
}

/** A town of 200,000 is no given name. */
const KNOWN_TOWN = 5.3;
const LIKE_A_PERSON = /^(?:ابو|ابي|ابا|ابن|ام) | (?:الدين|الله)$/;

/** A village of one word without ال may bear anybody's name: «قال حاتم الأزرعي». */
const isGivenName = ({ key, cut, candidates }: Sighting) =>
  cut === 0 && !key.includes(' ') && !key.startsWith('ال') && candidates.every(({ place, prominence }) => place.kind === 'city' && prominence < KNOWN_TOWN);

/** «صلاح الدين الأيوبي», «أبو موسى الأشعري»: a name that people bear too, and a family's behind it. */
function beforeSurname(sighting: Sighting): boolean {
  if (sighting.trigger !== null || !touches(sighting, 1) || !/^ال.{2,}ي$/.test(neighbour(sighting, 1))) return false;
  return LIKE_A_PERSON.test(sighting.key) || (isGivenName(sighting) && !BEFORE_NOUN.has(neighbour(sighting, -1)));
}

/** Whether a name in Arabic letters is part of something else's name, or no name at all. */
export function belongsToArabicName(sighting: Sighting, cues: Cues): boolean {
  return isIndefinite(sighting) || bankOfRiver(sighting) || isAttribute(sighting, cues) || afterOrganisation(sighting, cues)
    || beforeOrganisation(sighting, cues) || afterGivenName(sighting, cues) || beforeSurname(sighting);
}
