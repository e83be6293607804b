import { describe, expect, it } from 'vitest';
import { placesOf } from './tagger-for-tests';

/** Names of organisations, people, clubs and papers that hold a place's name. */
describe('no place: part of an organisation', () => {
  it.each([
    ['a paper', 'كتبت صحيفة الجزيرة في افتتاحيتها'],
    ['a paper between quotes', 'نشرت جريدة «الرياض» تفاصيل الخبر'],
    ['a paper that a quote of another kind opens', 'وأوضح لـ{الشرق الأوسط» أن المشروع تأخر'],
    ['a channel', 'بثت قناة بغداد المقابلة'],
    ['a television', 'استضافه تلفزيون دبي مساء'],
    ['a radio', 'حديث إلى إذاعة القدس'],
    ['an agency', 'نقلت وكالة فرانس برس عن شهود'],
    ['an agency after a preposition', 'قال المسؤول لفرانس برس إن الوضع هادئ'],
    ['a university', 'أستاذ في جامعة بيروت'],
    ['a college', 'خريج كلية بغداد'],
    ['a bank', 'رفع بنك بيروت أسعار الفائدة'],
    ['a company with a noun between', 'أعلنت شركة نفط الكويت عن مناقصة'],
    ['a company by what follows', 'تراجع سهم دبي للاستثمار'],
    ['an airline', 'طائرة تابعة لمصر للطيران'],
    ['a party', 'مرشح حزب مصر القوية'],
    ['a party of another land', 'قيادات حركة نداء تونس'],
    ['an armed group', 'أعلنت كتائب حلب مسؤوليتها'],
    ['a brigade', 'تبنت سرايا القدس العملية'],
    ['a hotel', 'اجتمعوا في بهو فندق بغداد'],
    ['an alliance', 'أثارت الصفقة تساؤلات في حلف شمال الأطلسي'],
    ['an alliance by its treaty', 'اجتمع سفراء منظمة معاهدة شمال الأطلسي'],
    ['a cup', 'تأهل إلى كأس الخليج'],
    ['a cup with a noun between', 'ودّع كأس أمم أفريقيا'],
    ['a league with a noun between', 'توج بلقب دوري أبطال آسيا'],
    ['a South American cup', 'أحرز لقب كوبا أمريكا'],
    ['a ship', 'رست السفينة قبالة المرفأ وهي ناقلة بغداد'],
    ['a prize', 'نال جائزة القدس للرواية'],
    ['a council', 'بيان مجلس التعاون لدول الخليج العربية'],
    ['an institute', 'باحث في معهد واشنطن'],
  ])('%s', (_name, text) => expect(placesOf(text)).toEqual([]));
});

describe('a place all the same: what a town has', () => {
  it.each([
    ['its airport', 'أغلقت السلطات مطار تدمر', 'تدمر -> 163808'],
    ['its court', 'قضت محكمة حلب بسجنه', 'حلب -> 170063'],
    ['its police', 'ألقت شرطة الرياض القبض عليه', 'الرياض -> 108410'],
    ['its hospital', 'نقل الجرحى إلى مستشفى إدلب', 'إدلب -> 169389'],
    ['its market', 'انفجار في سوق الموصل', 'الموصل -> 99072'],
    ['its stadium', 'تقام المباراة على استاد المنامة', 'المنامة -> 290340'],
    ['its exchange', 'ارتفع مؤشر بورصة الكويت', 'الكويت -> KW'],
    ['its forces', 'قوات روسيا تنسحب', 'روسيا -> RU'],
    ['a war there', 'حرب العراق غيرت المنطقة', 'العراق -> IQ'],
    ['a battle there', 'معركة الموصل انتهت', 'الموصل -> 99072'],
    ['its companies', 'شركات الكويت تشارك', 'الكويت -> KW'],
    ['after a party that is named already', 'قال الحزب إن سوريا بلد جريح', 'سوريا -> SY'],
    ['a programme of a state', 'برنامج إيران النووي', 'إيران -> IR'],
    ['an agreement named by its town', 'اتفاق الطائف أنهى الحرب', 'الطائف -> 107968'],
    ['where one goes to invest', 'جاؤوا إلى دبي للاستثمار', 'دبي -> 292223'],
  ])('%s', (_name, text, place) => expect(placesOf(text)).toContain(place));
});

describe('no place: part of a person', () => {
  it.each([
    ['a nisba', 'الشاعر أحمد الحلبي'],
    ['a family name that is a demonym', 'فاز محمد الكويتي بالمركز الأول'],
    ['a family name', 'استقبل سعد الحريري الوفد'],
    ['a president', 'حكم على عمر البشير بالسجن'],
    ['a given name before a town', 'قال اللاعب سالم نجران'],
    ['servant of the Majestic', 'التقى السيد عبد الجليل'],
    ['a companion of the Prophet', 'الصحابي الجليل سعد بن أبي وقاص'],
    ['Saladin', 'كان صلاح الدين الأيوبي قائدا'],
    ['Abu Musa', 'روى أبو موسى الأشعري الحديث'],
    ['a queen named like a capital', 'وصلت الملكة صوفيا إلى القصر'],
    ['a writer', 'رواية للكاتب أناتول فرانس'],
    ['a title and a name', 'التقى الوزير طرابلس نظيره'],
    ['Bashar, an Algerian town', 'بشار وحاشيته'],
    ['a caliph', 'الخليفة أبو بكر البغدادي'],
    ['a footballer', 'وقّع الحارس كريم الأحمدي'],
  ])('%s', (_name, text) => expect(placesOf(text)).toEqual([]));
});

describe('no place: a club', () => {
  it.each([
    ['by the masculine adjective', 'تعاقد معه برشلونة الإسباني'],
    ['by the masculine adjective of its own name', 'هجر يواجه الكويت الكويتي'],
    ['by its first word', 'خسر شاختار دونيتسك'],
    ['by its first word: Feyenoord', 'لاعب فينورد روتردام'],
    ['by its first word: Dynamo', 'تعادل دينامو كييف'],
    ['by its first word in a match report', 'تعادل اتحاد طنجة مع ضيفه في مباراة الدوري'],
    ['a state by its club in a match report', 'فازت مولودية الجزائر في مباراة الدوري'],
    ['in the league', 'حاصر ليفربول مرمى الخصم في الشوط الثاني من المباراة'],
    ['before a score', 'انتهت مباراة مانشستر 2 وضيفه 1 في الدوري'],
    ['in a list of clubs', 'مباريات الدوري: ميلان ويوفنتوس وبارما'],
    ['a player of it', 'لاعب برشلونة يسجل هدفين في مرمى ضيفه'],
    ['named by a river', 'لقاء الزمالك ودجلة في الدوري الممتاز لكرة القدم'],
    ['moved to it', 'اللاعب انتقل إلى برشلونة بعد نهاية الدوري'],
  ])('%s', (_name, text) => expect(placesOf(text)).toEqual([]));

  it.each([
    ['the town, by the feminine adjective', 'مظاهرات في برشلونة الإسبانية', 'برشلونة -> 3128760'],
    ['where the match is held', 'تقام مباراة الدوري في برشلونة غدا', 'برشلونة -> 3128760'],
    ['where a match is held, with a glued preposition', 'يلعب المنتخب مباراته الأولى بجدة', 'جدة -> 105343'],
    ['its stadium', 'المباراة على ملعب مانشستر مساء', 'مانشستر -> 2643123'],
    ['a team goes there', 'وصلت بعثة الفريق إلى ميلانو لخوض المباراة', 'ميلانو -> 3173435'],
    ['a national team', 'فاز منتخب السعودية في المباراة', 'السعودية -> SA'],
    ['a capital that acts in a report of a match', 'الدوحة تستعد لمباراة المنتخب', 'الدوحة -> 290030'],
    ['news that is not of sport', 'احتجاجات تعم برشلونة ضد الحكومة', 'برشلونة -> 3128760'],
    ['a masculine adjective of the airport', 'ميناء صيدا اللبناني مغلق', 'صيدا -> 268064'],
  ])('a place: %s', (_name, text, place) => expect(placesOf(text)).toContain(place));
});
