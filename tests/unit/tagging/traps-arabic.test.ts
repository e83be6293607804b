import { describe, expect, it } from 'vitest';
import { placesOf, tag } from './tagger-for-tests';

describe('Arabic words that are no place', () => {
  it.each([
    ['the preposition الى', 'ذهب الى عمله'],
    ['the particle أن', 'قال أن الأمر صعب'],
    ['the particle وأن, spelt like Van', 'وأن الوفد وصل'],
    ['فإن, spelt like Vannes', 'فإن الأمر انتهى'],
    ['بأنه, spelt like Baneh', 'صرح بأنه سيعود'],
    ['in the framework', 'في إطار التحضيرات'],
    ['the country', 'في جنوب البلاد'],
    ['the government', 'أعلنت الحكومة خطتها'],
    ['the source', 'أفاد المصدر'],
    ['Thursday', 'يوم الخميس المقبل'],
    ['Friday', 'صلاة الجمعة'],
    ['new', 'جولة جديدة من الحوار'],
    ['a city without a name', 'مدينة كبيرة'],
    ['the city', 'شرق المدينة'],
    ['a monastery', 'زار دير الراهبات'],
    ['the visited', 'الزور والبهتان'],
    ['a bank, not Egypt', 'مصرف الإنماء يوزع الأرباح'],
    ['chickpeas', 'طبق من الحمص بالزيت'],
    ['the verb "destroys"', 'الحرب تدمر المباني'],
    ['the door', 'فتح الباب أمام الحوار'],
    ['financial, not Mali', 'دعم مالي للمشروع'],
    ['the observatory', 'وذكر المرصد السوري لحقوق الإنسان أن القصف استمر'],
    ['a club', 'نادي الأهلي يفوز'],
    ['a club named by its city', 'فاز ريال مدريد على منافسه'],
    ['a newspaper', 'نقلت صحيفة الرياض الخبر'],
    ['a newspaper in quotes', 'وقال لـ«الشرق الأوسط» إن الأمر محسوم'],
    ['a university', 'طلاب جامعة القاهرة'],
    ['a bank named by a city', 'بنك الرياض يرفع أرباحه'],
    ['a person: al-Baghdadi', 'أبو بكر البغدادي ظهر في تسجيل'],
    ['a person: Paris Hilton', 'باريس هيلتون تغني'],
    ['a paper: Washington Post', 'ذكرت واشنطن بوست'],
    ['a person: al-Assad', 'قوات الأسد تتقدم'],
    ['a person: Clinton, spelt like towns', 'قالت هيلاري كلينتون'],
    ['the United Nations', 'الأمم المتحدة تدعو'],
    ['an organisation that holds two countries', 'تنظيم الدولة الإسلامية في العراق والشام'],
    ['a militia that holds a country', 'قوات سوريا الديمقراطية تتقدم'],
    ['an adjective after a noun with ال', 'السفارة السعودية'],
    ['an adjective after a noun without ال', 'فصائل سورية مسلحة'],
    ['a demonym', 'الجيش السوري يتقدم'],
    ['the bank of a river', 'السيطرة على الضفة الغربية للنهر'],
    ['the kingdom, with nothing that says which', 'أبناء المملكة الكرام'],
    ['floods, not Seoul', 'جرفت سيول السيارات'],
    ['how, not Kyiv', 'كيف نواجه الأزمة'],
    ['authorities, not Settat', 'تمكنت سلطات الأمن'],
    ['an operation: Decisive Storm', 'عملية عاصفة الحزم'],
    ['a pain, not Ulm', 'ألم في الرأس'],
    ['the eyes, not Laayoune', 'أجمل العيون'],
    ['the news, not Khobar', 'ورد الخبر صباحا'],
  ])('%s', (_name, text) => expect(placesOf(text)).toEqual([]));
});

describe('Arabic places in disguise', () => {
  it.each([
    ['bare', 'قصف عنيف في دمشق', ['دمشق -> 170654']],
    ['after على, which folds like Ali', 'قصف على دمشق', ['دمشق -> 170654']],
    ['glued و', 'ودمشق ترد', ['دمشق -> 170654']],
    ['glued ب', 'هجوم بدمشق', ['دمشق -> 170654']],
    ['glued و and ب', 'وبدمشق أيضا', ['دمشق -> 170654']],
    ['ل and ال in one', 'زيارة للعراق', ['لعراق -> IQ']],
    ['without hamza', 'معارك ادلب', ['ادلب -> 169389']],
    ['with hamza', 'معارك إدلب', ['إدلب -> 169389']],
    ['with tatweel', 'في دمـــشق', ['دمـــشق -> 170654']],
    ['with short vowels', 'في دِمَشْقَ', ['دِمَشْقَ -> 170654']],
    ['ta marbuta written ha', 'في القاهره', ['القاهره -> 360630']],
    ['bidi marks around it', 'في \u202bدمشق\u202c', ['دمشق -> 170654']],
    ['a name of two words', 'فك الحصار عن دير الزور', ['دير الزور -> 170794']],
    ['a name of two words with و', 'وإدلب ودير الزور', ['إدلب -> 169389', 'دير الزور -> 170794']],
    ['a region that no package has', 'قصف الغوطة الشرقية', ['الغوطة الشرقية -> eastern-ghouta']],
    ['a river by its noun', 'على ضفاف نهر الفرات', ['نهر الفرات -> euphrates']],
    ['the Middle East', 'سلام الشرق الأوسط', ['الشرق الأوسط -> middle-east']],
    ['the West Bank', 'اقتحامات في الضفة الغربية', ['الضفة الغربية -> 285153']],
    ['Darfur', 'نازحو دارفور', ['دارفور -> darfur']],
    ['Palmyra after a word that says so', 'استعاد الجيش مدينة تدمر', ['تدمر -> 163808']],
    ['Khartoum with its article', 'مظاهرات في الخرطوم', ['الخرطوم -> 379252']],
    ['short name of Britain', 'في بريطانيا', ['بريطانيا -> GB']],
    ['America in another spelling', 'في أميركا', ['أميركا -> US']],
    ['Syria in another spelling', 'في سورية', ['سورية -> SY']],
    ['a country after an adjective of it', 'السفارة السعودية في لبنان', ['لبنان -> LB']],
    ['the province by its noun', 'في محافظة حمص', ['حمص -> 169575']],
    ['the city where nothing says otherwise', 'في حمص', ['حمص -> 169577']],
    ['Tripoli of Lebanon', 'انفجار في طرابلس شمال لبنان، والجيش اللبناني يطوق المكان', ['طرابلس -> 266826', 'لبنان -> LB']],
    ['Tripoli of Libya', 'اشتباكات في طرابلس وبنغازي، والجيش الليبي يتقدم', ['طرابلس -> 2210247', 'بنغازي -> 88319']],
    ['Jafra by Deir ez-Zor', 'معارك في قرية الجفرة قرب دير الزور في سوريا', ['قرية الجفرة -> jafra-deir-ez-zor', 'دير الزور -> 170794', 'سوريا -> SY']],
    ['Amman, of Jordanians', 'استقبل الملك الأردني في عمان وفدا من الأردن', ['عمان -> 250441', 'الأردن -> JO']],
  ])('%s', (_name, text, expected) => expect(placesOf(text).sort()).toEqual([...expected].sort()));

  it('takes the kingdom for the one that the article speaks of', () => {
    expect(placesOf('صدّرت المملكة النفط، وقالت السعودية إن الإنتاج ارتفع')).toContain('المملكة -> SA');
    expect(placesOf('استقبلت المملكة اللاجئين، وأعلن الأردن عن خطة')).toContain('المملكة -> JO');
    expect(placesOf('تشهد المملكة أمطارا', '', 'MA')).toContain('المملكة -> MA');
  });
});

describe('one headline in many spellings', () => {
  const plain = 'المفاوضات في أستانا حول إدلب وسوريا';
  it.each([
    ['short vowels', 'المُفاوَضاتُ في أَستانا حَولَ إِدلِب وَسوريا'],
    ['tatweel', 'المفاوضـات في أستـانا حول إدلـب وسـوريا'],
    ['hamza dropped', 'المفاوضات في استانا حول ادلب وسوريا'],
    ['bidi marks', '\u202bالمفاوضات في أستانا\u202c حول إدلب \u200fوسوريا'],
  ])('%s changes no tag', (_name, title) => {
    const of = (text: string) => {
      const tags = tag({ title: text, text: '', lang: 'ar' });
      return { places: tags.places.map((one) => [one.place.id, one.role]), topics: tags.topics.map((one) => one.topic.id), terms: tags.terms, focus: tags.focusCountries };
    };
    expect(of(title)).toEqual(of(plain));
    expect(of(plain).places).toHaveLength(3);
  });
});
