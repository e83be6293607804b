import { seeded } from './random';

const LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const LITTLE = 'في من على إلى عن بعد قبل مع أن التي'.split(' ');

/** Made-up words, a third of them such as every Arabic text has. */
export function madeUpWords(count: number, random: () => number): string {
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const word = () => (random() < 0.3 ? one(LITTLE) : Array.from({ length: 4 + Math.floor(random() * 3) }, () => one(LETTERS)).join(''));
  return Array.from({ length: count }, word).join(' ');
}

/** The n-th report of a newspaper that says nothing twice: the same at each call. */
export function madeUpReport(n: number): { title: string; text: string } {
  const random = seeded(n + 1);
  return { title: `${madeUpWords(6, random)} ${n}`, text: `${madeUpWords(30, random)}.\n\n${madeUpWords(25, random)}.` };
}
