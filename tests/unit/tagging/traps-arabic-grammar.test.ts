import { describe, expect, it } from 'vitest';
import { placesOf } from './tagger-for-tests';

describe('trigger words', () => {
  it.each([
    ['a dual holds for both', 'في مدينتي حمص وحماة', ['حمص -> 169577', 'حماة -> 170017']],
    ['a plural holds for all', 'في محافظات صنعاء وعدن والضالع', ['صنعاء -> 6940571', 'عدن -> 80412', 'الضالع -> 6201193']],
    ['across a comma', 'في مدن تدمر، الباب، منبج', ['تدمر -> 163808', 'الباب -> 174018', 'منبج -> 167357']],
    ['a singular holds for the first alone', 'محافظة حمص ودمشق', ['حمص -> 169575', 'دمشق -> 170654']],
    ['with a quote between', 'بلدة «تدمر» الأثرية', ['تدمر -> 163808']],
    ['with a proclitic', 'ببلدة الباب', ['الباب -> 174018']],
    ['without ta marbuta', 'في بلده الباب', ['الباب -> 174018']],
    ['the governorate', 'في محافظة درعا', ['درعا -> 170903']],
    ['the airport of a town is the town’s', 'في مطار منبج', ['منبج -> 167357']],
    ['a camp that has its own row', 'في مخيم جنين', ['مخيم جنين -> jenin-camp']],
    ['a crossing that has its own row', 'عبر معبر رفح', ['معبر رفح -> rafah-crossing']],
    ['a river, not the state', 'على ضفاف نهر الأردن', ['نهر الأردن -> jordan-river']],
    ['a river that the gazetteer lacks is not the state', 'على ضفاف نهر الكاميرون', []],
    ['a district named after a state', 'في حي الجزائر', []],
    ['a district named after a great town', 'في حي بغداد', []],
    ['an adjective behind a word with ال', 'في المدينة القديمة', []],
    ['a town without a name', 'في مدينة جديدة', []],
  ])('%s', (_name, text, expected) => expect(placesOf(text).sort()).toEqual([...expected].sort()));
});

describe('adjectives and names', () => {
  it.each([
    ['Syria after a particle', 'وقال إن سورية ترفض ذلك', ['سورية -> SY']],
    ['Syria after a verb of states', 'دعت سورية إلى الحوار', ['سورية -> SY']],
    ['Syrian after a noun', 'قوات سورية خاصة', []],
    ['Saudi Arabia after a day', 'غادر اليوم السعودية', ['السعودية -> SA']],
    ['Saudi after a noun', 'الصحافة السعودية', []],
    ['a state of two words after a verb', 'رفضت كوريا الشمالية الاقتراح', ['كوريا الشمالية -> KP']],
    ['a town of the form of an adjective', 'في شوارع الإسكندرية', ['الإسكندرية -> 361058']],
    ['an adjective of the form of a town', 'المعركة القادسية', []],
    ['a demonym in the feminine', 'الأراضي اللبنانية', []],
    ['a demonym with a proclitic', 'وبالعملة العراقية', []],
    ['a demonym in the plural', 'اللاجئون السوريون والعراقيون', []],
  ])('%s', (_name, text, expected) => expect(placesOf(text)).toEqual(expected));
});

describe('proclitics and spelling', () => {
  it.each([
    ['ف', 'فدمشق لم ترد', ['دمشق -> 170654']],
    ['ك', 'مدن كدمشق', ['دمشق -> 170654']],
    ['ل', 'دعم لدمشق', ['دمشق -> 170654']],
    ['فب', 'فبدمشق يبدأ الحل', ['دمشق -> 170654']],
    ['ولل', 'وللعراق رأي آخر', ['لعراق -> IQ']],
    ['و that belongs to the name', 'تنفي واشنطن ذلك', ['واشنطن -> 4140963']],
    ['ب that belongs to the name', 'تنفي بغداد ذلك', ['بغداد -> 98182']],
    ['ل that belongs to the name', 'تنفي لندن ذلك', ['لندن -> 2643743']],
    ['ك that belongs to the name', 'في كربلاء', ['كربلاء -> 94824']],
    ['Persian ya and kaf', 'در کربلا', ['کربلا -> 94824']],
    ['alif maqsura for ya', 'فى سوريا', ['سوريا -> SY']],
    ['ya for alif maqsura', 'في نينوي', ['نينوي -> 92877']],
    ['hamza of another kind', 'في أدلب', ['أدلب -> 169389']],
    ['a bidi mark inside', 'في دم\u200fشق', ['دم\u200fشق -> 170654']],
    ['a hashtag', '#دمشق تنتظر', ['دمشق -> 170654']],
    ['a hashtag of two words', '#دير_الزور تنتظر', ['دير_الزور -> 170794']],
    ['a name at the end', 'وصلوا إلى دمشق.', ['دمشق -> 170654']],
    ['a name in brackets', 'عاصمتها (دمشق)', ['دمشق -> 170654']],
    ['Egypt is not in a bank', 'المصرفي ومصرفه', []],
    ['Oman is not in the Ottomans', 'العثمانيون والعمانيون', []],
    ['Iraq is not in nobility', 'بعراقته وعراقة أهله', []],
  ])('%s', (_name, text, expected) => expect(placesOf(text)).toEqual(expected));
});
