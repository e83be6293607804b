declare module 'rss-parser/lib/utils.js' {
  /** What rss-parser calls through this one object, and so can be replaced. */
  const utils: {
    stripHtml(html: string): string;
    getSnippet(html: string): string;
    getContent(node: unknown): string;
    getLink(links: unknown, rel: string, fallback: number): string | undefined;
  };
  export default utils;
}
