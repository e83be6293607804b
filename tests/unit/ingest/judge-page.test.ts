import { describe, expect, it } from 'vitest';
import { judgePage } from '../../../server/ingest/pages/judge';
import { isSummary } from '../../../lib/summary';

const ENTRY = { title: 'افتتاح الجسر الجديد في المدينة', text: 'أعلنت البلدية أن الجسر سيفتح أمام السيارات غداً.' };
const ARTICLE = `${ENTRY.text} وأضافت أن افتتاح الجسر الجديد في المدينة تأخر بسبب الأمطار. ${'وحضر المهندسون والعمال الاحتفال. '.repeat(5)}`;

describe('whether a page’s text is taken', () => {
  it.each([
    ['the whole article', { title: null, text: ARTICLE }, null],
    ['the same words with vowel signs and other alifs', { title: null, text: ARTICLE.replaceAll('أعلنت', 'اَعلنتْ') }, null],
    ['no more than the feed says', { title: ENTRY.title, text: ENTRY.text }, 'not-better'],
    ['a captcha', { title: 'Just a moment...', text: 'Please verify that you are a human by completing the action below. '.repeat(9) }, 'other-text'],
    ['another article', { title: null, text: 'فاز فريق الناشئين بالكأس بعد ركلات الترجيح في مباراة طويلة حضرها آلاف المشجعين. '.repeat(5) }, 'other-text'],
  ])('%s', (_, page, refusal) => {
    expect(judgePage(ENTRY, page)).toBe(refusal);
  });

  it('nothing can be said where the feed says nothing at all', () => {
    expect(judgePage({ title: '', text: '' }, { title: 'x', text: ARTICLE })).toBe('other-text');
  });
});

describe('what a summary is', () => {
  it.each([['nothing', '', true], ['a paragraph', ENTRY.text, true], ['a long text', ARTICLE.repeat(8), false], ['a long text that breaks off', `${ARTICLE.repeat(8)} […]`, true]])('%s', (_, text, is) => {
    expect(isSummary(text)).toBe(is);
  });
});
