import { fold } from '../../../../lib/text/fold';

/**
 * Zones by the letters that feeds write, in minutes east of UTC, those of RFC 822 among them. Where letters mean several, the feed's own
 * zone decides, else the first counts: America's, as in RFC 822. A string is an IANA zone: "ET" doesn't say whether it is summer.
 */
export const ZONE_LETTERS: ReadonlyMap<string, readonly number[] | string> = new Map<string, readonly number[] | string>([
  ...'z ut utc gmt wet uct zulu'.split(' ').map((name) => [name, [0]] as const),
  ...Object.entries({
    west: [60], bst: [60, 360], cet: [60], cest: [120], met: [60], mez: [60], mest: [120], mesz: [120], wat: [60], cat: [120], eet: [120], eest: [180],
    sast: [120], eat: [180], msk: [180], msd: [240], trt: [180], irst: [210], irdt: [270], gst: [240], pkt: [300], ist: [330, 120, 60], npt: [345],
    wib: [420], ict: [420], hkt: [480], sgt: [480], pht: [480], awst: [480], jst: [540], kst: [540], acst: [570], aest: [600], acdt: [630], aedt: [660],
    nzst: [720], nzdt: [780], ast: [-240, 180], adt: [-180, 240], est: [-300, 600], edt: [-240], cst: [-360, 480], cdt: [-300], mst: [-420], mdt: [-360],
    pst: [-480], pdt: [-420], akst: [-540], akdt: [-480], hst: [-600], nst: [-210], ndt: [-150], brt: [-180], art: [-180], clt: [-240], cot: [-300], idt: [180],
  }),
  ['et', 'America/New_York'], ['ct', 'America/Chicago'], ['mt', 'America/Denver'], ['pt', 'America/Los_Angeles'],
]);

/** "بتوقيت مكة": whose clocks are meant, as an IANA zone. */
const CLOCKS_OF: Readonly<Record<string, string>> = {
  'غرينتش غرينيتش غرينتيش جرينتش جرينيتش': 'UTC',
  'مكة السعودية الرياض': 'Asia/Riyadh', 'بغداد العراق': 'Asia/Baghdad', 'الكويت': 'Asia/Kuwait', 'الدوحة قطر': 'Asia/Qatar', 'صنعاء عدن اليمن': 'Asia/Aden',
  'أبوظبي دبي الإمارات': 'Asia/Dubai', 'مسقط': 'Asia/Muscat', 'المنامة البحرين': 'Asia/Bahrain',
  'دمشق سوريا سورية': 'Asia/Damascus', 'بيروت لبنان': 'Asia/Beirut', 'عمان الأردن': 'Asia/Amman', 'القدس فلسطين': 'Asia/Hebron', 'غزة': 'Asia/Gaza',
  'القاهرة مصر': 'Africa/Cairo', 'الخرطوم السودان': 'Africa/Khartoum', 'طرابلس ليبيا': 'Africa/Tripoli', 'تونس': 'Africa/Tunis', 'الجزائر': 'Africa/Algiers',
  'الرباط المغرب': 'Africa/Casablanca', 'نواكشوط': 'Africa/Nouakchott', 'إسطنبول أنقرة تركيا': 'Europe/Istanbul', 'طهران إيران': 'Asia/Tehran',
  'موسكو': 'Europe/Moscow', 'لندن': 'Europe/London', 'باريس': 'Europe/Paris', 'برلين': 'Europe/Berlin', 'واشنطن نيويورك': 'America/New_York',
};

/** By folded name. */
export const ZONE_CLOCKS: ReadonlyMap<string, string> = new Map(Object.entries(CLOCKS_OF).flatMap(([names, zone]) => (
  names.split(' ').map((name) => [fold(name), zone] as const)
)));
