/** The longest text, in UTF-16 units, that is taken for a summary: news articles are longer, teasers hardly ever are. */
const LONGEST_SUMMARY = 1500;

/** Whether what a feed says of an article is only a summary of it: empty or short, or broken off. */
export function isSummary(text: string): boolean {
  return text.length <= LONGEST_SUMMARY || /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/u.test(text);
}
