import { fold } from '../../../lib/text/fold';
import type { Tagger } from '../../../server/tagging/tagger';
import type { GoldRow } from './predict';

/** A row of geoparse/aawsat_datelines_ar: the feed gives the dateline in the author's field («لندن: «الشرق الأوسط»»), apart from the text. */
export interface DatelineRow extends GoldRow {
  dateline?: string;
  author?: string;
}

/** «طهران - لندن», «الحديدة (اليمن)»: its towns, folded. */
const townsOf = (dateline: string) => dateline.replace(/\([^)]*\)/g, ' ').split(/\s[-–ـ]\s?|[،,]/).map((town) => fold(town).trim()).filter((town) => town !== '');

/** Whether the towns of the dateline, set as a line above the text, are read as its dateline, and nothing of the text is. */
export function readsDateline(tag: Tagger, { title = '', text = '', author = '', dateline = '' }: DatelineRow): boolean {
  const { places } = tag({ title, text: `${author}\n\n${text}`, lang: 'ar' });
  const found = places.flatMap(({ mentions }) => mentions.filter(({ role }) => role === 'dateline'));
  const phrases = new Set(found.map(({ phrase }) => fold(phrase)));
  return townsOf(dateline).every((town) => phrases.has(town)) && found.every(({ end }) => end <= author.length);
}
