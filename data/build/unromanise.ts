import { fold } from '../../lib/text/fold';

/** Consonants of the romanisation of the United Nations' experts (UNGEGN), each exactly one Arabic letter. Digraphs first. */
const CONSONANTS: readonly (readonly [string, string])[] = [
  ['kh', 'خ'], ['dh', 'ذ'], ['sh', 'ش'], ['gh', 'غ'], ['th', 'ث'], ['ḩ', 'ح'], ['ḥ', 'ح'], ['ş', 'ص'], ['ṣ', 'ص'], ['ḑ', 'ض'], ['ḍ', 'ض'], ['ţ', 'ط'],
  ['ṭ', 'ط'], ['z̧', 'ظ'], ['ẓ', 'ظ'], ['‘', 'ع'], ['ʻ', 'ع'], ['ʿ', 'ع'], ['b', 'ب'], ['t', 'ت'], ['j', 'ج'], ['d', 'د'], ['r', 'ر'], ['z', 'ز'], ['s', 'س'],
  ['f', 'ف'], ['q', 'ق'], ['k', 'ك'], ['l', 'ل'], ['m', 'م'], ['n', 'ن'], ['h', 'ه'], ['w', 'و'], ['y', 'ي'],
];
const LONG: Readonly<Record<string, string>> = { ā: 'ا', ī: 'ي', ū: 'و' };
const SHORT = 'aiu';
const HAMZA = '’ʼʾ';
/** What only a full transliteration writes: without any of these a name may just lack its marks. */
const MARKED = /[āīūḩḥşṣḑḍţṭẓ‘ʻʿ’ʼʾ]|z̧/;
/** The article before a sun letter takes its sound; «ad» and «Ad» are read alike. */
const ARTICLE = /^(?:al|an|ar|as|ash|at|aţ|aṭ|ath|ad|aḑ|aḍ|adh|az|az̧|aẓ|aş|aṣ|el)$/;

interface Sound {
  roman: string;
  arabic: string;
  kind: 'consonant' | 'long' | 'short' | 'hamza';
}

/** null where a letter is none of the system's. */
function soundsOf(word: string): Sound[] | null {
  const sounds: Sound[] = [];
  for (let at = 0; at < word.length;) {
    const letter = word.charAt(at);
    const consonant = CONSONANTS.find(([roman]) => word.startsWith(roman, at));
    if (consonant) sounds.push({ roman: consonant[0], arabic: consonant[1], kind: 'consonant' });
    else if (LONG[letter]) sounds.push({ roman: letter, arabic: LONG[letter], kind: 'long' });
    else if (SHORT.includes(letter)) sounds.push({ roman: letter, arabic: '', kind: 'short' });
    else if (HAMZA.includes(letter)) sounds.push({ roman: letter, arabic: 'ء', kind: 'hamza' });
    else return null;
    at += consonant ? consonant[0].length : 1;
  }
  return sounds;
}

/** On which letter a hamza sits: i beside it before u, u before a; after a long vowel at the end, on none. */
function seat(before: Sound | undefined, after: Sound | undefined): string {
  const vowels = [before, after].map((sound) => (sound?.kind === 'short' || sound?.kind === 'long' ? sound.roman : ''));
  if (!after) return before?.kind === 'short' ? { a: 'أ', i: 'ئ', u: 'ؤ' }[before.roman] ?? 'ء' : 'ء';
  if (vowels.some((vowel) => 'iī'.includes(vowel) && vowel !== '')) return 'ئ';
  if (vowels.some((vowel) => 'uū'.includes(vowel) && vowel !== '')) return 'ؤ';
  return before?.roman === 'ā' ? 'ء' : 'أ';
}

/** The ة of a feminine word is read t where another follows: Ma‘arrat an Nu‘mān; the plural's āt is ات. */
function ending(word: string, written: string, isLast: boolean): string {
  if (isLast) return word.endsWith('ah') ? written.replace(/ه$/, 'ة') : written;
  return /..at$/.test(word) ? written.replace(/ت$/, 'ة') : written;
}

function wordOf(word: string, isLast: boolean): string | null {
  const sounds = soundsOf(word);
  if (!sounds) return null;
  let written = '';
  for (const [i, sound] of sounds.entries()) {
    const before = sounds[i - 1];
    const isFirst = i === 0;
    if (sound.kind === 'hamza') written += seat(before, sounds[i + 1]);
    else if (isFirst && sound.kind === 'short') written += 'ا';
    else if (isFirst && sound.kind === 'long') written += sound.roman === 'ā' ? 'ا' : `ا${sound.arabic}`;
    // a doubled letter is one with a shadda; īy and ūw are a doubled y and w
    else if (sound.kind === 'consonant' && before?.arabic === sound.arabic && before.kind !== 'short') continue;
    else written += sound.arabic;
  }
  // a short vowel at the end is ah of a village (ة) that lost its h, or ى: no telling
  if (sounds.at(-1)?.kind === 'short') return null;
  return ending(word, written, isLast);
}

/**
 * The Arabic spelling of a name in full UNGEGN romanisation: ‘Ayn Ḩalāqīm is عين حلاقيم. null where it can't be told: no mark of the
 * system in it, a letter of another, a short vowel at the end, brackets.
 */
export function unromanised(name: string): string | null {
  if (!MARKED.test(name.normalize('NFC').toLowerCase())) return null;
  const words = name.normalize('NFC').toLowerCase().split(/[ -]+/);
  let written = '';
  for (const [i, word] of words.entries()) {
    const isArticle = ARTICLE.test(word) && i + 1 < words.length;
    const arabic = isArticle ? 'ال' : wordOf(word, i + 1 === words.length);
    if (arabic === null || arabic === '') return null;
    written += isArticle ? arabic : `${arabic}${i + 1 < words.length ? ' ' : ''}`;
  }
  return fold(written).replace(/ /g, '').length >= 4 ? written : null;
}
