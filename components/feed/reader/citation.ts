import type { ArticleDetail } from '@/lib/correction';
import { dateTag } from '../../ui/locale';
import { webUrl } from '../web-url';

type Cited = Pick<ArticleDetail, 'title' | 'lang' | 'url' | 'publishedAt' | 'sortAt' | 'author'> & { publisher: { name: string } };

/** How a language quotes a title and sets commas; what has no row is quoted as English does. */
const FORMS: Readonly<Record<string, { quotes: readonly [string, string]; comma: string }>> = {
  ar: { quotes: ['«', '»'], comma: '، ' }, fa: { quotes: ['«', '»'], comma: '، ' }, ckb: { quotes: ['«', '»'], comma: '، ' }, ur: { quotes: ['”', '“'], comma: '، ' },
  fr: { quotes: ['«\u00a0', '\u00a0»'], comma: ', ' }, ru: { quotes: ['«', '»'], comma: ', ' }, de: { quotes: ['„', '“'], comma: ', ' }, es: { quotes: ['«', '»'], comma: ', ' },
};
const ENGLISH = { quotes: ['“', '”'], comma: ', ' } as const;

/** A language that Intl knows; English for what it doesn't, or for none. */
function known(lang: string | null): string {
  try {
    return lang === null ? 'en-GB' : (Intl.DateTimeFormat.supportedLocalesOf(lang === 'en' ? 'en-GB' : lang)[0] ?? 'en-GB');
  } catch (error) {
    if (error instanceof RangeError) return 'en-GB';
    throw error;
  }
}

/**
 * The article as one line of a footnote, worded as its own language does: author, publisher, title, date, address.
 * @param timeZone in which the day is told
 */
export function citationOf({ title, lang, url, publishedAt, sortAt, author, publisher }: Cited, timeZone: string): string {
  const { quotes: [open, close], comma } = FORMS[lang ?? ''] ?? ENGLISH;
  const locale = known(lang);
  const tag = locale.startsWith('ar') ? dateTag('ar', timeZone) : `${locale}-u-ca-gregory`;
  const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(new Date(publishedAt ?? sortAt));
  const parts = [author, publisher.name, `${open}${title}${close}`, date, webUrl(url)];
  return parts.filter((part) => part !== null && part !== '').join(comma);
}
