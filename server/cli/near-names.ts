const LETTERS = ['ابتثجحخدذرزسشصضطظعغفقكلمنهويء', 'abcdefghijklmnopqrstuvwxyz', 'абвгдежзийклмнопрстуфхцчшщъыьэюя'];
/** Longer names have too many neighbours, and are seldom mistyped in one letter only. */
const LONGEST = 40;

function oneLetterAway(key: string): string[] {
  const letters = LETTERS.find((alphabet) => [...key].some((letter) => alphabet.includes(letter))) ?? '';
  const cuts = Array.from({ length: key.length + 1 }, (_, i) => [key.slice(0, i), key.slice(i)] as const);
  return cuts.flatMap(([before, after]) => [
    before + after.slice(1),
    before + after.charAt(1) + after.charAt(0) + after.slice(2),
    ...[...letters].flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]),
  ]);
}

/**
 * Folded names that a folded name may have been meant for: with or without the article, or one letter away (left out, put in, swapped,
 * another). Each is looked up, so the cost is that of some hundreds of look-ups, however many names there are.
 */
export function nearNames(key: string): string[] {
  if (key.length > LONGEST) return [];
  const article = key.startsWith('ال') ? key.slice(2) : `ال${key}`;
  const near = new Set([article, ...oneLetterAway(key)].map((name) => name.trim().replace(/ +/g, ' ')));
  near.delete(key);
  near.delete('');
  return [...near];
}
