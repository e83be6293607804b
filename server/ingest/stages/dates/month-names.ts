import { fold } from '../../../../lib/text/fold';

/**
 * Month names (January first) as feeds write them: English with its usual shortenings, Arabic as in Egypt and the Gulf, in the Levant
 * and in the Maghreb, French and Turkish. A word that is not here makes a date unreadable: better none than a wrong one.
 */
const NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'يناير', 'جانفي', 'كانون الثاني', 'janvier', 'janv', 'ocak'],
  ['february', 'feb', 'febr', 'فبراير', 'فيفري', 'شباط', 'février', 'févr', 'şubat'],
  ['march', 'mar', 'مارس', 'آذار', 'mars', 'mart'],
  ['april', 'apr', 'أبريل', 'أفريل', 'نيسان', 'avril', 'avr', 'nisan'],
  ['may', 'مايو', 'ماي', 'أيار', 'mai', 'mayıs'],
  ['june', 'jun', 'يونيو', 'يونيه', 'جوان', 'حزيران', 'juin', 'haziran'],
  ['july', 'jul', 'يوليو', 'يوليه', 'جويلية', 'تموز', 'juillet', 'juil', 'temmuz'],
  ['august', 'aug', 'أغسطس', 'أوت', 'آب', 'août', 'ağustos'],
  ['september', 'sept', 'sep', 'سبتمبر', 'شتنبر', 'أيلول', 'septembre', 'eylül'],
  ['october', 'oct', 'أكتوبر', 'تشرين الأول', 'octobre', 'ekim'],
  ['november', 'nov', 'نوفمبر', 'نونبر', 'تشرين الثاني', 'novembre', 'kasım'],
  ['december', 'dec', 'ديسمبر', 'دجنبر', 'كانون الأول', 'décembre', 'aralık'],
];

const BESIDE = ('monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun '
  + 'الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim '
  + 'الساعة في at le à').split(' ');

/** 0 to 11 by folded name. */
export const MONTHS: ReadonlyMap<string, number> = new Map(NAMES.flatMap((names, month) => names.map((name) => [fold(name), month] as const)));
/** Weekdays and the few words that may stand in a date without changing it, folded. */
export const BESIDE_A_DATE: ReadonlySet<string> = new Set(BESIDE.map(fold));
/** Folded month names of two words: to be found before the text is cut into words. */
export const TWO_WORD_MONTHS: readonly string[] = [...MONTHS.keys()].filter((name) => name.includes(' '));
