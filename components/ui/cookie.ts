/** Keeps a choice of the reader's for a year. No secret: readable by scripts, sent to this site only. */
export function keepChoice(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
}
