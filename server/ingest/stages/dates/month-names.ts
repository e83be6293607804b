import { fold } from '../../../../lib/text/fold';

/**
 * Month names (January first) as feeds write them, a line a language: English with its usual shortenings; Arabic as in Egypt and the
 * Gulf, in the Levant and Iraq, in the Maghreb, as Libya once named them; then the region's languages and those of Europe.
 * A word that is not here makes a date unreadable: better none than a wrong one. "/" parts months, a space two names of one.
 * "_" stands for a space within a name.
 */
const NAMES: readonly string[] = [
  'january jan/february feb febr/march mar/april apr/may/june jun/july jul/august aug/september sept sep/october oct/november nov/december dec',
  'يناير/فبراير/مارس/أبريل إبريل/مايو/يونيو يونيه/يوليو يوليه/أغسطس أوغسطس/سبتمبر ستمبر/أكتوبر أوكتوبر/نوفمبر/ديسمبر دسمبر',
  'كانون_الثاني كانون_ثاني كانون2 ك2/شباط/آذار مارت/نيسان/أيار مايس/حزيران/تموز/آب/أيلول/تشرين_الأول تشرين_أول تشرين1 ت1/'
    + 'تشرين_الثاني تشرين_ثاني تشرين2 ت2/كانون_الأول كانون_أول كانون1 ك1',
  'جانفي/فيفري/مارس/أفريل/ماي/جوان/جويلية/أوت غشت أغشت/شتنبر شتمبر/أكتوبر/نونبر/دجنبر دجمبر',
  'أي_النار/النوار/الربيع/الطير/الماء/الصيف/ناصر يوليوز/هانيبال/الفاتح/التمور/الحرث/الكانون',
  'ژانویه/فوریه/مارس/آوریل/مه می/ژوئن/ژوئیه جولای/آگوست اوت/سپتامبر/اکتبر/نوامبر/دسامبر',
  'جنوری/فروری فبروری/مارچ/اپریل/مئی مۍ/جون/جولائی/اگست اګست/ستمبر سپتمبر سېپتمبر/اکتوبر/نومبر/دسمبر',
  'کانوونی_دووەم/شوبات/ئازار/نیسان/ئایار/حوزەیران/تەمموز تەممووز تەمووز/ئاب/ئەیلوول/تشرینی_یەکەم/تشرینی_دووەم/کانوونی_یەکەم کانونی_یەکەم',
  'ינואר ינו/פברואר פבר/מרץ מרס/אפריל אפר/מאי/יוני/יולי/אוגוסט אוג/ספטמבר ספט/אוקטובר אוק/נובמבר נוב/דצמבר דצמ',
  'ocak oca/şubat şub/mart/nisan nis/mayıs/haziran haz/temmuz tem/ağustos ağu/eylül eyl/ekim eki/kasım kas/aralık ara',
  'janvier janv/février févr fév/mars/avril avr/mai/juin/juillet juil/août/septembre/octobre/novembre/décembre déc',
  'enero ene/febrero/marzo/abril abr/mayo/junio/julio/agosto ago/septiembre setiembre set/octubre/noviembre/diciembre dic',
  'gennaio gen/febbraio/marzo/aprile/maggio mag/giugno giu/luglio lug/agosto/settembre/ottobre ott/novembre/dicembre',
  'janeiro/fevereiro fev/março/abril/maio mai/junho/julho/agosto/setembro/outubro out/novembro/dezembro dez',
  'januar jänner jän/februar feber/märz mär/april/mai/juni/juli/august/september/oktober okt/november/dezember dez',
  'januari/februari/maart mrt/april/mei/juni/juli/augustus/september/oktober/november/december',
  'januari/februari/mars/april/maj/juni/juli/augusti/september/oktober/november/december',
  'januar/februar/marts/april/maj mai/juni/juli/august/september/oktober/november/december desember des',
  'января январь янв/февраля февраль фев февр/марта март мар/апреля апрель апр/мая май/июня июнь июн/июля июль июл/августа август авг/'
    + 'сентября сентябрь сен сент/октября октябрь окт/ноября ноябрь ноя нояб/декабря декабрь дек',
  'січня січень січ/лютого лютий лют/березня березень бер/квітня квітень квіт/травня травень трав/червня червень черв/липня липень лип/'
    + 'серпня серпень серп/вересня вересень вер/жовтня жовтень жовт/листопада листопад лист/грудня грудень груд',
  'stycznia styczeń sty/lutego luty lut/marca marzec/kwietnia kwiecień kwi/maja maj/czerwca czerwiec cze/lipca lipiec lip/sierpnia sierpień sie/'
    + 'września wrzesień wrz/października październik paź/listopada lis/grudnia grudzień gru',
  'ιανουαρίου ιανουάριος ιαν/φεβρουαρίου φεβρουάριος φεβ φεβρ/μαρτίου μάρτιος μαρ μαρτ/απριλίου απρίλιος απρ/μαΐου μάιος μαϊ μαι/ιουνίου ιούνιος ιουν ιον/'
    + 'ιουλίου ιούλιος ιουλ ιολ/αυγούστου αύγουστος αυγ/σεπτεμβρίου σεπτέμβριος σεπ σεπτ/οκτωβρίου οκτώβριος οκτ/νοεμβρίου νοέμβριος νοε νοεμ/δεκεμβρίου δεκέμβριος δεκ',
  'január/február/március márc/április ápr/május máj/június jún/július júl/augusztus/szeptember szept/október/november/december',
  'januari/februari/maret/april/mei/juni/juli/agustus agt/september/oktober/november nop/desember',
];

/** Weekdays, long and short, and the few words that may stand in a date without changing it. */
const BESIDE = 'monday mon tuesday tues tue wednesday wednes wed thursday thurs thur thu friday fri saturday satur sat sunday sun '
  + 'الاثنين الإثنين اثنين الثلاثاء ثلاثاء الثلثاء الأربعاء أربعاء الخميس خميس الجمعة جمعة السبت سبت الأحد أحد يوم في الساعة الموافق بتاريخ '
  + 'دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه ساعت پیر منگل بدھ جمعرات ہفتہ اتوار '
  + 'ראשון שני שלישי רביעי חמישי שישי שבת יום בשעה '
  + 'pazartesi pzt salı sal çarşamba çar perşembe per cuma cum cumartesi cmt pazar paz saat '
  + 'lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim le à '
  + 'lunes martes mié miércoles jueves jue viernes vie sábado sáb domingo dom de del a las el '
  + 'lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica alle ore segunda terça quarta quinta sexta feira seg ter qua qui sex às '
  + 'montag mo dienstag die di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so den um uhr der '
  + 'maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo om uur '
  + 'понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс в г года р року '
  + 'δευτέρα δευ δευτ τρίτη τρι τετάρτη τετ πέμπτη πεμ παρασκευή παρ σάββατο σαβ κυριακή κυρ '
  + 'hétfő kedd szerda csütörtök péntek szombat vasárnap senin selasa rabu kamis jumat sabtu minggu pukul wib at on of the';

const spaced = (name: string) => fold(name.replaceAll('_', ' '));

/** Kurdish ends a month with ی where the year follows, Hebrew begins it with ב. */
const withEndings = (name: string) => (/\p{Script=Hebrew}/u.test(name) ? [name, `ב${name}`] : /\p{Script=Arabic}/u.test(name) ? [name, `${name}ي`] : [name]);

/** 0 to 11 by folded name. */
export const MONTHS: ReadonlyMap<string, number> = new Map(NAMES.flatMap((line) => (
  line.split('/').flatMap((names, month) => names.split(' ').flatMap((name) => withEndings(spaced(name)).map((form) => [form, month] as const)))
)));
/** Folded weekdays and filling words. */
export const BESIDE_A_DATE: ReadonlySet<string> = new Set(BESIDE.split(' ').map(fold));
/** Weekdays that are months in another language: mardi and martes, and March. They count as months where no other word does. */
export const WEEKDAY_OR_MONTH: ReadonlySet<string> = new Set(['mar']);
/** Folded month names of two words: to be found before the text is cut into words. */
export const TWO_WORD_MONTHS: readonly string[] = [...MONTHS.keys()].filter((name) => name.includes(' '));
