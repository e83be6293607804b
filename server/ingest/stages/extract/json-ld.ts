/** What is read of a page's structured data (schema.org): flat, as written. */
export interface LinkedData {
  headline: string | null;
  articleBody: string | null;
  datePublished: string | null;
  dateModified: string | null;
  authors: string[];
  language: string | null;
}

type Thing = Record<string, unknown>;

const MOST_NODES = 2000;
const ARTICLE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|WebPage|ItemPage|VideoObject|NewsItem)$/u;

/** The page's own article among all JSON-LD scripts, @graph and nested lists included; null where there is none. Broken JSON is passed over. */
export function readLinkedData(document: Document): LinkedData | null {
  const things = [...document.querySelectorAll('script[type="application/ld+json" i]')].flatMap((script) => thingsOf(script.textContent ?? ''));
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const best = articles.sort((a, b) => worth(b) - worth(a))[0];
  return best ? read(best, things) : null;
}

function thingsOf(json: string): Thing[] {
  const parsed = parse(json);
  const found: Thing[] = [];
  const open: unknown[] = [parsed];
  for (let i = 0; i < open.length && found.length < MOST_NODES; i++) {
    const value = open[i];
    if (Array.isArray(value)) open.push(...value.slice(0, MOST_NODES));
    else if (isThing(value)) {
      found.push(value);
      open.push(value['@graph'], value.mainEntity, value.mainEntityOfPage, value.hasPart);
    }
  }
  return found;
}

/** Scripts are closed by hand-written templates: raw line breaks in strings, comments around. */
function parse(json: string): unknown {
  const bare = json.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, '').replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/u, '').replace(/;\s*$/u, '');
  for (const text of [bare, bare.replace(/[\u0000-\u001f]+/gu, ' ')]) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const typesOf = (thing: Thing) => listOf(thing['@type']).filter((type): type is string => typeof type === 'string');
const textIn = (value: unknown): string | null => {
  const [first] = listOf(value);
  if (typeof first === 'string') return first.trim() || null;
  return isThing(first) && typeof first['@value'] === 'string' ? first['@value'].trim() || null : null;
};

/** An article proper goes before the page that it is on, one with a text or a date before one without. */
function worth(thing: Thing): number {
  const proper = typesOf(thing).some((type) => /(?:Article|Posting|Report)$/u.test(type));
  return (proper ? 8 : 0) + (textIn(thing.datePublished) ? 4 : 0) + (textIn(thing.articleBody) ? 2 : 0) + (textIn(thing.headline) ? 1 : 0);
}

function read(thing: Thing, all: readonly Thing[]): LinkedData {
  const byId = new Map(all.flatMap((one) => (typeof one['@id'] === 'string' ? [[one['@id'], one] as const] : [])));
  const named = (value: unknown): string | null => {
    if (typeof value === 'string') return value;
    if (!isThing(value)) return null;
    return textIn(value.name) ?? textIn(byId.get(String(value['@id']))?.name);
  };
  return {
    headline: textIn(thing.headline) ?? textIn(thing.name),
    articleBody: textIn(thing.articleBody) ?? textIn(thing.text),
    datePublished: textIn(thing.datePublished) ?? textIn(thing.uploadDate) ?? textIn(thing.dateCreated),
    dateModified: textIn(thing.dateModified),
    authors: listOf(thing.author).concat(listOf(thing.creator)).flatMap((value) => named(value) ?? []),
    language: textIn(thing.inLanguage),
  };
}
