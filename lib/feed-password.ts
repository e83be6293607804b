/** What stands for a password where an address is shown. */
const HIDDEN = '***';

/** An address of a feed as people may see it: a password in it is hidden. What is no address stays as it is. */
export function hidePassword(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.password === '') return address;
  url.password = HIDDEN;
  return url.href;
}

/** An address that comes back from a form that showed it without its password: the known one is put in again, for the same user of the same server. */
export function restorePassword(address: string, known: string): string {
  if (!URL.canParse(address) || !URL.canParse(known)) return address;
  const [url, before] = [new URL(address), new URL(known)];
  if (url.password !== HIDDEN || url.username !== before.username || url.origin !== before.origin) return address;
  url.password = before.password;
  return url.href;
}
