import { fold } from './fold';

/** News agencies, and what stands in their place in a dateline. */
const AGENCIES = 'رويترز/أ ف ب/ا ف ب/أ.ف.ب/ا.ف.ب/أف ب/فرانس برس/وكالة فرانس برس/الفرنسية/أ ب/أ.ب/اسوشيتد برس/أسوشيتد برس/د ب أ/د ب ا/د.ب.أ/الألمانية/سانا/واس/وام/كونا/قنا/بنا/العمانية/بترا/وفا/معا/صفا/سما/واع/نينا/'
  + 'السومرية/شفق نيوز/باسنيوز/رووداو/الأناضول/وكالة الأناضول/تاس/سبوتنيك/نوفوستي/ريا نوفوستي/إنترفاكس/شينخوا/إيرنا/ارنا/إرنا/فارس/تسنيم/مهر/أ ش أ/ا ش ا/أ.ش.أ/وات/لانا/وال/سونا/واج/وأج/ومع/و م ع/سبأ/صونا/'
  + 'يو بي آي/بلومبرغ/بلومبيرغ/آكي/وكالات/الوكالات/وكالة/متابعات/خاص/خدمة/المكتب الإعلامي/المركزية/الوطنية/'
  + 'Reuters/AFP/AP/Associated Press/The Associated Press/dpa/UPI/TASS/Xinhua/Anadolu/Anadolu Agency/AA/SPA/WAM/KUNA/QNA/BNA/ONA/Petra/WAFA/MENA/SANA/IRNA/EFE/ANSA/Interfax/RIA Novosti/Bloomberg/PTI/IANS/ANI/Kyodo/Yonhap/PA/CNN/BBC/agencies/staff';

/** Towns that datelines begin with: capitals, and those of the region that news comes from. */
const TOWNS = 'بيروت/دمشق/حلب/حمص/حماة/إدلب/اللاذقية/طرطوس/درعا/السويداء/القنيطرة/دير الزور/الرقة/الحسكة/القامشلي/تدمر/طرابلس/صيدا/صور/زحلة/بعلبك/النبطية/بنت جبيل/جبيل/'
  + 'بغداد/الموصل/البصرة/أربيل/كركوك/السليمانية/دهوك/النجف/كربلاء/بعقوبة/الرمادي/الفلوجة/تكريت/سامراء/الناصرية/العمارة/الكوت/الحلة/الديوانية/السماوة/'
  + 'عمان/عمّان/الزرقاء/إربد/العقبة/القدس/القدس المحتلة/غزة/رام الله/نابلس/الخليل/جنين/طولكرم/بيت لحم/أريحا/الناصرة/حيفا/يافا/خان يونس/رفح/تل أبيب/الضفة/'
  + 'الرياض/جدة/مكة/مكة المكرمة/المدينة المنورة/الدمام/الخبر/الطائف/أبها/جازان/تبوك/حائل/بريدة/نجران/الأحساء/الظهران/ينبع/عرعر/الباحة/سكاكا/'
  + 'الكويت/المنامة/الدوحة/أبوظبي/دبي/الشارقة/عجمان/رأس الخيمة/الفجيرة/العين/مسقط/صلالة/صنعاء/عدن/تعز/الحديدة/مأرب/المكلا/حضرموت/'
  + 'القاهرة/الإسكندرية/الجيزة/السويس/الإسماعيلية/بورسعيد/الأقصر/أسوان/شرم الشيخ/العريش/الخرطوم/أم درمان/بورتسودان/الفاشر/نيالا/جوبا/'
  + 'طرابلس الغرب/بنغازي/مصراتة/سبها/طبرق/سرت/درنة/تونس/صفاقس/سوسة/القيروان/قفصة/الجزائر/وهران/قسنطينة/عنابة/الرباط/الدار البيضاء/مراكش/فاس/طنجة/أكادير/العيون/نواكشوط/مقديشو/جيبوتي/موروني/'
  + 'طهران/مشهد/أصفهان/أنقرة/إسطنبول/اسطنبول/غازي عنتاب/ديار بكر/كابول/كابل/إسلام آباد/كراتشي/نيودلهي/نيو دلهي/مومباي/دكا/كولومبو/'
  + 'أستانا/أستانة/استانا/استانة/آستانة/ألماتي/طشقند/باكو/يريفان/تبليسي/موسكو/سوتشي/كييف/مينسك/وارسو/براغ/بودابست/بوخارست/صوفيا/بلغراد/سراييفو/أثينا/نيقوسيا/'
  + 'لندن/باريس/برلين/ميونيخ/فرانكفورت/بروكسل/لاهاي/أمستردام/جنيف/برن/زيورخ/فيينا/روما/ميلانو/الفاتيكان/مدريد/برشلونة/لشبونة/دبلن/كوبنهاغن/ستوكهولم/أوسلو/هلسنكي/'
  + 'واشنطن/نيويورك/الأمم المتحدة/لوس أنجليس/شيكاغو/بوسطن/ميامي/هيوستن/سان فرانسيسكو/أوتاوا/مونتريال/تورنتو/مكسيكو/هافانا/كراكاس/بوغوتا/برازيليا/ريو دي جانيرو/ساو باولو/بوينس آيرس/سانتياغو/'
  + 'بكين/شنغهاي/هونغ كونغ/طوكيو/سيول/بيونغ يانغ/تايبيه/مانيلا/جاكرتا/كوالالمبور/سنغافورة/بانكوك/هانوي/رانغون/سيدني/كانبيرا/ملبورن/أديس أبابا/نيروبي/كمبالا/أبوجا/لاغوس/داكار/باماكو/نيامي/نجامينا/بريتوريا/جوهانسبرغ/'
  + 'Beirut/Damascus/Aleppo/Homs/Idlib/Baghdad/Mosul/Basra/Erbil/Amman/Jerusalem/Gaza/Gaza City/Ramallah/Tel Aviv/Riyadh/Jeddah/Mecca/Kuwait City/Kuwait/Manama/Doha/Abu Dhabi/Dubai/Muscat/Sanaa/Aden/Cairo/Alexandria/Khartoum/Juba/'
  + 'Tripoli/Benghazi/Tunis/Algiers/Rabat/Casablanca/Nouakchott/Mogadishu/Djibouti/Tehran/Ankara/Istanbul/Kabul/Islamabad/Karachi/Lahore/New Delhi/Mumbai/Dhaka/Colombo/Kathmandu/Astana/Almaty/Tashkent/Baku/Yerevan/Tbilisi/'
  + 'Moscow/Kyiv/Kiev/Minsk/Warsaw/Prague/Budapest/Bucharest/Sofia/Belgrade/Sarajevo/Athens/Nicosia/London/Paris/Berlin/Munich/Frankfurt/Brussels/The Hague/Amsterdam/Geneva/Zurich/Vienna/Rome/Milan/Vatican City/Madrid/Barcelona/Lisbon/Dublin/'
  + 'Copenhagen/Stockholm/Oslo/Helsinki/Washington/New York/United Nations/Los Angeles/Chicago/Boston/Miami/Houston/San Francisco/Ottawa/Montreal/Toronto/Mexico City/Havana/Caracas/Bogota/Brasilia/Sao Paulo/Buenos Aires/Santiago/Lima/'
  + 'Beijing/Shanghai/Hong Kong/Tokyo/Seoul/Pyongyang/Taipei/Manila/Jakarta/Kuala Lumpur/Singapore/Bangkok/Hanoi/Yangon/Sydney/Canberra/Melbourne/Addis Ababa/Nairobi/Kampala/Abuja/Lagos/Dakar/Bamako/Niamey/Pretoria/Johannesburg/Cape Town/'
  + 'Le Caire/Alger/Beyrouth/Damas/Bagdad/Jérusalem/Téhéran/Moscou/Londres/Bruxelles/Genève/Vienne/Athènes/Pékin/Şam/Kudüs/Bağdat/Kahire/Moskova/Londra/Brüksel/Cenevre/Viyana/Atina/Pekin';

/** One form of a name in a dateline: folded, without dots. */
export const plainName = (name: string) => fold(name).replace(/\./gu, ' ').replace(/\s+/gu, ' ').trim();

const setOf = (names: string): ReadonlySet<string> => new Set(names.split('/').map(plainName));
export const DATELINE_AGENCIES = setOf(AGENCIES);
export const DATELINE_TOWNS = setOf(TOWNS);
