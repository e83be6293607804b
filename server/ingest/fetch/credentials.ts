/** An address as it may be shown and stored: without user and password. What is no address stays as it is. */
export function withoutCredentials(url: string): string {
  if (!url.includes('@') || !URL.canParse(url)) return url;
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}

/** The Authorization that an address's own user and password ask for; null: it has none. */
export function authorizationOf(url: string): string | null {
  const { username, password } = new URL(url);
  if (username === '' && password === '') return null;
  return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;
}

/** `to` with the credentials of `from`, where both are the same server's: its redirects leave them out. */
export function keepCredentials(to: string, from: string): string {
  const [target, source] = [new URL(to), new URL(from)];
  if (target.origin !== source.origin || target.username !== '' || target.password !== '') return to;
  target.username = source.username;
  target.password = source.password;
  return target.href;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // a bare % is itself
    return text;
  }
}
