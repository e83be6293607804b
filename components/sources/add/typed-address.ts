/** What somebody types for a site, as an address: with or without the scheme. Null where it can't be one. */
export function asAddress(typed: string): URL | null {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  if (text === '' || /\s/u.test(text) || !URL.canParse(full)) return null;
  const url = new URL(full);
  return (url.protocol === 'http:' || url.protocol === 'https:') && /[.:]|^localhost$/u.test(url.hostname) ? url : null;
}
