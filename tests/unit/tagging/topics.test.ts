import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../server/tagging/tables';
import { articleText, fieldText } from '../../../server/tagging/article-text';
import { PhraseIndex } from '../../../server/tagging/topics/phrase-index';
import { compilePhrase } from '../../../server/tagging/topics/phrases';
import { tagTopics } from '../../../server/tagging/topics/tag-topics';
import { createTaxonomy } from '../../../server/tagging/topics/taxonomy';
import { tag, taxonomy } from './tagger-for-tests';

const topicsOf = (title: string, text = '') => tag({ title, text, lang: null }).topics.map((one) => one.topic.id);

describe('the taxonomy', () => {
  const tops = taxonomy.topics.filter(({ parent }) => parent === null);

  it('has the 17 top levels of IPTC', () => {
    expect(tops.map(({ iptc }) => iptc)).toEqual(Array.from({ length: 17 }, (_, i) => `medtop:${String(i + 1).padStart(2, '0')}000000`));
  });

  it('names each topic in both languages, and has each branch below its top level', () => {
    for (const { id, iptc, label, parent } of taxonomy.topics) {
      expect(label.en, id).not.toBe('');
      expect(label.ar, id).toMatch(/\p{Script=Arabic}/u);
      if (parent !== null) expect(tops.find((top) => top.id === parent)?.iptc, id).toBe(iptc);
    }
  });
});

describe('the main topic', () => {
  it.each([
    ['conflict', 'اتفاق على وقف إطلاق النار في حلب', 'قصفت الطائرات مواقع المسلحين'],
    ['conflict', 'Ceasefire holds after air strikes', 'Rebels and troops exchanged artillery fire.'],
    ['conflict', 'Cessez-le-feu après les bombardements', ''],
    ['conflict', 'Ateşkes sonrası çatışmalar', ''],
    ['politics', 'رئيس الوزراء يقدم استقالته إلى البرلمان', ''],
    ['politics', 'Parliament elects new prime minister', ''],
    ['economy', 'أسعار النفط تهبط والبورصة تتراجع', ''],
    ['economy', 'Central bank raises interest rates as inflation climbs', ''],
    ['sport', 'المنتخب يفوز في مباراة كرة القدم', ''],
    ['sport', 'Striker scores twice in Champions League final', ''],
    ['health', 'وزارة الصحة تسجل إصابات جديدة بفيروس كورونا', ''],
    ['health', 'Hospital reports cholera outbreak', ''],
    ['crime', 'المحكمة تقضي بسجن المتهم في قضية تهريب مخدرات', ''],
    ['crime', 'Police arrest suspect in murder case', ''],
    ['disaster', 'زلزال عنيف وفرق الإنقاذ تبحث عن ناجين', ''],
    ['disaster', 'Earthquake: rescuers search debris', ''],
    ['education', 'اختبارات الثانوية العامة وقبول الطلاب في الجامعات', ''],
    ['science', 'علماء يكتشفون كوكبا جديدا بتلسكوب الفضاء', ''],
    ['religion', 'وصول الحجاج إلى المسجد الحرام لأداء مناسك الحج', ''],
    ['arts', 'الممثل يفوز بجائزة المهرجان عن فيلم جديد', ''],
    ['weather', 'حالة الطقس: أمطار وانخفاض درجات الحرارة', ''],
    ['environment', 'التغير المناخي وانبعاثات الكربون', ''],
    ['labour', 'إضراب العمال احتجاجا على تأخر الرواتب والأجور', ''],
  ])('%s: %s', (expected, title, text) => expect(topicsOf(title, text)[0]).toBe(expected));
});

describe('what makes no topic', () => {
  it.each([
    ['an empty article', '', ''],
    ['a text without a phrase', 'كلام عابر', 'لا شيء هنا'],
    ['one weak word in a long text', 'عنوان', 'قال إنه يحب هذا المساء الهادئ، وذكر هدف الزيارة'],
  ])('%s', (_name, title, text) => expect(topicsOf(title, text)).toEqual([]));

  it('takes the words of a longer phrase from a shorter one: the Arab League is no university', () => {
    const league = tag({ title: 'الجامعة العربية تستنكر', text: '', lang: 'ar' }).topics;
    expect(league.map((one) => one.topic.id)).toEqual(['politics', 'united-nations']);
  });
});

/** What decides is never the word alone: each beside a text in which the same word does say it. */
describe('a word that means something else where it stands', () => {
  it.each<[topic: string, says: boolean, text: string]>([
    ['crime', false, 'استعادت القوات قضاء الحويجة ثم قضاء الشرقاط'],
    ['crime', false, 'نزوح أسر من قضاء بلد في محافظة صلاح الدين ومن قضاء سنجار'],
    ['crime', false, 'اختاروا قضاء إجازة العيد في قضاء زغرتا'],
    ['crime', true, 'القضاء يفصل في الدعوى والقضاء العراقي يصدر مذكرة'],
    ['crime', true, 'قضاء العراق ينظر في الدعوى'],
    ['sport', false, 'Kazakhstan to host next Astana round in October'],
    ['sport', false, 'New round of US-led negotiations opens in Geneva'],
    ['sport', false, 'A third round of sanctions, then more rounds of voting'],
    ['sport', true, 'Nadal cruises into the third round of the tournament'],
    ['sport', true, 'Rory leads after the second round at Augusta, golf'],
  ])('%s: %s, %s', (topic, says, title) => expect(topicsOf(title).includes(topic)).toBe(says));

  it("of a user's own topic it is found all the same", () => {
    const source = articleText('قضاء الحويجة', '');
    const own = { id: 'own', iptc: null, label: { en: 'own', ar: 'own' }, parent: null, own: true };
    const phrase = { phrase: 'قضاء', weight: 4, near: null, lang: null };
    const mine = createTaxonomy([{ topic: own, definition: { phrases: [phrase], must: [], mustNot: [] } }]);
    expect(tagTopics(source, mine, 'ar', { title: new Set([0]), text: new Set() }).map(({ topic }) => topic.id)).toEqual(['own']);
  });
});

describe('phrases', () => {
  const stands = (phrase: string, text: string) => {
    const source = fieldText('text', text);
    const index = new PhraseIndex([compilePhrase(phrase)]);
    return source.words.some((_word, at) => index.at(source, at).length > 0);
  };
  it.each([
    ['a whole word', 'هدنة', 'هدنة', true],
    ['a whole word with ال and و', 'هدنة', 'والهدنة', true],
    ['not inside a longer word', 'حرب', 'حربية', false],
    ['an open end', 'قصف*', 'بقصفهم', true],
    ['not in the middle', 'قصف*', 'يتقصف', false],
    ['with a pronoun', 'صادرات', 'صادراتها', true],
    ['with a pronoun, and its ta marbuta written ت', 'محاكمة', 'ومحاكمته', true],
    ['no pronoun: درهم', 'در', 'درهم', false],
    ['a word whose own alif lam begins with a hamza', 'إلكتروني', 'إلكتروني', true],
    ['the same with ال', 'إلكتروني', 'الإلكتروني', true],
    ['ألعاب is not عاب', 'ألعاب', 'عاب', false],
    ['= wants ال', '=الدوري', 'بشكل دوري', false],
    ['= is there with ال', '=الدوري', 'للدوري', true],
    ['without = ال is seen through', 'الدوري', 'دوري', true],
    ['two words', 'الجيش الأبيض', 'للجيش الأبيض', true],
    ['two words with another between', 'الجيش الأبيض', 'الجيش هو الأبيض', false],
    ['two words in two sentences', 'الجيش الأبيض', 'الجيش. الأبيض', false],
    ['an open word before another', 'قصف* مدني*', 'قصفوا المدنيين', true],
    ['Latin: a whole word', 'war', 'wart', false],
    ['Latin: an open end', 'elect*', 'Elections', true],
  ])('%s: %s in %s', (_name, phrase, text, expected) => expect(stands(phrase, text)).toBe(expected));
});

describe('the data files', () => {
  it('names the file and line of a row that lacks columns', () => {
    expect(() => parseTable('x.tsv', '# head\na\tb\nc\n', 2)).toThrow('data/x.tsv line 3: 1 columns, 2 needed');
  });
});
