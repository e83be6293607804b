/** What Next hands to a page as an object, as the parameters they were. */
export function toParams(record: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(record)) {
    for (const one of [value ?? []].flat()) params.append(name, one);
  }
  return params;
}
