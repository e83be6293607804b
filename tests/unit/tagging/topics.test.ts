import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../server/tagging/tables';
import { compileRule, RuleIndex } from '../../../server/tagging/topics/rules';
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
    expect(league.map((one) => one.topic.id)).toEqual(['politics']);
  });
});

describe('rules', () => {
  const [topic] = taxonomy.topics;
  const opens = (phrase: string, word: string) => {
    if (!topic) throw new Error('no topics');
    return new RuleIndex([compileRule(topic, { phrase, weight: 1, near: null, lang: null })]).at(word).length > 0;
  };
  it.each([
    ['a whole word', 'هدنة', 'هدنه', true],
    ['a whole word with ال and و', 'هدنة', 'والهدنه', true],
    ['not inside a longer word', 'حرب', 'حربيه', false],
    ['an open end', 'قصف*', 'بقصفهم', true],
    ['not in the middle', 'قصف*', 'يتقصف', false],
    ['Latin: a whole word', 'war', 'wart', false],
  ])('%s', (_name, phrase, word, expected) => expect(opens(phrase, word)).toBe(expected));
});

describe('the data files', () => {
  it('names the file and line of a row that lacks columns', () => {
    expect(() => parseTable('x.tsv', '# head\na\tb\nc\n', 2)).toThrow('data/x.tsv line 3: 1 columns, 2 needed');
  });
});
