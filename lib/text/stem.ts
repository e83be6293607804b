import { CYRILLIC_STEMMERS, LATIN_STEMMERS, type Stemmer } from './stemmers';

/**
 * Light stemmers, one a script, and where the article's language is known and has one, its own. A query's language is not known: it asks for
 * every form that an article may hold its word under. All take folded words.
 */

/** Arabic words whose first letter only looks like a proclitic. Without ال and suffixes, folded. */
const WHOLE = new Set(
  `وزار وزير وزراء وكال وكيل ولاي ولايات واشنطن واقع واحد واسع واضح وثائق وثيق وسائل وسيط وساط وطني وظيف وظائف وفيات وفاه وقود وصول وحدات وفود وقائع
   وجود وجوه واجب وارد وراء والد والي وادي وباء وسام وشيك وعود ولاد وليد وهمي ورشه وسطي وجبات ودائع وعي ورثه وقوع وقوف وتير
   فريق فقير فكره فتره فتاه فندق فلسط فرنس فرنسا فرنسي فيروس فساد فصائل فصيل فضائي فقدان فيدرالي فيديو فوري فنان فعال فلاح فارق فادح فترات فوضي فيضان فيلم
   بيروت بغداد باريس برلين برلمان برلماني بلاد بلدان بلدي بلجيكا بيان بيانات برنامج برامج بريطان بريطاني بريطانيا بنوك بترول بطول بحرين بحري بدايه بديل براء بعثه بعيد بقاء بناء
   بوتين بولندا بورصه بضائع بطاري بطاق بيئه بيئي بيوت بوابه برازيل باكستان باحث بالغ بارز باب بابا بصره بقاع بلغاريا بنغاز بنغازي بنغلادش بورما بشار برميل بوليساريو
   لبنان لبناني لجان لجنه لقاء لقاءات لندن ليبي ليبيا لاجئ لاجيء لاجي لاعب لائح لغات لغه لحظات لحظه لحوم لواء لوائح لغم لسان لماذا لكن لدي لدينا ليس
   كوريا كوري كتاب كبير كبار كانون كارث كاتب كامل كتائب كتيب كثير كرام كركوك كريم كلام كمال كميات كمي كنائس كنيس كندا كهرباء كهربائي كوارث كوكب كويت كويتي كيري كيان كولومبيا كوبا كوبي كيميائي كليات كليه
   الماني المانيا الله الف الاف الم الان البانيا`.split(/\s+/),
);
const SUFFIXES = ['هما', 'ها', 'هم', 'هن', 'ات', 'ون', 'ين', 'ه'];
const MIN = 3;
/** هم and its like end many plain words too (تفاهم, متهم) */
const MIN_BEFORE_PRONOUN = 4;

function withoutArabicSuffix(word: string): string {
  for (const suffix of SUFFIXES) {
    const rest = word.length - suffix.length;
    if (word.endsWith(suffix) && rest >= (suffix.startsWith('ه') && suffix.length > 1 && suffix !== 'ها' ? MIN_BEFORE_PRONOUN : MIN)) {
      return word.slice(0, rest);
    }
  }
  // سوريا, سورية and السوري are one term
  if (word.length > 4 && word.endsWith('يا')) return word.slice(0, -1);
  return word;
}

/**
 * Strips و ف ب ل ك and ال for as long as three letters are left and the word isn't known to begin so. Doing it to the end,
 * on both sides, is what makes بدمشق, ودمشق and دمشق one term without a dictionary.
 */
function withoutProclitics(word: string): string {
  let rest = word;
  while (rest.length > MIN && !WHOLE.has(rest) && !WHOLE.has(withoutArabicSuffix(rest))) {
    if (rest.startsWith('ال') && rest.length >= MIN + 2) rest = rest.slice(2);
    else if ('وفبلك'.includes(rest.charAt(0))) rest = rest.slice(1);
    else break;
  }
  return rest;
}

function stemArabic(word: string): string {
  return withoutArabicSuffix(withoutArabicSuffix(withoutProclitics(word)));
}

/** The plural s and the silent e: enough for English, French, Spanish and Portuguese alike, and it harms no other. */
function stemLatin(word: string): string {
  let stem = word;
  if (stem.length > 4 && stem.endsWith('ies')) return `${stem.slice(0, -3)}i`;
  if (stem.length > 3 && /[^siu]s$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > 3 && /[^aeiou]y$/.test(stem)) stem = `${stem.slice(0, -1)}i`;
  return stem;
}

function stemCyrillic(word: string): string {
  const stem = word.replace(/(?:ами|ями|ого|его|ому|ему|ыми|ими|ой|ей|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ов|ев|ах|ях|ам|ям|ом|ем|[аеиоуыэюяйь])$/u, '');
  return stem.length >= MIN ? stem : word;
}

const ARABIC = /^\p{Script=Arabic}+$/u;
const LATIN = /^\p{Script=Latin}+$/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;

function stemmerOf(folded: string): { light: Stemmer; byLanguage: Readonly<Record<string, Stemmer>> } | null {
  if (ARABIC.test(folded)) return { light: stemArabic, byLanguage: {} };
  if (LATIN.test(folded)) return { light: stemLatin, byLanguage: LATIN_STEMMERS };
  if (CYRILLIC.test(folded)) return { light: stemCyrillic, byLanguage: CYRILLIC_STEMMERS };
  return null;
}

/** Those with a stemmer of their own, by ISO 639-1 code. */
export const STEMMED_LANGUAGES: ReadonlySet<string> = new Set([...Object.keys(LATIN_STEMMERS), ...Object.keys(CYRILLIC_STEMMERS)]);

/**
 * The stem of a folded word; as it is where its script has no stemmer here.
 * @param lang ISO 639-1 code of its text; null where it isn't known
 */
export function stem(folded: string, lang: string | null = null): string {
  const stemmer = stemmerOf(folded);
  if (!stemmer) return folded;
  return ((lang === null ? undefined : stemmer.byLanguage[lang]) ?? stemmer.light)(folded);
}

/** Every stem that the word has in some language, each once: what a query asks for. */
export function stemsOf(folded: string): string[] {
  const stemmer = stemmerOf(folded);
  if (!stemmer) return [folded];
  return [...new Set([stemmer.light, ...Object.values(stemmer.byLanguage)].map((one) => one(folded)))];
}
