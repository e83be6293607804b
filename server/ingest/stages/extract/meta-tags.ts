/** What a page's <meta> say, by name, property or itemprop in lower case; of each the first that says anything. */
export type MetaTags = ReadonlyMap<string, string>;

export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = (element.getAttribute('content') ?? '').trim();
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/u)) {
        if (name !== '' && !tags.has(name)) tags.set(name, content);
      }
    }
  }
  return tags;
}

/** The first of these that is there. */
export function firstOf(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const content = tags.get(name);
    if (content !== undefined) return content;
  }
  return null;
}
