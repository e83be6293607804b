/**
 * How lines begin that lead elsewhere or speak of the page instead of the matter, as patterns, by language. Only short lines are judged by
 * them: a paragraph may well begin with such words.
 */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'read (?:more|also|next|the full|our)', 'also read', 'also:', 'more(?: on this| from| stories| news| coverage)?:', 'more on (?:this|the)',
    'see (?:also|more)', 'related(?: (?:stories|articles|news|content|topics|coverage|posts|links))?(?::|$)', 'recommended', 'you may (?:also )?like',
    'you might (?:also )?like', 'don[’\']t miss', 'most (?:read|popular)', 'click here', 'continue reading', 'story continues', 'advertisement',
    'sponsored', 'sign up', 'subscribe', 'follow (?:us|me|our|@)', 'like us on', 'join (?:our|us|the conversation)', 'share (?:this|on|via)',
    'listen(?: to| now)?:', 'watch(?: now| live)?:', 'download:', 'image (?:copyright|caption|source)', 'photo(?:s|graph)?(?: by| credit|:)',
    'getty images', 'copyright', '©', 'all rights reserved', 'comments?$', '(?:leave|post) a (?:comment|reply)', 'tags?:', 'topics:', 'filed under',
    'posted (?:in|on|by):?', 'published(?: on| by|:| \\d)', '(?:last )?updated(?: on| at|:| \\d)', 'source:', 'loading', 'back to top',
    'print(?: this)?$', 'email this', 'newsletter',
  ],
  de: [
    'lesen sie (?:auch|mehr)', 'mehr (?:zum thema|dazu|aus)', 'schon gelesen', 'siehe auch', 'das könnte sie auch', 'anzeige$', 'werbung$',
    'teilen$', 'foto:', 'bild:', 'quelle:',
  ],
  fr: ['lire (?:aussi|également|la suite)', 'à lire', 'voir aussi', 'sur le même (?:sujet|thème)', 'publicité$', 'crédit'],
  es: [
    'lea (?:también|más|además)?:?', 'lee (?:también|más)', '[lt]e puede interesar', 'ver (?:también|más)', 'vea también', 'publicidad$', 'fotos?:',
  ],
  pt: ['leia (?:também|mais)', 'veja também', 'saiba mais', 'crédito'],
  others: [
    'lees (?:ook|meer)', 'leggi (?:anche|tutto)', 'czytaj (?:też|także|więcej)', 'zobacz (?:też|także)', 'читайте также', 'смотрите также',
    'ilgili haber', 'devamını oku', 'और पढ़ें', 'ये भी पढ़ें',
  ],
  ar: [
    '[إا]قر[أا] (?:[أا]يض[اًا]+|المزيد)', 'قد يهمك', 'شاهد (?:[أا]يض[اًا]+|المزيد)', 'ل?لمزيد(?: من|$| ?:)', 'لقراءة المزيد', 'تابعونا', 'تابعنا',
    'تابعوا? (?:قناتنا|صفحتنا|آخر)', 'اشترك', 'انضم إلى', '(?:مواضيع|موضوعات|[أا]خبار) (?:ذات صلة|متعلقة|مرتبطة)', 'ذات صلة', 'الأكثر قراءة',
    '[إا]علان$', 'المصدر ?[:：]', 'المصدر$', 'مصدر الصورة', 'الكلمات (?:الدالة|المفتاحية|الدلالية)', 'الوسوم', 'وسوم ?:', 'كلمات (?:دليلية|مفتاحية)',
    'جميع الحقوق محفوظة', 'حقوق النشر', 'شارك(?:ها| هذا| الخبر| المقال| على|$)', 'مشاركة(?:$| )', 'تعليقات?$', 'التعليقات', 'طباعة$', 'تصوير ?:',
    'صورة ?:', 'نشر في', 'آخر تحديث', 'تاريخ النشر',
  ],
  fa: ['بیشتر بخوانید', 'همچنین بخوانید'],
  ur: ['مزید پڑھیں', 'یہ بھی پڑھیں'],
};

export const LEADS_AWAY = new RegExp(`^(?:${Object.values(BEGINNINGS).flat().join('|')})`, 'iu');
