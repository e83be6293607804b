/** The most of each field that is kept, in UTF-16 units: room for any real article, none for what would choke whoever comes after. */
export const MOST = {
  title: 500, text: 200_000, html: 500_000, author: 200, categories: 50, category: 200, date: 200, url: 2000,
} as const;

/** The most items of one document that are read: no honest feed has more. */
export const MOST_ITEMS = 10_000;

/** The first `most` units, less one where a character of two would be cut in half. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}

/** As `cut`, without the white space that the cut may lay bare. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : cut(text, most).trimEnd();
}

/** An address cut short leads elsewhere: too long a one is none. */
export function boundedUrl(url: string | null): string | null {
  return url !== null && url.length <= MOST.url ? url : null;
}
