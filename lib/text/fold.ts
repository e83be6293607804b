/**
 * Marks that don't change which word it is: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and
 * Quranic signs. The vowel signs of Indic scripts are letters in all but name, so \p{M} would be too wide.
 */
const MARKS = /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]/g;

/** Invisible: bidi controls, joiners, soft hyphen, byte-order mark; and the tatweel, which only stretches a word. */
const INVISIBLE = /[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Letters that Unicode holds to be whole, and a reader takes for another's variant: Arabic, then Persian and Urdu, then Latin, then the sigma that ends a Greek word. */
const VARIANTS: Readonly<Record<string, string>> = {
  ى: 'ي', ة: 'ه', ٱ: 'ا', ٲ: 'ا', ٳ: 'ا',
  ک: 'ك', ڪ: 'ك', ی: 'ي', ې: 'ي', ے: 'ي', ہ: 'ه', ھ: 'ه', ە: 'ه', ۃ: 'ه',
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n', ς: 'σ',
};
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g');
const EASTERN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
const PLAIN_ASCII = /^[\x20-\x7e\n]*$/;

/** Arabic letters without marks, the most frequent text here, need no Unicode normalisation; a test holds the two ways together. */
const PLAIN_ARABIC = /^[\u0621-\u063a\u0641-\u064a ]*$/;
const CARRIED: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ؤ: 'و', ئ: 'ي', ى: 'ي', ة: 'ه' };

/**
 * One form for all ways of writing a word: NFKC, lower case, without accents, short vowels, tatweel and invisible
 * characters; alifs, ya and ta marbuta made one; Eastern digits as 0-9. Idempotent. Lengths may change: offsets of the
 * folded text are no offsets of the original (words.ts keeps those).
 */
export function fold(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  if (PLAIN_ARABIC.test(text)) return text.replace(/[أإآؤئىة]/g, (letter) => CARRIED[letter] ?? letter);
  return text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(VARIANT, (letter) => VARIANTS[letter] ?? letter)
    .replace(EASTERN_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf));
}
