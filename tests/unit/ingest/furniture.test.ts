import { describe, expect, it } from 'vitest';
import { withoutFurniture } from '../../../server/ingest/stages/furniture';

const STORY = 'وصلت القافلة إلى المدينة صباح اليوم.\n\nوقال المتحدث إن التوزيع يبدأ غدا.';

describe('what goes from the beginning', () => {
  it.each([
    ['a count of shares', '218'],
    ['in Arabic figures', '٢١٨'],
    ['in thousands', '1.2K'],
    ['a count and a button', '218\n\nمشاركة'],
    ['a button', 'مشاركة'],
    ['buttons, a line each', 'طباعة\nإرسال\nحفظ'],
    ['a count with its word', '12 تعليقا'],
    ['minutes to read', '3 min read'],
    ['networks to share on', 'شارك على فيسبوك وتويتر وواتساب'],
    ['networks alone', 'Facebook Twitter WhatsApp'],
    ['a button between arrows', '» شارك الخبر «'],
  ])('%s', (_, furniture) => {
    expect(withoutFurniture(`${furniture}\n\n${STORY}`)).toBe(STORY);
  });

  it('a count behind the title, where the text repeats it', () => {
    expect(withoutFurniture(`القافلة تصل\n\n218\n\n${STORY}`, 'القافلة تصل')).toBe(`القافلة تصل\n\n${STORY}`);
  });
});

describe('what goes from the end', () => {
  it.each([
    ['a button', 'مشاركة'],
    ['a button with a count above it', '218\n\nمشاركة'],
    ['a count below its button', 'مشاركة\n218'],
    ['read more', 'اقرأ المزيد'],
    ['with its hamza below, a colon and an arrow', 'إقرأ المزيد: »'],
    ['with its vowels', 'اِقرأ المزيدَ...'],
    ['one word', '...المزيد'],
    ['in English', 'Continue reading...'],
    ['an arrow', 'Read full article >>'],
    ['in French', 'Lire la suite →'],
    ['in Turkish', 'Devamını oku'],
    ['in Persian', 'ادامه مطلب'],
    ['a related headline', 'اقرأ أيضا: القافلة الثانية في الطريق'],
    ['a related headline in English', 'READ ALSO: Second convoy on its way'],
    ['related ones below their title', 'مواضيع ذات صلة'],
    ['where it appeared first', 'The post القافلة تصل appeared first on مرصد التجارب.'],
    ['where it appeared first, in Arabic', 'ظهرت المقالة القافلة تصل إلى المدينة أولاً على مرصد التجارب.'],
    ['the other way to say so', 'التدوينة القافلة تصل ظهرت أولاً على مرصد التجارب.'],
    ['in French', 'L’article Le convoi arrive est apparu en premier sur Le Journal.'],
    ['in German', 'Der Beitrag Der Konvoi ist da erschien zuerst auf Die Zeitung.'],
    ['a comment count', 'Comments (3)'],
    ['no comments', 'لا توجد تعليقات'],
    ['follow us', 'تابعنا على فيسبوك وتويتر'],
    ['follow us on a channel', 'تابعونا عبر قناتنا على تلغرام'],
    ['follow us in English', 'Follow us on Twitter and Facebook'],
    ['a list of tags', 'الوسوم: سوريا، إغاثة، قوافل'],
    ['a list of hashtags', '#سوريا #إغاثة'],
    ['several of these', 'شارك الخبر\n\nطباعة\n\nالوسوم: سوريا\n\nتابعنا على تويتر'],
  ])('%s', (_, furniture) => {
    expect(withoutFurniture(`${STORY}\n\n${furniture}`)).toBe(STORY);
  });

  it.each([
    ['behind the last sentence', 'وصلت القافلة. اقرأ المزيد', 'وصلت القافلة.'],
    ['behind an ellipsis, which stays', 'وصلت القافلة إلى […] اقرأ المزيد »', 'وصلت القافلة إلى […]'],
    ['in English', 'The convoy has arrived… Continue reading →', 'The convoy has arrived…'],
    ['one word behind brackets', 'وصلت القافلة إلى [...] المزيد', 'وصلت القافلة إلى [...]'],
    ['a text that is nothing else', 'Read more', ''],
  ])('%s', (_, text, expected) => {
    expect(withoutFurniture(text)).toBe(expected);
  });

  it('a related headline in the midst of the story', () => {
    expect(withoutFurniture('وصلت القافلة.\n\nاقرأ أيضاً: قافلة ثانية\n\nويبدأ التوزيع غدا.')).toBe('وصلت القافلة.\n\nويبدأ التوزيع غدا.');
  });
});

describe('what is the story’s own stays', () => {
  it.each([
    ['nothing but the story', STORY],
    ['a number in a sentence', '218 قتيلا في أسبوع واحد.\n\nهكذا قالت المنظمة.'],
    ['a year as the first line', `2017\n\n${STORY}`],
    ['numbered parts', '1\n\nالجزء الأول.\n\n2\n\nالجزء الثاني.\n\n3\n\nالجزء الثالث.'],
    ['a number as the last line', `${STORY}\n\n30`],
    ['a number alone', '218'],
    ['hashtags alone', '#سوريا #إغاثة'],
    ['a single hashtag at the end', `${STORY}\n\n#سوريا`],
    ['sharing that is told', 'مشاركة واسعة في الانتخابات.\n\nمشاركة النساء بلغت النصف.'],
    ['a sentence that ends with more', 'طالبت المنظمة بتقديم المزيد.'],
    ['more, in a quotation', 'وقال: نريد... المزيد'],
    ['a button’s word in the midst', 'الأولى.\n\nمشاركة\n\nالأخيرة هنا.'],
    ['a heading that says details', `التفاصيل كما رواها الشهود:\n\n${STORY}`],
    ['following that is told', 'تابعنا على مدى يومين مفاوضات أستانة.'],
    ['following on Facebook that is told', 'تابعنا البث على فيسبوك من ساحة المدينة مع الأهالي.'],
    ['follow us to the city', 'Follow us on Facebook, the minister told reporters, and you will see.'],
    ['a network in the news', 'Facebook and Twitter said they removed the accounts.'],
    ['a network alone in the midst', 'الشركات:\n\nفيسبوك\n\nقالت إنها حذفت الحسابات.'],
    ['a post that appeared', 'His post appeared first on a list of the ministry.\n\nIt is vacant.'],
    ['reading that is told', 'اقرأ أيضا في هذا العدد مقابلة مع الوزير عن المدارس والمعلمين.'],
    ['a label with a sentence behind it', `${STORY}\n\nاقرأ أيضا: هذه دعوة الكاتب إلى القراء في خاتمة مقاله.`],
    ['tags in a sentence', `${STORY}\n\nTags: these are what the soldiers wore around their necks.`],
    ['a comment that is an opinion', 'لا تعليق من الوزارة حتى الآن.'],
    ['comments that are told', '12 تعليقا على القرار وصلت إلى الوزارة.'],
    ['brackets of an ending', 'وصلت القافلة إلى […]'],
    ['a last sentence about reading on', 'He closed the book. He would not read more than that.'],
    ['a dateline', `بيروت - رويترز\n\n${STORY}`],
    ['a byline', `ليلى حداد\n\n${STORY}`],
    ['two lines alike', 'نعم.\nنعم.\nقالها مرتين.'],
  ])('%s', (_, text) => {
    expect(withoutFurniture(text)).toBe(text);
  });

  it('the same text gives the same, however often', () => {
    const once = withoutFurniture(`218\n\n${STORY}\n\nمشاركة`);
    expect(withoutFurniture(once)).toBe(once);
  });
});

it.each([
  ['counts', '218\n'.repeat(20_000)],
  ['buttons', 'مشاركة\n'.repeat(20_000)],
  ['related headlines', 'اقرأ أيضا: خبر\n'.repeat(20_000)],
  ['full stops', '.'.repeat(200_000)],
  ['credits', `The post ${'appeared first on '.repeat(37)}\n`.repeat(280)],
])('takes linear time for %s', (_, text) => {
  const startedAt = performance.now();
  withoutFurniture(text);
  // a quadratic way takes minutes
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
