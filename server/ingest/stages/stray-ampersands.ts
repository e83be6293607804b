const CDATA_OR_STRAY = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#\d{1,7};|#x[\da-f]{1,6};|(?:amp|lt|gt|quot|apos);)/giu;

/** XML in which "&" that begins none of XML's own entities is escaped: "A & B", and HTML's "&nbsp;", which is decoded later as HTML. */
export function escapeStrayAmpersands(xml: string): string {
  return xml.replace(CDATA_OR_STRAY, (found) => (found === '&' ? '&amp;' : found));
}
