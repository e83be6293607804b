/** What comes along when an address is copied out of Arabic text: direction marks, and space of all kinds. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/gu;
const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;
const PORT = /^[^/?#]*:[0-9]{1,5}(?:[/?#]|$)/u;

/**
 * The addresses that a person may mean, to be tried in turn: "aljazeera.net" is asked for over https, then over http.
 * @returns empty where it can be none
 */
export function addressesMeant(typed: string): string[] {
  const text = typed.replace(INVISIBLE, '').trim().replace(/^feed:(?:\/\/)?(?=https?:)/iu, '').replace(/^feed:\/\//iu, 'http://');
  if (/^https?:/iu.test(text)) return URL.canParse(text) ? [new URL(text).href] : [];
  if (/\s/u.test(text) || (SCHEME.test(text) && !PORT.test(text))) return [];
  return ['https', 'http'].map((scheme) => `${scheme}://${text.replace(/^\/\//u, '')}`).filter(looksLikeHost).map((url) => new URL(url).href);
}

/** One word is no site, unless it has a port: then somebody means a machine of their own. */
function looksLikeHost(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, port } = new URL(url);
  return hostname.includes('.') || hostname.startsWith('[') || hostname === 'localhost' || port !== '';
}
