import { describe, expect, it } from 'vitest';
import { datelineEnd, ownNames } from '../../../lib/text/dateline';

const OWN = ownNames('صحيفة مرصد التجارب - الأخبار');
const STORY = 'قالت مصادر محلية إن القافلة وصلت.';

describe('a dateline', () => {
  it.each([
    ['a town and an agency', 'بيروت - رويترز: '],
    ['an agency in brackets', 'دمشق (سانا) – '],
    ['in English', 'BEIRUT (Reuters) - '],
    ['with the day', 'WASHINGTON, Sept 13 (Reuters) - '],
    ['with the day, in Arabic', 'موسكو، 13 سبتمبر/ تاس / '],
    ['with the state', 'NEWARK, N.J. (AP) — '],
    ['with the country', 'Beirut, Lebanon — '],
    ['with the country in brackets', 'سوتشي (روسيا) (أ ف ب) - '],
    ['a newspaper in quotation marks', 'لندن ـ «القدس العربي»: '],
    ['a reporter', 'بيروت- من ليلى حداد: '],
    ['a newspaper and a reporter', 'غزة – «مرصد التجارب» – من ليلى حداد: '],
    ['the reporter first, the town last', 'ليلى حداد- مرصد التجارب- الرياض: '],
    ['an agency between dashes', 'رام الله – معا – '],
    ['an agency by its letters', 'سيدني - د.ب.أ: '],
    ['the newspaper itself', 'القنفذة - مرصد التجارب: '],
    ['a town alone', 'القاهرة – '],
    ['a town without hamza, and no space', 'استانا- '],
    ['two towns', 'الرياض، بيروت - '],
  ])('%s', (_, dateline) => {
    expect(datelineEnd(`${dateline}${STORY}`, OWN)).toBe(dateline.length);
  });

  it.each([
    ['two towns and the newspaper', 'استانا –  بيروت -المرصد'],
    ['a town and an agency', 'دمشق-سانا'],
    ['an agency and a town', 'واس – المنامة'],
    ['a reporter and a town', 'ليلى حداد – جدة'],
    ['slashes', 'إسطنبول/ ليلى حداد/ الأناضول'],
    ['a reporter behind a colon', 'الخرطوم: ليلى حداد'],
    ['a newspaper behind a colon', 'القاهرة: «الصحيفة»'],
    ['the newspaper itself, and a town that we don’t know', 'برمنغهام (بريطانيا): «مرصد التجارب»'],
  ])('on a line of its own: %s', (_, dateline) => {
    expect(datelineEnd(`${dateline}\n\n${STORY}`, OWN)).toBe(dateline.length);
  });

  it.each([
    ['a kicker', 'القافلة تصل من ثلاث جهات\n\nبيروت - رويترز: '],
    ['a kicker and a byline', 'القافلة تصل\nليلى حداد\nBEIRUT (AP) — '],
  ])('below %s', (_, head) => {
    expect(datelineEnd(`${head}${STORY}`)).toBe(head.length);
  });
});

describe('no dateline', () => {
  it.each([
    ['a sentence', STORY],
    ['nothing', ''],
    ['a town alone', 'الرياض'],
    ['what somebody says', 'قال: نعم، وصلت القافلة.'],
    ['a country and a headline', 'سوريا - اتفاق جديد على القوافل'],
    ['a town that says', 'دمشق تقول - ولا أحد يسمع'],
    ['a hyphen within a word', 'London-based company - its owner said'],
    ['an aside between dashes', 'القوافل - وهي ثلاث - وصلت.'],
    ['an aside in brackets', 'الحكومة (التي استقالت) - قالت إنها باقية.'],
    ['a quotation behind its speaker', 'الوزير: «لن نستقيل»\nهكذا قال.'],
    ['below a whole sentence', `وصلت القافلة.\n${'بيروت - رويترز: '}قال`],
    ['in the midst of a line', 'وصلت القافلة إلى بيروت - رويترز: قال'],
    ['far below', `سطر\nسطر\nسطر\nبيروت - رويترز: ${STORY}`],
  ])('%s', (_, text) => {
    expect(datelineEnd(text, OWN)).toBeNull();
  });

  it.each([['dashes', '- '], ['slashes', 'ا/'], ['brackets', '('], ['towns', 'بيروت - '], ['spaces', ' ']])('takes no time for many %s', (_, piece) => {
    const startedAt = performance.now();
    datelineEnd(piece.repeat(200_000), OWN);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

it.each([
  ['its kind and its section', 'جريدة الزمان | أخبار', ['الزمان', 'اخبار']],
  ['in English', 'The Observer - World', ['observer', 'world']],
  ['in brackets', 'Azzaman (الزمان)', ['azzaman', 'الزمان']],
])('the names of a newspaper by its feed’s title: %s', (_, title, names) => {
  expect([...ownNames(title)]).toEqual(expect.arrayContaining(names));
});
