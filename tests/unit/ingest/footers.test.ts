import { describe, expect, it } from 'vitest';
import { withoutFooters } from '../../../server/ingest/stages/footers';

const FOOTER = 'مرصد التجارب صحيفة مستقلة تصدر كل يوم.';
const texts = (...all: string[]) => withoutFooters(all.map((text) => ({ text }))).map(({ text }) => text);
const stories = (...parts: string[]) => parts.map((part) => `خبر ${part} من المدينة.\n\nتفاصيله ${part}.`);

describe('withoutFooters', () => {
  it.each([
    ['under every item', stories('أول', 'ثان', 'ثالث').map((story) => `${story}\n\n${FOOTER}`), stories('أول', 'ثان', 'ثالث')],
    ['of two paragraphs', stories('أول', 'ثان', 'ثالث').map((story) => `${story}\n\nللتواصل معنا\n\n${FOOTER}`), stories('أول', 'ثان', 'ثالث')],
    ['above every item', stories('أول', 'ثان', 'ثالث').map((story) => `${FOOTER}\n\n${story}`), stories('أول', 'ثان', 'ثالث')],
    ['under most items', [...stories('أول', 'ثان', 'ثالث').map((story) => `${story}\n\n${FOOTER}`), ...stories('رابع')], stories('أول', 'ثان', 'ثالث', 'رابع')],
    ['set with other spaces', stories('أول', 'ثان', 'ثالث').map((story, n) => `${story}\n\n${n === 1 ? FOOTER.replace(' ', '\u00a0 ') : FOOTER}`), stories('أول', 'ثان', 'ثالث')],
  ])('%s', (_, given, expected) => {
    expect(texts(...given)).toEqual(expected);
  });

  it.each([
    ['under two items only', stories('أول', 'ثان').map((story) => `${story}\n\n${FOOTER}`)],
    ['under fewer than most', [...stories('أول', 'ثان', 'ثالث').map((story) => `${story}\n\n${FOOTER}`), ...stories('ر', 'خ', 'س')]],
    ['a text that is nothing else', [FOOTER, FOOTER, FOOTER, FOOTER]],
    ['the same story three times', [0, 1, 2].map(() => `خبر.\n\n${FOOTER}`)],
    ['a dateline above each', stories('أول', 'ثان', 'ثالث').map((story) => `إسطنبول/ ليلى حداد الهاشمي/ الأناضول\n\n${story}`)],
    ['a name above each', stories('أول', 'ثان', 'ثالث').map((story) => `ليلى حداد\n\n${story}`)],
    ['a long paragraph', stories('أول', 'ثان', 'ثالث').map((story) => `${story}\n\n${'خلفية الخبر. '.repeat(60).trim()}`)],
    ['single paragraphs', ['واحد', 'اثنان', 'ثلاثة']],
    ['nothing', []],
  ])('leaves %s', (_, given) => {
    expect(texts(...given)).toEqual(given);
  });

  it('takes three paragraphs at most, and leaves the first', () => {
    const given = ['أ', 'ب', 'ج'].map((first) => [first, '١', '٢', '٣', '٤', '٥'].join('\n\n'));
    expect(texts(...given)).toEqual(['أ\n\n١\n\n٢', 'ب\n\n١\n\n٢', 'ج\n\n١\n\n٢']);
  });
});
