import { fold } from '../../../../lib/text/fold';
import { readClock } from './clock';

/** A date told from now: so long ago, or a day and perhaps a time of it. */
export type Relative =
  | { kind: 'ago'; ms: number }
  | { kind: 'day'; daysAgo: number; /** since midnight; null: only the day */ timeMs: number | null };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Words of a unit; what is meant by one of them without a number (an Arabic dual is two). */
const UNITS: readonly (readonly [number, string])[] = [
  [SECOND, 'second seconds sec secs ثانية ثوان ثواني seconde secondes saniye ثانیه segundo segundos sekunde sekunden'],
  [2 * SECOND, 'ثانيتين ثانيتان'],
  [MINUTE, 'minute minutes min mins m دقيقة دقائق دقايق دقیقه dakika dk minuto minutos minuten'],
  [2 * MINUTE, 'دقيقتين دقيقتان'],
  [HOUR, 'hour hours hr hrs h ساعة ساعات ساعت heure heures saat hora horas stunde stunden std'],
  [2 * HOUR, 'ساعتين ساعتان'],
  [DAY, 'day days d يوم أيام يوما روز jour jours gün dia dias día días tag tagen'],
  [2 * DAY, 'يومين يومان'],
  [7 * DAY, 'week weeks w أسبوع أسابيع أسبوعا هفته semaine semaines hafta semana semanas woche wochen'],
  [14 * DAY, 'أسبوعين أسبوعان'],
  [30 * DAY, 'month months شهر أشهر شهور شهرا ماه mois ay mes meses monat monaten'],
  [60 * DAY, 'شهرين شهران'],
  [365 * DAY, 'year years سنة سنوات عام أعوام سال ans yıl sene año años jahr jahren'],
  [730 * DAY, 'سنتين سنتان عامين'],
];
const NUMBERS: readonly (readonly [number, string])[] = [
  [1, 'a an one واحد واحدة un une یک bir una uno einer einem einem'], [3, 'ثلاث ثلاثة'], [4, 'أربع أربعة'], [5, 'خمس خمسة'], [6, 'ست ستة'],
  [7, 'سبع سبعة'], [8, 'ثماني ثمان ثمانية'], [9, 'تسع تسعة'], [10, 'عشر عشرة'],
];
/** The longer names go before those that they begin with. */
const DAYS: readonly (readonly [number, readonly string[]])[] = [
  [2, ['أمس الأول', 'أول أمس', 'اول امبارح', 'avant-hier', 'vorgestern', 'anteayer']],
  [1, ['أمس', 'البارحة', 'yesterday', 'دیروز', 'hier', 'dün', 'ayer', 'gestern']],
  [0, ['اليوم', 'today', 'امروز', "aujourd'hui", 'aujourd’hui', 'bugün', 'hoy', 'heute']],
];
const AGO = /^(?:منذ|مند|قبل|il y a|hace|vor) (.+)$|^(.+) (?:ago|مضت|پيش|قبل|once)$/u;
const FILLING = new Set('و about حوالي نحو حوالى and et y at الساعة في à a las um saat'.split(' ').map(fold));

const table = (rows: readonly (readonly [number, string])[]) => (
  new Map(rows.flatMap(([value, words]) => words.split(' ').map((word) => [fold(word), value] as const)))
);
const [UNIT, NUMBER] = [table(UNITS), table(NUMBERS)];
const NAMED_DAYS = DAYS.flatMap(([daysAgo, names]) => names.map((name) => ({ daysAgo, name: fold(name) })));

/** "منذ ساعتين", "3 hours ago", "أمس 10:30", from a folded text; null for what is none. */
export function readRelative(folded: string): Relative | null {
  const ago = AGO.exec(folded);
  const ms = ago ? lengthOf(ago[1] ?? ago[2] ?? '') : null;
  return ms === null ? readNamedDay(folded) : { kind: 'ago', ms };
}

/** "3 ساعات و20 دقيقة": numbers before their units, a unit alone is one of it. Null where a word is neither. */
function lengthOf(text: string): number | null {
  let total = 0;
  let count: number | null = null;
  for (const word of text.replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' ').split(' ')) {
    const bare = UNIT.has(word) || NUMBER.has(word) ? word : word.replace(/^و/u, '');
    const [unit, number] = [UNIT.get(bare), /^\d{1,4}$/u.test(bare) ? Number(bare) : NUMBER.get(bare)];
    if (unit !== undefined) {
      total += (count ?? 1) * unit;
      count = null;
    } else if (number !== undefined && count === null) count = number;
    else if (!FILLING.has(bare) && bare !== '') return null;
  }
  return total > 0 ? total : null;
}

function readNamedDay(folded: string): Relative | null {
  const named = NAMED_DAYS.find(({ name }) => folded === name || folded.startsWith(`${name} `));
  if (!named) return null;
  const after = folded.slice(named.name.length).split(' ').filter((word) => word !== '-' && !FILLING.has(word)).join(' ');
  if (after === '') return { kind: 'day', daysAgo: named.daysAgo, timeMs: null };
  const clock = readClock(after);
  return clock && clock.rest === '' && clock.zone === null ? { kind: 'day', daysAgo: named.daysAgo, timeMs: clock.ms } : null;
}
