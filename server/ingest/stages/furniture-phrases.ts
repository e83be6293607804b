import { fold } from '../../../lib/text/fold';

/**
 * What pages put round a story, a line a language: Arabic, English, French, Spanish, Portuguese, Italian, German, Turkish, Persian, Urdu, Hebrew, Russian.
 * "/" parts the phrases. A line that says nothing else is furniture.
 */
const READ_ON: readonly string[] = [
  'اقرأ المزيد/قراءة المزيد/لقراءة المزيد/اقرأ الخبر كاملا/لقراءة الخبر كاملا/اقرأ المقال كاملا/لقراءة المقال كاملا/تابع القراءة/متابعة القراءة/أكمل القراءة/إكمال القراءة/'
    + 'المزيد من التفاصيل/لمزيد من التفاصيل/للمزيد من التفاصيل/لقراءة التفاصيل/شاهد المزيد/عرض المزيد/التفاصيل الكاملة/اضغط هنا لقراءة المزيد/للمزيد اضغط هنا',
  'read more/read the full story/read full story/read the full article/read full article/read the rest/read the rest of this entry/continue reading/keep reading/'
    + 'full story/full article/view article/view full article/click here to read more/click to read more/read on/see more/view more/learn more/find out more/read more here',
  'lire la suite/lire plus/en savoir plus/lire l’article/lire l\'article complet/voir plus', 'leer más/seguir leyendo/leer el artículo completo/ver más', 'leia mais/continue lendo/saiba mais',
  'leggi tutto/continua a leggere/leggi di più/leggi l\'articolo', 'weiterlesen/mehr lesen/mehr erfahren/zum artikel/den ganzen artikel lesen',
  'devamını oku/devamı için tıklayın/haberin devamı/devamını okumak için tıklayın', 'ادامه مطلب/ادامه خبر/بیشتر بخوانید/متن کامل خبر', 'مزید پڑھیں/مزید پڑھیے', 'קרא עוד/המשך קריאה/לכתבה המלאה',
  'читать далее/читать дальше/читать полностью/подробнее',
];
const READ_ON_WORDS = ['المزيد/للمزيد/التفاصيل/التتمة', 'more/details', 'suite/détails', 'más', 'mais', 'mehr', 'devamı', 'ادامه'];

const READ_ALSO: readonly string[] = [
  'اقرأ أيضا/اقرؤوا أيضا/اقرأ كذلك/شاهد أيضا/طالع أيضا/مواضيع ذات صلة/موضوعات ذات صلة/أخبار ذات صلة/مقالات ذات صلة/أخبار متعلقة/مواضيع متعلقة/موضوعات متعلقة/مقالات متعلقة/قد يهمك/قد يعجبك أيضا',
  'read also/also read/related articles/related posts/related stories/related news/related content/you may also like/you might also like/more on this story/more from this section',
  'lire aussi/à lire aussi/articles similaires/sur le même sujet', 'lea también/leer también/noticias relacionadas/artículos relacionados', 'leia também/veja também',
  'leggi anche/articoli correlati', 'lesen sie auch/lesen sie mehr/mehr zum thema', 'ilgili haberler/bunlar da ilginizi çekebilir', 'بیشتر بخوانید/مطالب مرتبط/اخبار مرتبط', 'یہ بھی پڑھیں', 'кратко по теме/читайте также/читайте ещё',
];

const BUTTONS: readonly string[] = [
  'شارك الخبر/شارك المقال/شارك هذا الخبر/شارك هذا المقال/شارك الموضوع/مشاركة الخبر/مشاركة المقال/شارك على/شاركها على/مشاركة على/شارك عبر/مشاركة عبر/شاركنا رأيك/شارك مع أصدقائك/انشر الخبر/نسخ الرابط/'
    + 'انسخ الرابط/تم نسخ الرابط/رابط مختصر/أرسل إلى صديق/أرسل لصديق/إرسال إلى صديق/إرسال بالبريد/إرسال بالبريد الإلكتروني/أضف تعليقا/أضف تعليق/اترك تعليقا/اترك تعليق/اكتب تعليقا/لا تعليقات/لا يوجد تعليقات/'
    + 'لا توجد تعليقات/التعليقات مغلقة/تكبير الخط/تصغير الخط/حجم الخط/اشترك الآن/اشترك في النشرة البريدية/اشترك في القناة/النشرة البريدية/حمل التطبيق/استمع إلى الخبر/استمع للمقال/الصفحة الرئيسية',
  'share this/share this article/share this story/share this post/share on/share via/share with friends/like this/tweet this/pin it/copy link/link copied/email this/print this/print this article/'
    + 'send to a friend/leave a comment/leave a reply/add a comment/post a comment/view comments/no comments/no comments yet/comments closed/comments are closed/comments off/subscribe now/sign up now/listen to this article/back to top/'
    + 'report a typo/advertisement/scroll to continue/story continues below/story continues below advertisement/article continues after ad/save article/skip advertisement',
  'partager cet article/partager sur/laisser un commentaire/aucun commentaire/imprimer cet article/envoyer par email/envoyer par e-mail/copier le lien', 'compartir en/compartir esta noticia/dejar un comentario/sin comentarios/copiar enlace',
  'compartilhe isso/deixe um comentário', 'condividi su/lascia un commento', 'artikel teilen/teilen auf/artikel drucken/kommentar schreiben/keine kommentare/link kopieren', 'haberi paylaş/yorum yap/yorum yok/linki kopyala/bağlantıyı kopyala',
  'به اشتراک بگذارید/ارسال نظر/بدون نظر/نسخه چاپی/لینک کوتاه', 'תגובות לכתבה/הוסף תגובה/שתף כתבה', 'поделиться в/оставить комментарий/нет комментариев',
];
/** Single words: furniture only at the very beginning or end. */
const BUTTON_WORDS = ['مشاركة/شارك/شاركها/انشر/نشر/غرد/تغريد/أعجبني/طباعة/اطبع/إرسال/أرسل/حفظ/نسخ/تعليق/تعليقات/التعليقات/اشترك/تابعنا/تابعونا/إعلان/مشاركات/مشاهدات',
  'share/shares/tweet/tweets/like/likes/print/email/e-mail/save/copy/pin/comment/comments/reply/subscribe/views/follow/sponsored/related', 'partager/partages/imprimer/commenter/commentaires/enregistrer', 'compartir/imprimir/comentarios/comentar',
  'condividi/stampa/commenti', 'teilen/drucken/kommentare/merken', 'paylaş/yazdır/yorumlar/yorum', 'اشتراک/چاپ/نظرات', 'שתף/הדפס/תגובות', 'поделиться/распечатать/комментарии'];

const PLATFORMS = 'فيسبوك فايسبوك الفيسبوك تويتر إكس واتساب الواتساب واتس آب تلغرام تليغرام تيليجرام تلجرام تليجرام لينكدإن لينكد إن إنستغرام انستجرام يوتيوب تيك توك سناب شات بنترست مسنجر ماسنجر فيس بوك انستغرام '
  + 'facebook twitter x whatsapp telegram linkedin instagram youtube tiktok snapchat pinterest messenger reddit email viber threads bluesky mastodon google news غوغل نيوز جوجل أخبار rss';
const FOLLOW = ['تابعنا', 'تابعونا', 'تابعوا', 'تابع', 'انضم', 'انضموا', 'اشترك', 'اشتركوا', 'شارك', 'مشاركة', 'شاركها', 'انشر', 'follow', 'join', 'share', 'like', 'subscribe', 'partager', 'suivez', 'partagez', 'síguenos', 'sigue',
  'compartir', 'folgen', 'teilen', 'takip', 'پیوستن', 'подписывайтесь', 'поделиться'];
const WITH_FOLLOW = 'على عبر في إلى مع من و أو صفحتنا صفحتنا حسابنا حساباتنا صفحة قناتنا قناة موقع منصة منصات تطبيق آخر الأخبار أول بأول ليصلك ليصلكم جديد جديدنا خدمة مجموعتنا مجموعة us our on via at and or the to in channel page account group app for latest news updates '
  + 'nous sur et en de notre chaîne page sobre nuestra cuenta uns auf bei und in на нас в и';

const SHARES = 'مشاركة مشاركات تعليق تعليقا تعليقات إعجاب إعجابات مشاهدة مشاهدات قراءة قراءات زيارة زيارات رد ردود تغريدة share shares comment comments like likes view views read reads tweet tweets reply replies retweets partages commentaires vues comentarios vistas kommentare yorum yorumlar paylaşım görüntüleme نظر بازدید просмотров комментариев'
  + ' min minutes';
const TAGS = 'الوسوم/وسوم/الكلمات المفتاحية/كلمات مفتاحية/الكلمات الدلالية/كلمات دلالية/علامات/الأقسام/التصنيفات/تصنيف/tags/tagged/tagged with/filed under/posted in/categories/keywords/topics/mots-clés/étiquettes/etiquetas/tag/schlagwörter/schlagworte/etiketler/برچسبها/برچسب/ٹیگز/теги/метки';

const setOf = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split('/')).map((phrase) => fold(phrase).replace(/[’']/gu, '')));
const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map((word) => fold(word)));

/** "اقرأ المزيد": whole phrases that no story has as a line of its own. */
export const READ_ON_PHRASES = setOf(READ_ON);
export const FURNITURE_PHRASES: ReadonlySet<string> = new Set([...READ_ON_PHRASES, ...setOf(READ_ALSO), ...setOf(BUTTONS)]);
/** "اقرأ أيضا: …": what stands before the colon. */
export const READ_ALSO_PHRASES = setOf(READ_ALSO);
/** "المزيد", "Share": words that a story's line may be; furniture only at its very beginning or end. */
export const FURNITURE_WORDS: ReadonlySet<string> = new Set([...setOf(READ_ON_WORDS), ...setOf(BUTTON_WORDS), ...[...wordsOf(PLATFORMS)].filter((word) => word.length > 3)]);
export const READ_ON_SINGLE_WORDS = setOf(READ_ON_WORDS);
export const FOLLOW_WORDS: ReadonlySet<string> = new Set(FOLLOW.map((word) => fold(word)));
export const BESIDE_FOLLOW = wordsOf(WITH_FOLLOW);
export const PLATFORM_WORDS = wordsOf(PLATFORMS);
export const COUNTED_WORDS = wordsOf(SHARES);
export const TAG_LABELS = setOf([TAGS]);

/** A word, as written, that every one of the credits below has. */
export const CREDIT_WORD = /first|premier|primero|primeiro|proviene|primo|zuerst|önce|сначала|أولا|أوّلا|اولا|لأول|لاول|أولًا|اولین/iu;

/** What WordPress says under each item of a feed: "The post X appeared first on Y." As a line of its own, folded, without apostrophes. */
export const APPEARED_FIRST: readonly RegExp[] = [
  /^(?:the )?(?:post|article) .{1,400} (?:appeared first|first appeared) (?:on|at|in) .{1,120}$/u,
  /^(?:ظهرت|ظهر) (?:المقاله|المقال|التدوينه|الخبر|المقالات) .{1,400} (?:اولا|لاول مره) (?:علي|في) .{1,120}$/u,
  /^(?:المقاله|المقال|التدوينه|الخبر) .{1,400} (?:ظهرت|ظهر|نشرت|نشر) (?:اولا|لاول مره) (?:علي|في) .{1,120}$/u,
  /^(?:cet |l)?article .{1,400} est (?:apparu|paru) en premier sur .{1,120}$/u,
  /^la entrada .{1,400} (?:se publico primero en|aparece primero en|aparecio primero en) .{1,120}$/u,
  /^o post .{1,400} apareceu primeiro em .{1,120}$/u,
  /^larticolo .{1,400} (?:proviene da|sembra essere il primo su) .{1,120}$/u,
  /^der beitrag .{1,400} erschien zuerst auf .{1,120}$/u,
  /^(?:the )?.{1,400} yazisi ilk once .{1,120} uzerinde ortaya cikti$/u,
  /^نوشته .{1,400} اولين بار در .{1,120} پديدار شد$/u,
  /^сообщение .{1,400} появились сначала на .{1,120}$/u,
];
