const NAME = 'article';

/** The article that an address names; null where it names none. */
export function articleIn(params: URLSearchParams): string | null {
  const id = params.get(NAME);
  return id !== null && /^[0-9]{1,18}$/u.test(id) ? id : null;
}

/** The address of the page as it is, with that article beside the list, or with none. */
export function withArticle(id: string | null, current: URL): string {
  const params = new URLSearchParams(current.search);
  params.delete(NAME);
  if (id !== null) params.set(NAME, id);
  const search = params.toString();
  return search ? `${current.pathname}?${search}` : current.pathname;
}
