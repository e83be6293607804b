import { describe, expect, it } from 'vitest';
import { rolesOf, tag } from './tagger-for-tests';

describe('datelines', () => {
  it.each([
    ['city, dash, agency', 'بيروت - وكالات: قال مصدر إن الاجتماع تأجل إلى الغد', 'LB', '276781'],
    ['long dash', 'بيروت – قال مصدر إن الاجتماع تأجل', 'LB', '276781'],
    ['after a kicker', 'قوات تتقدم\n\nبيروت - قال مصدر إن الاجتماع تأجل', 'LB', '276781'],
    ['English, agency in brackets', 'BEIRUT (Agency) - A source said the meeting was put off.', 'LB', '276781'],
    ['English, with its country', 'BEIRUT, Lebanon - A source said the meeting was put off.', 'LB', '276781'],
  ])('%s', (_name, text, _country, id) => expect(rolesOf(text)[id]).toBe('dateline'));

  it('has both cities of two', () => {
    const roles = rolesOf('استانا –  بيروت -الزمان\n\nافتتحت الأربعاء جولة جديدة');
    expect(roles).toEqual({ 1526273: 'dateline', 276781: 'dateline' });
  });

  it.each([
    ['a town that only the gazetteer knows', 'سراقب - وكالات: قال مصدر إن الطريق أغلق', ['dateline']],
    ['a reporter and a paper before it', 'ليلى حداد - المرصد - بيروت: قال مصدر إن الطريق أغلق', ['dateline']],
    ['behind the title, before an agency', 'Storm nears the coast BEIRUT (Reuters) - A source said it may rain.', ['dateline']],
    ['a country heads an item of a round-up', 'سوريا: قال مصدر إن الطريق أغلق', ['about']],
  ])('%s', (_name, text, roles) => expect(Object.values(rolesOf(text))).toEqual(roles));

  it('ends where the feed’s reader says so', () => {
    const text = 'بيروت، مجلة التجارب الأسبوعية - قال مصدر إن الطريق أغلق';
    const roles = (datelineEnd: number | null) => tag({ title: '', text, lang: 'ar', datelineEnd }).places.map(({ role }) => role);
    expect(roles(32)).toEqual(['dateline']);
    expect(roles(null)).not.toEqual(['dateline']);
  });

  it('is none where no dash follows', () => {
    expect(rolesOf('بيروت مدينة على البحر')['276781']).not.toBe('dateline');
  });
});

describe('venues', () => {
  it.each([
    ['talks in', 'تستمر المحادثات السورية في جنيف', '2660646'],
    ['talks of', 'انتهت محادثات أستانا حول سوريا', '1526273'],
    ['a conference glued with ب', 'مؤتمر المانحين ببروكسل لدعم سوريا', '2800866'],
    ['English: talks in', 'Syrian talks in Geneva ended', '2660646'],
    ['English: city talks', 'Syria: the Geneva talks ended', '2660646'],
  ])('%s', (_name, text, id) => expect(rolesOf(text)[id]).toBe('venue'));
});

describe('actors', () => {
  it.each([
    ['a verb before', 'تدعم روسيا الحكومة السورية في سوريا، وسوريا ترحب', 'RU'],
    ['joined to it', 'تدعم روسيا وإيران الحكومة السورية', 'IR'],
    ['a verb after', 'واشنطن تنفي وجود قوات في سوريا', '4140963'],
    ['English', 'Washington denies any role in Syria', '4140963'],
  ])('%s', (_name, text, id) => expect(rolesOf(text)[id]).toBe('actor'));

  it('is no town that is no capital', () => {
    expect(Object.values(rolesOf('أعلنت حلب الحداد'))).not.toContain('actor');
  });
});

/** The role that the first mention of a place has, and the words that gave it. */
function marked(text: string, id: string): [string | undefined, string | undefined] {
  const found = tag({ title: '', text, lang: null }).places.find(({ place }) => place.id === id)?.mentions[0];
  return [found?.role, found?.cue?.phrase];
}

describe('the cue of a mention', () => {
  it.each([
    ['talks in', 'انتهت المحادثات في جنيف دون نتيجة', '2660646', 'venue', 'المحادثات'],
    ['a conference glued with ب', 'افتتح مؤتمر المانحين ببروكسل', '2800866', 'venue', 'مؤتمر'],
    ['talks that the name completes', 'استؤنفت محادثات أستانا', '1526273', 'venue', 'محادثات'],
    ['the nearer of two cues: talks', 'بعد الهجوم عقد اجتماع في باريس', '2988507', 'venue', 'اجتماع'],
    ['the nearer of two cues: an attack', 'بعد الاجتماع وقع هجوم في باريس', '2988507', 'about', 'هجوم'],
    ['a city that hosts', 'تستضيف الدوحة البطولة', '290030', 'venue', 'تستضيف'],
    ['a city that hosts, the verb behind', 'الدوحة تستضيف البطولة', '290030', 'venue', 'تستضيف'],
    ['a speech', 'قال في كلمة ألقاها في مدينة دهوك', '96994', 'venue', 'ألقاها'],
    ['a court', 'قررت محكمة جنايات القاهرة التأجيل', '360630', 'venue', 'محكمة جنايات'],
    ['a tournament and its country', 'يستعد المنتخب لمونديال روسيا', 'RU', 'venue', 'لمونديال'],
    ['a camp of a team', 'يقيم النادي معسكره بالنمسا', 'AT', 'venue', 'معسكره'],
    ['an arrival', 'وصل الوفد إلى موسكو مساء', '524901', 'venue', 'وصل'],
    ['shelling that the name completes', 'تواصل قصف حلب أمس', '170063', 'about', 'قصف'],
    ['an explosion in', 'قتل خمسة في انفجار في بغداد', '98182', 'about', 'انفجار'],
    ['a verb whose object it is', 'ضرب إعصار قوي اليابان فجرا', 'JP', 'about', 'ضرب'],
    ['shelling by aircraft', 'قصفت طائرات مدينة حلب', '170063', 'about', 'قصفت'],
    ['beside a province, within it', 'اشتباكات شمال هولندا', 'NL', 'about', 'اشتباكات'],
    ['the matter', 'تصريحات حول ليبيا', 'LY', 'about', 'حول'],
    ['a state acts', 'تدعم روسيا الحكومة', 'RU', 'actor', 'تدعم'],
    ['a capital acts, the verb behind', 'موسكو تنفي الخبر', '524901', 'actor', 'تنفي'],
    ['behind a relative pronoun', 'وإلى جانب السعودية التي قدمت العون', 'SA', 'actor', 'وإلى جانب'],
    ['behind أن', 'أضاف أن تركيا ترفض ذلك', 'TR', 'actor', 'ترفض'],
    ['a minister', 'قال وزير خارجية تركيا إنه يرحب', 'TR', 'actor', 'وزير خارجية'],
    ['efforts', 'أشاد بجهود قطر', 'QA', 'actor', 'بجهود'],
    ['with', 'اتفق الوفد مع إيران على ذلك', 'IR', 'actor', 'مع'],
    ['a national team', 'فاز منتخب العراق', 'IQ', 'actor', 'منتخب'],
    ['a national team by its verb', 'تغلب العراق على إيران', 'IQ', 'actor', 'تغلب'],
    ['the one that bombs', 'قصفت إسرائيل موقعا', 'IL', 'actor', 'قصفت'],
    ['where one goes', 'سافر اللاعب إلى الأردن', 'JO', 'mentioned', 'إلى'],
    ['where one comes from', 'قادمة من اليونان', 'GR', 'mentioned', 'قادمة من'],
    ['beside a city', 'بلدة قرب دمشق', '170654', 'mentioned', 'قرب'],
    ['compared', 'كما حدث في تونس سابقا', 'TN', 'mentioned', 'كما حدث في'],
    ['English: talks in', 'Talks in Geneva ended', '2660646', 'venue', 'Talks'],
    ['English: city talks', 'Envoys left the Geneva talks', '2660646', 'venue', 'talks'],
    ['English: a trial', 'He went on trial in London', '2643743', 'venue', 'on trial'],
    ['behind the capital and its adjective', 'عقد اجتماع في العاصمة الفرنسية باريس', '2988507', 'venue', 'اجتماع'],
    ['English: a summit, over a title', 'Leaders at the summit in the French capital Paris', '2988507', 'venue', 'summit'],
    ['English: host', 'Doha hosts the games', '290030', 'venue', 'hosts'],
    ['English: killed in', 'Five were killed in Aleppo', '170063', 'about', 'killed'],
    ['English: an offensive', 'The Mosul offensive began', '99072', 'about', 'offensive'],
    ['English: siege of', 'the siege of Homs', '169577', 'about', 'siege'],
    ['English: a verb and its object', 'An earthquake struck Japan', 'JP', 'about', 'struck'],
    ['English: talks on', 'Talks on Syria began', 'SY', 'about', 'Talks'],
    ['English: denies', 'Washington denies it', '4140963', 'actor', 'denies'],
    ['English: has denied', 'Iran has also denied it', 'IR', 'actor', 'denied'],
    ['English: any participle behind has', 'Egypt has sidestepped the matter', 'EG', 'actor', 'sidestepped'],
    ['English: by', 'forces backed by Russia', 'RU', 'actor', 'backed by'],
    ['English: bombed', 'Israel bombed the site', 'IL', 'actor', 'bombed'],
    ['English: its government', 'Turkey government officials', 'TR', 'actor', 'government'],
    ['English: a team', 'Germany beat Argentina', 'DE', 'actor', 'beat'],
    ['English: the other team', 'Germany beat Argentina', 'AR', 'actor', 'beat'],
    ['English: fled to', 'They fled to Jordan', 'JO', 'mentioned', 'to'],
    ['English: like', 'as in Tunisia', 'TN', 'mentioned', 'as in'],
    ['English: any verb in the past right behind', 'Greece returned eight officers', 'GR', 'actor', 'returned'],
    ['English: a capital that is asked', 'Fighters asked Damascus for help', '170654', 'actor', 'asked'],
    ['English: against', 'They sought help against Turkey', 'TR', 'actor', 'against'],
    ['English: a border', 'a town near the border with Turkey', 'TR', 'mentioned', 'border with'],
    ['a camp by its verb', 'يعسكر الفريق في إسبانيا', 'ES', 'venue', 'يعسكر'],
    ['who shells, the verb behind', 'تركيا تقصف مواقع', 'TR', 'actor', 'تقصف'],
    ['French: talks', 'Les négociations à Genève', '2660646', 'venue', 'négociations'],
    ['French: supports', 'La France soutient le plan', 'FR', 'actor', 'soutient'],
    ['French: fights', 'Des combats à Tripoli', '2210247', 'about', 'combats'],
  ])('%s', (_name, text, id, role, phrase) => expect(marked(text, id)).toEqual([role, phrase]));

  it.each([
    ['what stands alone', 'حلب', '170063'],
    ['a declaration of its name', 'قال إن إعلان القاهرة كشف الخلاف', '360630'],
    ['a river of two states', 'الفرات', 'euphrates'],
  ])('is none for %s', (_name, text, id) => expect(marked(text, id)).toEqual([undefined, undefined]));
});

describe('what holds of one holds of those joined to it', () => {
  it.each([
    ['a verb before', 'تدعم روسيا وإيران وتركيا الاتفاق', ['RU', 'IR', 'TR'], 'actor'],
    ['a verb behind', 'Russia, Turkey and Iran said they agreed', ['RU', 'TR', 'IR'], 'actor'],
    ['notes in brackets', 'معارك في إدلب (شمال غرب) وحمص (وسط)', ['169577'], 'about'],
    ['where one goes', 'عاد الركاب إلى الأردن ولبنان', ['JO', 'LB'], 'mentioned'],
    ['the country of a town', 'A summit was held in Brisbane, Australia', ['2174003', 'AU'], 'venue'],
  ])('%s', (_name, text, ids, role) => {
    for (const id of ids) expect(marked(text, id)[0]).toBe(role);
  });

  it('but what hangs on a preposition is no subject', () => expect(marked('The downturns in Spain and Italy eased', 'IT')[0]).not.toBe('actor'));

  it('but no town acts', () => expect(marked('تدعم روسيا وحلب ذلك', '170063')[0]).toBeUndefined());
});

describe('one role a place over the article', () => {
  it.each([
    ['the event before the parent of its place', 'زلزال يضرب العراق', 'ضرب زلزال قوي السليمانية. وأعلنت تركيا إرسال مساعدات.', { IQ: 'about', TR: 'actor' }],
    ['a capital that acts, named in the title too', 'واشنطن وطهران تتبادلان الاتهامات', 'اتهمت واشنطن طهران بمهاجمة ناقلات.', { 4140963: 'actor', 112931: 'actor' }],
    ['teams, named in the title too', 'العراق يواجه إيران', 'فاز منتخب العراق على منتخب إيران في المباراة التي أقيمت في كانبيرا.', { IQ: 'actor', IR: 'actor', 2172517: 'venue' }],
    ['teams, in English', 'Germany beat Argentina', 'Germany beat Argentina 1-0 in the final in Rio de Janeiro.', { DE: 'actor', AR: 'actor', 3451190: 'venue' }],
    ['about, though talks are held there', 'معارك في جنيف', 'قتل ثلاثة في جنيف خلال محادثات عقدت في جنيف.', { 2660646: 'about' }],
    ['venue, though named first', 'Kerry flies to Cairo for talks on Gaza truce', 'He arrived in Cairo for talks.', { 360630: 'venue' }],
    ['beside the scene', 'اشتباكات في مخيم عين الحلوة', 'اندلعت اشتباكات في مخيم عين الحلوة قرب صيدا.', { 268064: 'mentioned' }],
    ['who offers help', 'Quake hits Turkey', 'A quake hit Turkey on Sunday. Germany and Israel offered help.', { TR: 'about', DE: 'actor', IL: 'actor' }],
    ['who flees', 'Storm floods New Orleans', 'Rain flooded New Orleans. Its people fled to Texas.', { 4335045: 'about', 4736286: 'mentioned' }],
  ] as const)('%s', (_name, title, text, expected) => expect(rolesOf(text, title)).toMatchObject(expected));
});

describe('focus', () => {
  it.each([
    ['the country of the cities', 'قصف على حلب وإدلب وحمص', ['SY']],
    ['demonyms alone', 'الجيش السوري يتقدم نحو بلدة', ['SY']],
    ['not the venue', 'مفاوضات في أستانا حول إدلب وحمص في سوريا', ['SY']],
    ['none', 'كلام بلا مكان', []],
    ['the story, not the player’s origin', 'المدرب الأوروغواياني للفريق يغادر السعودية', ['SA']],
    ['institutions alone', 'مؤسسة النقد تصدر ضوابط جديدة', ['SA']],
    ['a club behind a word for one', 'لاعب نادي الهلال يعود إلى التدريبات', ['SA']],
    ['no club where no such word stands', 'الهلال يظهر في السماء', []],
    ['parties of parliament, in English', 'Peers in the House of Lords defy Labour and Tories over council tax', ['GB']],
    ['a league', 'NFL owners vote on new rules', ['US']],
    ['small letters are no party', 'hard labour in the mine', []],
    ['not the town of the trial', 'محاكمة بتهمة جرائم في سيراليون تبدأ في لاهاي', ['SL']],
    ['a demonym of the venue', 'قصف على إدلب، والمحادثات في مدينة جنيف السويسرية', ['SY']],
  ])('%s', (_name, title, expected) => expect(tag({ title, text: '', lang: 'ar' }).focusCountries).toEqual(expected));

  it('takes the feed as a hint where nothing else is named', () => {
    expect(tag({ title: 'الوزارة تصدر بيانا', text: '', lang: 'ar', feedCountry: 'EG' }).focusCountries).toEqual(['EG']);
  });
});
